/**
 * Pages of the benchmark, written here. /product/N is a static shop page with one price, a style sheet and structured
 * data; /mixed/N goes round static pages, long lists, articles and tables, and pages whose price a script writes.
 */
export function pageAt(path: string): string {
  const known = cache.get(path);
  if (known !== undefined) return known;
  const number = Number(/\d+/.exec(path)?.[0] ?? 0);
  const html = path.startsWith('/mixed/') ? mixed(number) : product(number);
  if (cache.size < 2_000) cache.set(path, html);
  return html;
}

const cache = new Map<string, string>();

/** What /product/N costs, as the page says it. */
export function priceOf(number: number): string {
  return `$${100 + (number % 900)}.${String((number * 7) % 100).padStart(2, '0')}`;
}

const CSS = Array.from(
  { length: 120 },
  (_, index) => `.block-${index} .part{display:block;color:#2${index % 10}2;padding:${index % 9}px}`,
).join('\n');

const TEXT =
  'The kettle is made of brushed steel, boils a litre in two minutes and pours without a drop beside the cup. ';

function shell(title: string, main: string, script = ''): string {
  const menu = Array.from({ length: 40 }, (_, index) => `<li><a href="/m/${index}">Department ${index}</a></li>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${CSS}</style></head>
<body><header><a href="/">The Kettle Shop</a><nav><ul>${menu.join('')}</ul></nav></header><main>${main}</main>
<footer><p>Free delivery from $40. Open every day from 9 to 6.</p></footer>${script}</body></html>`;
}

function product(number: number): string {
  const name = `Kettle model ${number}`;
  const price = priceOf(number);
  const data = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Product',
    name,
    offers: { '@type': 'Offer', price: price.slice(1), priceCurrency: 'USD' },
  });
  const rows = Array.from({ length: 20 }, (_, index) => `<tr><th>Property ${index}</th><td>${index} cm</td></tr>`);
  const reviews = Array.from({ length: 25 }, (_, index) => `<article><h3>Buyer ${index}</h3><p>${TEXT}</p></article>`);
  const main = `<h1>${name}</h1><p class="price">Price: <span>${price}</span></p><p>In stock</p><p>${TEXT.repeat(6)}</p>
<table>${rows.join('')}</table>${reviews.join('')}`;
  return shell(name, main, `<script type="application/ld+json">${data}</script>`);
}

function mixed(number: number): string {
  const price = priceOf(number);
  const kinds = [
    () => product(number),
    () => shell('List', `<ul>${list(300, price)}</ul>`),
    () =>
      shell('News', `<article><h1>News</h1>${`<p>${TEXT.repeat(5)}</p>`.repeat(30)}<p>Price ${price}</p></article>`),
    () => shell('App', '<div id="app"></div>', written(price, 0)),
    () => shell('Late', '<div id="app">Loading…</div>', written(price, 300)),
  ];
  return (kinds[number % kinds.length] ?? product)(number);
}

function list(length: number, price: string): string {
  return Array.from(
    { length },
    (_, index) =>
      `<li class="block-${index % 120}"><a href="/p/${index}"><span class="part">Kettle ${index}</span></a> ` +
      `<b>${index === 7 ? price : `$${index}.50`}</b></li>`,
  ).join('');
}

/** A script that writes the page after so many milliseconds. */
function written(price: string, afterMs: number): string {
  const text = JSON.stringify(`Price ${price}. ${TEXT.repeat(8)}`);
  return `<script>setTimeout(() => { document.getElementById('app').textContent = ${text}; }, ${afterMs})</script>`;
}
