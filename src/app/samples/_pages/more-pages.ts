import type { FerryStatus, SampleValues } from '@/domain/sample-values';
import { html, pageResponse } from './html';

/** A release among older ones, and a number that is no version of it. */
export function releasesPage({ version }: SampleValues['releases']): Response {
  const older = ['4.2.1', '4.1.0', '3.9.4'].filter((one) => one !== version);
  const body = html`<h1>Lantern</h1>
<p>A star map for the desk. Free, and made by four people.</p>
<table>
<tr><th scope="row">Latest version</th><td>${version}</td></tr>
<tr><th scope="row">Size</th><td>38 MB</td></tr>
<tr><th scope="row">Needs</th><td>Linux 5.4 or newer</td></tr>
</table>
<h2>Older versions</h2>
<ul>
${older.map((one) => html`<li>Lantern ${one}</li>\n`)}</ul>`;
  return pageResponse({ title: 'Lantern, a star map', look: 'weather', site: 'Lantern', body });
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "12 March 2027" of "2027-03-12". */
function longDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** One day that counts, beside others. */
export function museumPage({ opens }: SampleValues['museum']): Response {
  const body = html`<h1>Museum of Tides</h1>
<p>We are rebuilding the lower hall. Thank you for your patience.</p>
<table>
<tr><th scope="row">Opening day</th><td><time datetime="${opens}">${longDay(opens)}</time></td></tr>
<tr><th scope="row">Closed since</th><td><time datetime="2026-06-01">1 June 2026</time></td></tr>
<tr><th scope="row">Hours</th><td>10:00 to 17:00</td></tr>
</table>
<p class="small">Founded on 4 May 1931. Groups write to us two weeks before they come.</p>`;
  return pageResponse({ title: 'Museum of Tides', look: 'hall', site: 'Museum of Tides', body });
}

const STATUS: Record<FerryStatus, string> = { on_time: 'On time', delayed: 'Delayed', cancelled: 'Cancelled' };

/** A status in a word, and a notice in sentences. */
export function ferryPage({ status, notice }: SampleValues['ferry']): Response {
  const body = html`<h1>Ferry to Sula</h1>
<p>Every half hour from the old quay, all year.</p>
<table>
<tr><th scope="row">Status</th><td>${STATUS[status]}</td></tr>
<tr><th scope="row">Crossing</th><td>22 minutes</td></tr>
<tr><th scope="row">Notice</th><td>${notice}</td></tr>
</table>
<p class="small">Single ticket $4.80. Children under six travel free.</p>`;
  return pageResponse({ title: 'Ferry to Sula', look: 'jobs', site: 'Sula Line', body });
}
