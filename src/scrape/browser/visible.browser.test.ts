import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boxOfSpan, type Snapshot } from '@/domain/snapshot';
import { createScraper, type HouseScraper } from '../create-scraper';
import { parserHere } from '../document/page-parser';
import type { Look } from '../scraper';

let scraper: HouseScraper;

beforeAll(async () => {
  scraper = createScraper({ parser: parserHere });
  await scraper.warm();
});

afterAll(() => scraper.close());

async function look(body: string, url = 'https://shop.example/lamp'): Promise<Look> {
  const given = { body, status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } };
  const result = await scraper.look({ url, look: 'full', given });
  if (!result.ok) throw new Error(`${result.failure.outcome}: ${result.failure.message} ${result.failure.detail}`);
  return result.look;
}

async function read(body: string): Promise<Snapshot> {
  const { snapshot, close } = await look(`<!doctype html><html lang="en"><title>T</title><body><h1>Top</h1>${body}`);
  await close();
  return snapshot;
}

const HIDDEN: Record<string, string> = {
  'display none': '<p style="display:none">SECRET</p>',
  'visibility hidden': '<p style="visibility:hidden">SECRET</p>',
  'opacity 0 of an ancestor': '<div style="opacity:0"><p>SECRET</p></div>',
  'hidden attribute': '<p hidden>SECRET</p>',
  'hidden until found': '<p hidden="until-found">SECRET</p>',
  'closed details': '<details><summary>More</summary>SECRET</details>',
  'closed dialog': '<dialog>SECRET</dialog>',
  'zero size with overflow hidden': '<div style="height:0;overflow:hidden">SECRET</div>',
  'max-height 0': '<div style="max-height:0;overflow:hidden"><p>SECRET</p></div>',
  'one pixel for screen readers': '<span style="position:absolute;width:1px;height:1px;overflow:hidden">SECRET</span>',
  'clip rect': '<span style="position:absolute;clip:rect(0,0,0,0)">SECRET</span>',
  'clip path': '<span style="clip-path:inset(50%)">SECRET</span>',
  'left of the page': '<p style="position:absolute;left:-9999px">SECRET</p>',
  'above the page': '<p style="position:absolute;top:-999px">SECRET</p>',
  'text indent': '<p style="text-indent:-9999px">SECRET</p>',
  'font size 0': '<p style="font-size:0">SECRET</p>',
  'transform to nothing': '<p style="transform:scale(0)">SECRET</p>',
  'transparent ink': '<p style="color:transparent">SECRET</p>',
  'ink of the paper': '<p style="color:#fff">SECRET</p>',
  'ink of the box': '<div style="background:#123456"><p style="color:rgb(18,52,86)">SECRET</p></div>',
  'content visibility hidden': '<div style="content-visibility:hidden">SECRET</div>',
  'beside the window of a carousel':
    '<div style="width:100px;overflow:hidden;white-space:nowrap">' +
    '<span style="display:inline-block;width:100px">one</span>' +
    '<span style="display:inline-block;width:100px">SECRET</span></div>',
  'drawer to the right of the window':
    '<div style="position:fixed;top:0;right:-400px;width:400px;height:300px">SECRET</div>',
  'drawer moved out by a transform':
    '<div style="position:fixed;top:0;right:0;width:300px;transform:translateX(100%)">SECRET</div>',
  'bar below the window': '<div style="position:fixed;bottom:-200px">SECRET</div>',
  'right of a page that cannot be scrolled there':
    '<style>body{overflow-x:hidden}</style><div style="position:absolute;left:100%;width:300px">SECRET</div>',
  'far to the right': '<p style="position:absolute;right:-9999px">SECRET</p>',
  'opacity by a filter': '<p style="filter:opacity(0)">SECRET</p>',
  'faded away in a moment':
    '<style>@keyframes gone{to{opacity:0}}</style><p style="animation:gone 1s forwards">SECRET</p>',
  noscript: '<noscript>SECRET</noscript>',
  template: '<template>SECRET</template>',
  'script and style': '<script>/* SECRET */</script><style>/* SECRET */</style>',
  'password field': '<input type="password" value="SECRET">',
  'hidden field': '<input type="hidden" value="SECRET">',
  'option not chosen': '<select><option>one<option>SECRET</select>',
  'fallback of media': '<video>SECRET</video><canvas>SECRET</canvas><object data="data:text/plain,">SECRET</object>',
  'class of a style sheet': '<style>.away{display:none}</style><p class="away">SECRET</p>',
  'pseudo element not shown': '<style>.x::before{content:"SECRET";display:none}</style><p class="x">x</p>',
};

const SHOWN: Record<string, string> = {
  'below the fold': '<div style="height:5000px"></div><p>SHOWN</p>',
  'visible child of a hidden parent': '<div style="visibility:hidden"><p style="visibility:visible">SHOWN</p></div>',
  'white on dark': '<div style="background:#000"><p style="color:#fff">SHOWN</p></div>',
  'white on a picture': '<div style="background-image:linear-gradient(red,blue)"><p style="color:#fff">SHOWN</p></div>',
  'white over a box beside it':
    '<div style="position:relative;height:100px"><div style="position:absolute;inset:0;background:#222">' +
    '</div><p style="position:relative;color:#fff">SHOWN</p></div>',
  'gradient text':
    '<p style="background:linear-gradient(red,blue);-webkit-background-clip:text;color:transparent">SHOWN</p>',
  'open details': '<details open><summary>More</summary>SHOWN</details>',
  'open dialog': '<dialog open>SHOWN</dialog>',
  'scroll box': '<div style="height:40px;overflow:auto"><div style="height:500px"></div><p>SHOWN</p></div>',
  'absolute child of a cutting box that does not hold it':
    '<div style="height:0;overflow:hidden"><p style="position:absolute;top:200px">SHOWN</p></div>'.replace(
      'height:0',
      'height:20px',
    ),
  'open shadow root': '<div><template shadowrootmode="open"><p>SHOWN</p></template></div>',
  'closed shadow root': '<div><template shadowrootmode="closed"><p>SHOWN</p></template></div>',
  'closed shadow root in a closed shadow root':
    '<x-a></x-a><script>customElements.define("x-b", class extends HTMLElement { constructor() { super(); ' +
    'this.attachShadow({ mode: "closed" }).innerHTML = "<p>SHOWN</p>' +
    '" } }); customElements.define("x-a", class extends HTMLElement { constructor() { super(); ' +
    'this.attachShadow({ mode: "closed" }).innerHTML = "<x-b style=\\"display:block\\"></x-b>" } })</script>',
  slot: '<div><template shadowrootmode="open"><b><slot></slot></b></template>SHOWN</div>',
  'fading in': '<style>@keyframes come{from{opacity:0}}</style><p style="animation:come 2s">SHOWN</p>',
  'fixed within what is transformed':
    '<div style="height:2500px"></div><div style="transform:translateX(0)"><p style="position:fixed;top:0">' +
    'SHOWN</p></div>',
  'cards to the right in a row that scrolls':
    '<style>body{overflow-x:hidden}</style><div style="overflow-x:auto;white-space:nowrap">' +
    '<span style="display:inline-block;width:3000px">a</span><span>SHOWN</span></div>',
  'frame of the same origin': '<iframe srcdoc="<p>SHOWN</p>"></iframe>',
  'pseudo element': '<style>.x::after{content:"SHOWN"}</style><p class="x">x</p>',
  'chosen option': '<select><option>one<option selected>SHOWN</select>',
  'value of a field': '<input value="SHOWN">',
  'text area': '<textarea>SHOWN</textarea>',
  'alternative text': '<img src="x.png" alt="SHOWN">',
  'aria-hidden': '<p aria-hidden="true">SHOWN</p>',
  'contents of display contents': '<div style="display:contents"><p>SHOWN</p></div>',
  'body that is locked while a dialog is open':
    '<style>body{overflow:hidden;height:100%}</style><div style="height:3000px"></div><p>SHOWN</p>',
  'svg text': '<svg width="200" height="40"><text x="5" y="20">SHOWN</text></svg>',
};

describe('what nobody sees is not read', () => {
  it.each(Object.keys(HIDDEN))('%s', async (name) => {
    const { text } = await read(HIDDEN[name] ?? '');
    expect(text).toContain('Top');
    expect(text).not.toContain('SECRET');
  });
});

describe('what is seen is read', () => {
  it.each(Object.keys(SHOWN))('%s', async (name) => {
    expect((await read(SHOWN[name] ?? '')).text).toContain('SHOWN');
  });
});

describe('the order and shape of the text', () => {
  it('keeps rows, cells, items and lines', async () => {
    const { text } = await read('<table><tr><th>A<th>B<tr><td>1<td>2</table><ul><li>x<li>y</ul>a<br>b<pre>c\nd</pre>');
    expect(text).toBe('Top\nA\tB\n1\t2\nx\ny\na\nb\nc\nd');
  });

  it('joins what touches and parts what stands apart in a flex row', async () => {
    const { text } = await read(
      '<div style="display:flex"><span>$</span><span>19</span><span>.99</span></div>' +
        '<div style="display:flex;gap:12px"><span>Stock</span><span>3</span></div>' +
        '<div style="display:flex;flex-direction:column"><span>one</span><span>two</span></div>',
    );
    expect(text).toBe('Top\n$19.99\nStock 3\none\ntwo');
  });

  it('reads ARIA tables by their roles', async () => {
    const { text } = await read(
      '<div role="table"><div role="row"><div role="columnheader">From</div><div role="columnheader">' +
        'To</div></div><div role="row"><div role="cell">Rome</div><div role="cell">Bern</div></div></div>',
    );
    expect(text).toBe('Top\nFrom\tTo\nRome\tBern');
  });

  it('marks what is struck through by style, and nothing else', async () => {
    const { text, nodes } = await read(
      '<p><span style="text-decoration:line-through">$20</span> <b>$15</b> <del>$30</del></p>',
    );
    const struck = nodes.filter((node) => node.struck).map((node) => text.slice(node.start, node.end));
    expect(struck).toEqual(expect.arrayContaining(['$20', '$30']));
    expect(struck).not.toContain('$15');
  });

  it('knows where a value stands within its line', async () => {
    const { text, runs } = await read('<p style="font-size:20px">Programme book: $8.00 for members</p>');
    const start = text.indexOf('$8.00');
    const box = boxOfSpan({ text, runs }, { start, end: start + 5 });
    const line = runs.find((run) => run.start <= start && run.end > start)?.box;
    if (!box || !line) throw new Error('No box');
    expect(box.x).toBeGreaterThan(line.x + 100);
    expect(box.width).toBeLessThan(line.width / 3);
    expect(box.y).toBeGreaterThanOrEqual(line.y);
  });

  it('gives boxes in page coordinates, sizes and absolute links', async () => {
    const { text, nodes, runs } = await read(
      '<div style="height:2000px"></div><p style="font-size:30px">Price <a href="/buy?x=1">$15</a></p>',
    );
    const run = runs.find((one) => text.slice(one.start, one.end) === '$15');
    expect(run?.box.y).toBeGreaterThan(2_000);
    expect(run?.box.width).toBeGreaterThan(20);
    const link = nodes.find((node) => node.tag === 'a');
    expect(link?.attributes.href).toBe('https://shop.example/buy?x=1');
    expect(link?.fontSize).toBe(30);
  });

  it('reads the structured data and the language of the drawn page', async () => {
    const snapshot = await read(
      '<script>document.head.insertAdjacentHTML("beforeend", `<script type="application/ld+json">' +
        '{"@type":"Product","name":"Lamp","offers":{"price":"12"}}<\\/script>`)</script>',
    );
    expect(snapshot.language).toBe('en');
    expect(snapshot.structured.some((item) => item.type === 'Product')).toBe(true);
  });
});

describe('given documents', () => {
  it('are read at their own address without a network, whatever they ask for', async () => {
    const { snapshot, close } = await look(
      '<title>L</title><link rel=stylesheet href=/x.css><script src="https://cdn.example/x.js"></script><p>' +
        'Price $9</p><script>location.href = "https://elsewhere.example/"</script>',
    );
    await close();
    expect(snapshot).toMatchObject({ finalUrl: 'https://shop.example/lamp', status: 200, title: 'L', look: 'full' });
    expect(snapshot.text).toBe('Price $9');
  });

  it('keep their status and are no pages when they are something else', async () => {
    const wall = { body: '<h1>Not found</h1>', status: 404, headers: {} };
    const missing = await scraper.look({ url: 'https://shop.example/x', look: 'full', given: wall });
    expect(missing.ok ? 'read' : missing.failure.outcome).toBe('not_found');
    const given = { body: '{"price": 12}', status: 200, headers: { 'content-type': 'application/json' } };
    const json = await scraper.look({ url: 'https://shop.example/x.json', look: 'full', given });
    expect(json.ok && json.look.snapshot).toMatchObject({ contentType: 'application/json', look: 'full' });
  });
});

describe('what asks for consent to cookies is not read as content', () => {
  const page = '<main><p>The lamp costs $12. We bake cookies too: 3 for $2.</p><button>Accept offer</button></main>';
  it.each([
    '<div style="position:fixed;bottom:0"><p>SECRET We use cookies.</p><button>Accept all</button><button>' +
      'Reject</button></div>',
    '<div id="cookie-banner"><p>SECRET We use cookies.</p><a href="#">OK</a></div>',
    '<div role="dialog"><p>SECRET Wir verwenden Cookies.</p><button>Alle akzeptieren</button></div>',
    '<div><template shadowrootmode="open"><div class="cmp-box"><p>SECRET Nous utilisons des cookies.</p>' +
      '<button>Tout refuser</button></div></template></div>',
  ])('%s', async (banner) => {
    const { text } = await read(banner + page);
    expect(text).toContain('The lamp costs $12. We bake cookies too');
    expect(text).not.toContain('SECRET');
  });

  it('reads a page that is about cookies, and fixed bars that are not about them', async () => {
    const { text } = await read(
      '<article><h2>How cookie consent works</h2><p>Sites must ask for consent.</p><button>Accept</button>' +
        '</article><div style="position:fixed;top:0">Price $12 <button>OK</button></div>',
    );
    expect(text).toContain('Sites must ask for consent');
    expect(text).toContain('Price $12');
  });
});

describe('the picture', () => {
  it('shows the words framed, is small, and leaves the page as it was', async () => {
    const filler = '<p>Some words that fill the page and mean nothing at all.</p>'.repeat(80);
    const { snapshot, frame, close } = await look(`<body>${filler}<p id="p">Price <b>$15.50</b> today</p>${filler}`);
    const start = snapshot.text.indexOf('$15.50');
    const crop = await frame({ start, end: start + 6 });
    const again = await frame({ start: start - 6, end: start + 12 });
    const nothing = await frame({ start: snapshot.text.length + 5, end: snapshot.text.length + 9 });
    await close();
    expect(crop).toMatchObject({ mediaType: 'image/jpeg', width: 900, height: 420 });
    expect(crop?.bytes.length).toBeGreaterThan(5_000);
    expect(crop?.bytes.length).toBeLessThanOrEqual(60_000);
    expect([...(crop?.bytes.slice(0, 3) ?? [])]).toEqual([0xff, 0xd8, 0xff]);
    expect(again).not.toBeNull();
    expect(nothing).toBeNull();
  });

  it('is wider where a heading would be cut, through frames too, and not for what nobody sees', async () => {
    const price = '<p style="margin:120px 0 0 1000px">Price <b>$15.50</b></p>';
    const heading = '<h1 style="margin:20px 0 0 60px;width:700px">A lamp for people who read at night</h1>';
    const widthOf = async (body: string) => {
      const { snapshot, frame, close } = await look(`<body style="margin:0">${body}`);
      const start = snapshot.text.indexOf('$15.50');
      const crop = await frame({ start, end: start + 6 });
      await close();
      return crop?.width;
    };
    expect(await widthOf(heading + price)).toBeGreaterThan(1_000);
    expect(
      await widthOf(`<iframe style="border:0;width:1200px;height:80px" srcdoc='${heading}'></iframe>${price}`),
    ).toBeGreaterThan(1_000);
    expect(await widthOf(`<div style="visibility:hidden">${heading}</div>${price}`)).toBe(900);
  });
});
