/** A kind of page as somebody who means harm would write it: the same piece until the page has its size. */
export interface HostilePage {
  name: string;
  contentType?: string;
  /** About so many bytes of it. */
  make(bytes: number): string;
  /** What is asked of it: a fact of the kind that this page makes dear. */
  ask: 'price' | 'version' | 'date' | 'count' | 'stock' | 'words' | 'list';
}

type Piece = (at: number) => string;

/** `piece` again and again between `before` and `after`, up to about `bytes`. */
function filled(bytes: number, piece: Piece, before = '', after = ''): string {
  const parts: string[] = [before];
  for (let length = before.length + after.length, at = 0; length < bytes; at++) {
    const next = piece(at);
    parts.push(next);
    length += next.length;
  }
  return `${parts.join('')}${after}`;
}

const HEAD = '<!doctype html><html lang="en"><title>Lamps</title>';
const price: Piece = (at) => `$${at % 900}.${10 + (at % 90)}`;

/** The page begins with the answer, so that the rest is all that can be dear. */
function page(bytes: number, piece: Piece, before = '', after = ''): string {
  return filled(bytes, piece, `${HEAD}<body><h1>Orsa lamp</h1><p>Price: $64.50</p>${before}`, `${after}</body></html>`);
}

const TABLES: HostilePage[] = [
  {
    name: 'one wide row',
    ask: 'price',
    make: (bytes) => page(bytes, (at) => `<td>${price(at)}`, '<table><tr><th>Lamp', '</table>'),
  },
  {
    name: 'spans',
    ask: 'price',
    make: (bytes) =>
      page(bytes, (at) => `<tr><td rowspan=65534 colspan=1000>${price(at)}<td>Orsa lamp`, '<table>', '</table>'),
  },
  {
    name: 'tables in tables',
    ask: 'price',
    make: (bytes) => page(bytes, (at) => `<table><tr><td>${price(at)}<td>`),
  },
  {
    name: 'a long table',
    ask: 'count',
    make: (bytes) =>
      page(bytes, (at) => `<tr><th>Orsa lamp ${at}<td>${at}<td>${price(at)}`, '<table><tr><th>Name<th>Left<th>Price'),
  },
];

const LINES: HostilePage[] = [
  {
    name: 'headings and prices',
    ask: 'price',
    make: (bytes) => page(bytes, (at) => `<h2>Lamp ${at}</h2><p>${price(at)}</p>`),
  },
  {
    name: 'one line of amounts',
    ask: 'price',
    make: (bytes) => page(bytes, (at) => `${price(at)} `, '<p>'),
  },
  {
    name: 'one line of versions',
    ask: 'version',
    make: (bytes) => page(bytes, (at) => `${at % 40}.${at % 90}.${at % 7} `, '<p>Version '),
  },
  {
    name: 'one line of dates',
    ask: 'date',
    make: (bytes) => page(bytes, (at) => `${1 + (at % 28)} June ${1990 + (at % 60)}, `, '<p>Released '),
  },
  {
    name: 'one line of numbers',
    ask: 'count',
    make: (bytes) => page(bytes, (at) => `${(at * 7919) % 99_991} `, '<p>Left: '),
  },
  {
    name: 'lines of numbers',
    ask: 'count',
    make: (bytes) => page(bytes, (at) => `<p>Orsa lamp left: ${at}`),
  },
  {
    name: 'one long word',
    ask: 'price',
    make: (bytes) => page(bytes, () => 'lamporsa', '<p>'),
  },
  {
    name: 'entities',
    ask: 'price',
    make: (bytes) => page(bytes, (at) => `&#${36 + (at % 20)};&amp;&nbsp;&euro;1`, '<p>'),
  },
  {
    name: 'scripts of the world',
    ask: 'price',
    make: (bytes) =>
      page(bytes, (at) => `\u202e\u05d0\u05d1 ${at} \u0661\u0662 \u4e2d\u6587 \u{1f469}\u200d\u{1f467} \u20ac`, '<p>'),
  },
  {
    name: 'words without end',
    ask: 'words',
    make: (bytes) => page(bytes, (at) => `orsa lamp word${at % 5_000} `, '<p>'),
  },
];

const ELEMENTS: HostilePage[] = [
  {
    name: 'wide',
    ask: 'price',
    make: (bytes) => page(bytes, (at) => `<div>${price(at)}</div>`, '<main>', '</main>'),
  },
  { name: 'deep', ask: 'price', make: (bytes) => page(bytes, () => '<div><b>$1 ') },
  {
    name: 'a list',
    ask: 'list',
    make: (bytes) => page(bytes, (at) => `<li><a href="/p/${at}">Orsa lamp ${at}</a> ${price(at)}`, '<ul>'),
  },
  {
    name: 'lists in lists',
    ask: 'list',
    make: (bytes) => page(bytes, (at) => `<ul><li>Orsa lamp ${price(at)}`),
  },
  {
    name: 'pieces of a line',
    ask: 'price',
    make: (bytes) => page(bytes, (at) => `<span>${at}</span><b>.</b><i>99</i>`, '<p>'),
  },
  {
    name: 'attributes',
    ask: 'price',
    make: (bytes) => page(bytes, (at) => ` data-a${at}="${at}" class${at}=x`, '<p', '>$5'),
  },
  {
    name: 'classes',
    ask: 'price',
    make: (bytes) => page(bytes, (at) => ` c${at}`, '<style>.c1 .c2 .c3{color:red}</style><p class="', '">$5'),
  },
  {
    name: 'links',
    ask: 'stock',
    make: (bytes) => page(bytes, (at) => `<a href="?${at}">In stock</a> `, '<p>'),
  },
  {
    name: 'fields',
    ask: 'stock',
    make: (bytes) =>
      page(bytes, (at) => `<form><input type=radio name=a${at}><label>Size ${at}</label><button disabled>Buy</button>`),
  },
  {
    name: 'options',
    ask: 'stock',
    make: (bytes) => page(bytes, (at) => `<option>Size ${at} sold out`, '<select multiple>', '</select>'),
  },
  {
    name: 'hidden parts',
    ask: 'price',
    make: (bytes) => page(bytes, (at) => `<i hidden>${price(at)}</i><b style="display:none;left:${at}px">${at}</b>`),
  },
];

const MACHINES: HostilePage[] = [
  {
    name: 'JSON-LD',
    ask: 'price',
    make: (bytes) =>
      page(
        bytes,
        (at) =>
          '<script type="application/ld+json">{"@type":"Product","name":"Orsa lamp",' +
          `"offers":{"price":"${at}"}}</script>`,
      ),
  },
  {
    name: 'microdata',
    ask: 'price',
    make: (bytes) =>
      page(bytes, (at) => `<div itemscope itemtype="https://schema.org/Product"><b itemprop=price>$${at}</b>`),
  },
  {
    name: 'style sheets',
    ask: 'price',
    make: (bytes) =>
      page(bytes, (at) => `.a${at} .b .c,.d:not(.e${at})>p{color:#${100 + (at % 800)}}`, '<style>', '</style><p>$5'),
  },
  {
    name: 'rules for everything',
    ask: 'price',
    make: (bytes) =>
      page(bytes / 2, (at) => `p *{left:${at}px}`, '<style>', `</style>${filled(bytes / 2, () => '<p><b>$5</b>')}`),
  },
  {
    name: 'JSON',
    contentType: 'application/json',
    ask: 'price',
    make: (bytes) => filled(bytes, (at) => `{"name":"Orsa lamp ${at}","price":${at}},`, '[', '{}]'),
  },
  {
    name: 'deep JSON',
    contentType: 'application/json',
    ask: 'price',
    make: (bytes) => `${'{"a":['.repeat(bytes / 9)}${']}'.repeat(bytes / 9)}`,
  },
  {
    name: 'a feed',
    contentType: 'application/rss+xml',
    ask: 'list',
    make: (bytes) =>
      filled(bytes, (at) => `<item><title>Orsa lamp ${at}</title></item>`, '<rss><channel>', '</channel></rss>'),
  },
  {
    name: 'CSV',
    contentType: 'text/csv',
    ask: 'price',
    make: (bytes) => filled(bytes, (at) => `Orsa lamp ${at},${price(at)}\n`, 'name,price\n'),
  },
  {
    name: 'plain text',
    contentType: 'text/plain',
    ask: 'price',
    make: (bytes) => filled(bytes, (at) => `Orsa lamp ${at}: ${price(at)}\n`),
  },
];

export const HOSTILE_PAGES: HostilePage[] = [...TABLES, ...LINES, ...ELEMENTS, ...MACHINES];
