import { html, pageResponse } from './html';

const PAGES = [
  [
    'headphones',
    'A product',
    'Aurora One headphones: a sale price among variants, an old price and instalments',
    'the Aurora One headphones cost less than $300',
  ],
  ['concert', 'A concert', 'Two evenings, each with its own ticket status', 'Friday is no longer sold out'],
  ['jobs', 'A job list', 'Open positions that come and go', 'a new position appears'],
  ['weather', 'A weather table', 'Five cities, four columns', 'the temperature in Oslo is below −10 °C'],
] as const;

/** What the samples are for. `origin` is the app's address, so that the addresses shown can be copied. */
export function overviewPage(origin: string): Response {
  const body = html`<h1>Sample pages</h1>
<p>Four small pages to try Monitors! on. Make a monitor for one of them, press <em>Check now</em>,
<a href="/samples/controls">change a value</a>, and check again. They exist only on this machine.</p>
<ul class="jobs">
${PAGES.map(
  ([path, title, what, wish]) => html`<li>
<h2><a href="/samples/${path}">${title}</a></h2>
<p>${what}.</p>
<p class="small">Try: “Tell me when ${wish}: ${origin}/samples/${path}”</p>
</li>`,
)}
</ul>
<p><a href="/samples/controls">Change the values</a> · <a href="/dashboard">Back to Monitors!</a></p>`;
  return pageResponse({ title: 'Sample pages | Monitors!', look: 'plain', site: 'Monitors! samples', body });
}
