/**
 * How long a cheap look takes after the network: `npx tsx bench/parse-html.ts [runs]`. A page of about 300 KB of HTML
 * (a shop's list with its style sheet, scripts and JSON-LD), against htmlparser2 alone in the same run.
 */
import { parseDocument } from 'htmlparser2';
import { compose } from '@/scrape/document/compose/compose';
import { parseHtml } from '@/scrape/document/parse/parse-html';
import { snapshotFromDocument } from '@/scrape/document/static-snapshot';
import { readStructured } from '@/scrape/document/structured/structured-data';

const url = 'https://shop.example/list';

function page(): string {
  const css = Array.from({ length: 700 }, (_, index) => {
    const name = `.c-${index % 350}`;
    const menu = index < 20 ? `, .nav li.m${index} > a` : '';
    const style = `display:block;color:#3${index % 10}3;padding:4px ${index}px`;
    return `${name} .c-${(index * 7) % 350}__part, ${name}:hover${menu}{${style}}`;
  }).join('\n');
  const cards = Array.from({ length: 420 }, (_, index) => {
    const name = `Kettle ${index}, 1.${index % 10} l, brushed steel`;
    const image = `<img src="/i/${index}.jpg" alt="${name}" loading="lazy">`;
    const price = `<s class="was">$${index + 60}.00</s> <span class="now">$${index + 39}.99</span>`;
    const text = `Boils fast, pours well. <b>In stock</b>, delivery by ${1 + (index % 28)} June.`;
    const link = `<a class="c-${(index * 7) % 350}__part" href="/p/${index}">${image}</a>`;
    return `<li class="c-${index % 350} card"><article>${link}
      <h3 class="card__title"><a href="/p/${index}">${name}</a></h3><div class="card__price">${price}</div>
      <p class="card__text">${text}</p><button type="button" data-id="${index}">Add to cart</button></article></li>`;
  }).join('\n');
  const data = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    itemListElement: Array.from({ length: 60 }, (_, index) => ({
      '@type': 'Product',
      name: `Kettle ${index}`,
      offers: { '@type': 'Offer', price: `${index + 39}.99`, priceCurrency: 'USD' },
    })),
  });
  const scripts = `<script>${'var a=1;'.repeat(2_000)}</script><script type="application/ld+json">${data}</script>`;
  const menu = `<nav class="nav"><ul>${'<li class="a"><a href="/x">Menu</a></li>'.repeat(60)}</ul></nav>`;
  return (
    `<!doctype html><html lang="en"><head><title>Kettles</title><style>${css}</style>${scripts}</head>` +
    `<body>${menu}<main><ul>${cards}</ul></main></body></html>`
  );
}

/** Processor time, in milliseconds: what else the machine does counts less. */
function cpu(): number {
  return process.cpuUsage().user / 1_000;
}

async function median(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = cpu();
    await work();
    times.push(cpu() - start);
  }
  return times.sort((one, other) => one - other)[Math.floor(runs / 2)] ?? 0;
}

const runs = Number(process.argv[2] ?? 40);
const html = page();
const parsed = parseHtml(html, url);
const body = new TextEncoder().encode(html);
const loaded = {
  url,
  status: 200,
  headers: { 'content-type': 'text/html' },
  body,
  loadedAt: new Date().toISOString(),
  loadMs: 0,
};
const rows: [string, number][] = [
  ['htmlparser2 alone', await median(runs, () => parseDocument(html))],
  ['parseHtml', await median(runs, () => parseHtml(html, url))],
  ['compose', await median(runs, () => compose(parsed.root))],
  ['readStructured', await median(runs, () => readStructured(parsed.document, url))],
  ['snapshotFromDocument', await median(runs, () => snapshotFromDocument(loaded))],
];
console.log(`${Math.round(body.length / 1024)} KB of HTML, median processor time of ${runs} runs`);
for (const [name, ms] of rows) console.log(`${name.padEnd(24)}${ms.toFixed(1).padStart(8)} ms`);
