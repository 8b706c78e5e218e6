import {
  CITIES,
  type FerryStatus,
  type SampleSection,
  type SampleValues,
  type TicketStatus,
} from '@/domain/sample-values';
import { html, type Markup, pageResponse } from './html';

const STATUS: [TicketStatus, string][] = [
  ['on_sale', 'Tickets available'],
  ['few_left', 'Only a few left'],
  ['sold_out', 'Sold out'],
];

const FERRY: [FerryStatus, string][] = [
  ['on_time', 'On time'],
  ['delayed', 'Delayed'],
  ['cancelled', 'Cancelled'],
];

const price = (label: string, name: string, value: string) =>
  html`<label>${label} <input name="${name}" value="${value}" inputmode="decimal" required></label>`;

const tick = (label: string, name: string, on: boolean) =>
  html`<label class="tick"><input type="checkbox" name="${name}" ${on && html`checked`}> ${label}</label>`;

const choice = (label: string, name: string, chosen: string, options: readonly [string, string][] = STATUS) =>
  html`<label>${label} <select name="${name}">${options.map(
    ([value, words]) => html`<option value="${value}" ${value === chosen && html`selected`}>${words}</option>`,
  )}</select></label>`;

function form(section: SampleSection, title: string, fields: Markup): Markup {
  return html`<form method="post" action="/samples/controls" id="${section}">
<h2>${title}</h2>
<input type="hidden" name="section" value="${section}">
${fields}
<p class="actions">
<button type="submit" name="action" value="save">${section === 'jobs' ? 'Add position' : 'Save'}</button>
<a href="/samples/${section}">See the page</a></p>
</form>`;
}

function jobFields({ jobs }: SampleValues['jobs']): Markup {
  return html`<ul>
${jobs.map(
  ({ title, place }, index) => html`<li>${title}, ${place}
<button type="submit" name="action" value="remove-${index}" formnovalidate>
Remove<span class="hidden"> ${title}</span></button></li>`,
)}
</ul>
<label>New position <input name="title" maxlength="80" placeholder="Product designer"></label>
<label>Team <input name="team" maxlength="80" value="Workshop"></label>
<label>Place <input name="place" maxlength="80" value="Bergen"></label>`;
}

/** What the last request did, said above the forms. */
export interface ControlsNotice {
  kind: 'saved' | 'refused';
  messages: string[];
}

/** The controls of all pages, apart from them, so that the pages themselves stay like pages of the web. */
export function controlsPage(values: SampleValues, notice: ControlsNotice | null): Response {
  const { headphones, concert, jobs, weather, releases, museum, ferry } = values;
  const body = html`<h1>Sample controls</h1>
<p>What you save here shows on the sample pages at once.</p>
${
  notice &&
  html`<div role="status" class="${notice.kind}">
${notice.messages.map((message) => html`<p>${message}</p>`)}</div>`
}
${form(
  'headphones',
  'Aurora One headphones',
  html`${price('Sale price, $', 'salePrice', headphones.salePrice)}
${price('Regular price, $', 'regularPrice', headphones.regularPrice)}
${tick('On sale', 'onSale', headphones.onSale)}
${tick('In stock', 'inStock', headphones.inStock)}`,
)}
${form(
  'concert',
  'Concert tickets',
  html`${choice('Friday', 'friday', concert.friday)}
${price('Friday price, $', 'fridayPrice', concert.fridayPrice)}
${choice('Saturday', 'saturday', concert.saturday)}
${price('Saturday price, $', 'saturdayPrice', concert.saturdayPrice)}`,
)}
${form('jobs', 'Open positions', jobFields(jobs))}
${form(
  'weather',
  'Temperatures in °C',
  html`${CITIES.map((city) => html`<label>${city} <input name="${city}" value="${weather[city]}" required></label>`)}`,
)}
${form(
  'releases',
  'Lantern, latest version',
  html`<label>Version <input name="version" value="${releases.version}" required></label>`,
)}
${form(
  'museum',
  'Museum of Tides',
  html`<label>Opening day <input type="date" name="opens" value="${museum.opens}" required></label>`,
)}
${form(
  'ferry',
  'Ferry to Sula',
  html`${choice('Status', 'status', ferry.status, FERRY)}
<label>Notice <input name="notice" value="${ferry.notice}" maxlength="300" size="60" required></label>`,
)}
<form method="post" action="/samples/controls">
<h2>Start again</h2>
<p><button type="submit" name="action" value="reset">Put every value back</button></p>
</form>`;
  const status = notice?.kind === 'refused' ? 400 : 200;
  return pageResponse({ title: 'Sample controls | Monitors!', look: 'plain', site: 'Monitors! samples', body }, status);
}
