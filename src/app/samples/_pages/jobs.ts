import type { SampleValues } from '@/domain/sample-values';
import { html, pageResponse } from './html';

/** A list that grows and shrinks, with its count in words. */
export function jobsPage({ jobs }: SampleValues['jobs']): Response {
  const count = jobs.length === 1 ? '1 open position' : `${jobs.length} open positions`;
  const list = html`<ul class="jobs">
${jobs.map(({ title, team, place }) => html`<li><h2>${title}</h2><p>${team} · ${place}</p></li>\n`)}</ul>`;
  const body = html`<h1>Work with us</h1>
<p>Fjordlight builds and keeps lighthouses. We are 140 people in 6 places.</p>
<p class="count">${jobs.length === 0 ? 'No open positions at the moment.' : count}</p>
${jobs.length > 0 && list}
<p class="small">Nothing for you? Write to us all the same; we read every letter.</p>`;
  return pageResponse({ title: 'Open positions | Fjordlight', look: 'jobs', site: 'Fjordlight', body });
}
