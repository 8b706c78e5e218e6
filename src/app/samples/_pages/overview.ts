import { SAMPLE_SENTENCES } from '@/domain/sample-sentences';
import type { SampleSection } from '@/domain/sample-values';
import { html, pageResponse } from './html';

const PAGES: Record<SampleSection, readonly [title: string, what: string]> = {
  headphones: ['A product', 'Aurora One headphones: a sale price among variants, an old price and instalments'],
  concert: ['A concert', 'Two evenings, each with its own ticket status'],
  jobs: ['A job list', 'Open positions that come and go'],
  weather: ['A weather table', 'Five cities, four columns'],
  releases: ['A release', 'The latest version among older ones'],
  museum: ['A museum', 'The day on which it opens again, beside other days'],
  ferry: ['A ferry', 'A status in a word, and a notice in sentences'],
};

/** What the samples are for. `origin` is the app's address, so that the addresses shown can be copied. */
export function overviewPage(origin: string): Response {
  const body = html`<h1>Sample pages</h1>
<p>Small pages to try Monitors! on. Make a monitor for one of them, press <em>Check now</em>,
<a href="/samples/controls">change a value</a>, and check again. They exist only on this machine.</p>
<ul class="jobs">
${SAMPLE_SENTENCES.map(({ sentence, section }) => {
  const [title, what] = PAGES[section];
  return html`<li>
<h2><a href="/samples/${section}">${title}</a></h2>
<p>${what}.</p>
<p class="small">“${sentence} ${origin}/samples/${section}”</p>
<p><a href="/#try-${section}">Try it<span class="hidden">: ${title}</span></a></p>
</li>`;
})}
</ul>
<p><a href="/samples/controls">Change the values</a> · <a href="/dashboard">Back to Monitors!</a></p>`;
  return pageResponse({ title: 'Sample pages | Monitors!', look: 'plain', site: 'Monitors! samples', body });
}
