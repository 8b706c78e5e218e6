import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FixtureSite, startFixtureSite } from '@/test/fixture-site';
import { createScraper, type HouseScraper } from '../create-scraper';
import { parserHere } from '../document/page-parser';
import { SETTLE } from './stillness-watch';

const WORDS = 'The shop of the old mill sells lamps, shades, bulbs and cords of every kind and length. '.repeat(4);

/** Each page shows what it is to be read as, sooner or later; `last` is the text that must be read. */
const PAGES: Record<string, { html: string; last: string }> = {
  static: { html: `<p>${WORDS}</p><p>Price $5</p>`, last: 'Price $5' },
  'scripts that do nothing': { html: `<p>${WORDS}</p><p>Price $6</p><script>let a = 1</script>`, last: 'Price $6' },
  'application that renders after 2 s': {
    html: '<div id="a">Loading…</div><script>setTimeout(() => { a.textContent = "Price $7" }, 2000)</script>',
    last: 'Price $7',
  },
  'shell without words that renders after 2 s': {
    html: '<div id="a"></div><script>setTimeout(() => { a.textContent = "Price $8" }, 2000)</script>',
    last: 'Price $8',
  },
  'answer of the network': {
    html:
      '<div id="a">Loading…</div><script>fetch("/slow?700").then((r) => r.text()).then((t) => { ' +
      'a.textContent = "Price $" + t })</script>',
    last: 'Price $42',
  },
  'chain of answers': {
    html:
      '<div id="a">Loading…</div><script>(async () => { for (let i = 0; i < 3; i++) await (await ' +
      'fetch("/slow?150")).text(); a.textContent = "Price $9" })()</script>',
    last: 'Price $9',
  },
  'polling for ever': {
    html:
      `<p>${WORDS}</p><p id="a"></p><script>setInterval(() => fetch("/slow?10").then((r) => ` +
      'r.text()).then((t) => { a.textContent = "Price $" + t }), 200)</script>',
    last: 'Price $42',
  },
  'answer that never comes': {
    html: `<p>${WORDS}</p><p>Price $10</p><script>fetch("/hang")</script>`,
    last: 'Price $10',
  },
  'clock that ticks': {
    html:
      `<p>${WORDS}</p><p>Price $11</p><p id="a"></p><script>` +
      'setInterval(() => { a.textContent = performance.now() }, 50)</script>',
    last: 'Price $11',
  },
  'clock of a short page': {
    html:
      '<h1>Lamp</h1><p>Price $15</p><p id="a">0 s</p><script>' +
      'let s = 0; setInterval(() => { a.textContent = ++s + " s" }, 1000)</script>',
    last: 'Price $15',
  },
  'number that counts up by large steps on a short page': {
    html:
      '<h1>Lamp</h1><p id="a">Price $0</p><script>let n = 0; setInterval(() => { a.textContent = "Price $" + ' +
      '(n += n < 50 ? 10 : 0) }, 400)</script>',
    last: 'Price $50',
  },
  'number that counts up by frames': {
    html:
      `<p>${WORDS}</p><p id="a"></p><script>let n = 0; (function step() { a.textContent = "Price $" + ++n; ` +
      'if (n < 50) requestAnimationFrame(step) })()</script>',
    last: 'Price $50',
  },
  'content of the second screen': {
    html:
      `<p>${WORDS}</p><div style="height:900px"></div><p id="a">…</p><script>` +
      'new IntersectionObserver((seen) => { if (seen[0].isIntersecting) setTimeout(() => { a.textContent = ' +
      '"Price $12" }, 100) }).observe(a)</script>',
    last: 'Price $12',
  },
  'result of a worker': {
    html:
      `<p>${WORDS}</p><p id="a"></p><script>const w = new Worker(URL.createObjectURL(new ` +
      'Blob(["setTimeout(() => postMessage(1), 200)"]))); w.onmessage = () => { a.textContent = "Price $13" ' +
      '}</script>',
    last: 'Price $13',
  },
  'frame of the same origin': {
    html:
      `<p>${WORDS}</p><iframe srcdoc="<p id=q>wait</p><script>` +
      `setTimeout(() => { q.textContent = 'Price $14' }, 300)</script>"></iframe>`,
    last: 'Price $14',
  },
  'going elsewhere by script': {
    html: '<p>One moment</p><script>setTimeout(() => { location.href = "/static" }, 500)</script>',
    last: 'Price $5',
  },
  'going elsewhere by refresh': {
    html: '<meta http-equiv="refresh" content="1; url=/static"><p>One moment</p>',
    last: 'Price $5',
  },
};

let site: FixtureSite;
let scrapers: Record<'virtual' | 'real', HouseScraper>;

beforeAll(async () => {
  const entries = Object.entries(PAGES).map(([name, page]) => [pathOf(name), `<!doctype html><body>${page.html}`]);
  site = await startFixtureSite({
    ...Object.fromEntries(entries),
    '/slow': (request, response) => {
      setTimeout(() => response.end('42'), Number(request.url?.split('?')[1]));
    },
    '/hang': () => undefined,
  });
  const options = { parser: parserHere, exceptions: [site.exception], politeness: { pauseMs: 0 } };
  scrapers = { virtual: createScraper({ ...options, virtualTime: true }), real: createScraper(options) };
  await scrapers.virtual.warm();
  await scrapers.real.warm();
});

afterAll(async () => {
  await scrapers.virtual.close();
  await scrapers.real.close();
  await site.close();
});

function pathOf(name: string): string {
  return `/${name.replace(/\W+/g, '-')}`;
}

async function read(name: string, clock: 'virtual' | 'real'): Promise<{ text: string; ms: number }> {
  const result = await scrapers[clock].look({ url: site.origin + pathOf(name), look: 'full' });
  if (!result.ok) throw new Error(`${result.failure.outcome}: ${result.failure.message} ${result.failure.detail}`);
  const { text, loadMs } = result.look.snapshot;
  await result.look.close();
  return { text, ms: loadMs };
}

describe.each(['virtual', 'real'] as const)(
  'a page is read when it shows what it is going to show: %s time',
  (clock) => {
    // What draws by animation frames gets too few of them in virtual time, and may look still before it is: this is
    // why real time is the default.
    const names = Object.keys(PAGES).filter((name) => clock === 'real' || !name.includes('by frames'));
    it.each(names)('%s', async (name) => {
      const { text, ms } = await read(name, clock);
      expect(text).toContain(PAGES[name]?.last);
      expect(ms).toBeLessThan(12_000);
    });
  },
);

it('does not wait for a static page, as it does where scripts might change it', async () => {
  const times: Record<string, number[]> = { static: [], 'scripts that do nothing': [] };
  for (let i = 0; i < 3; i++) for (const [name, own] of Object.entries(times)) own.push((await read(name, 'real')).ms);
  const [still = 0, scripted = 0] = Object.values(times).map((own) => Math.min(...own));
  expect(still).toBeLessThan(scripted);
});

it('does not wait for a clock', async () => {
  const times = [];
  for (let i = 0; i < 2; i++) times.push((await read('clock of a short page', 'real')).ms);
  expect(Math.min(...times)).toBeLessThan(SETTLE.cap - 400);
});

it('reads an application that renders after 2 s sooner than that by its own clock', async () => {
  const times = [];
  for (let i = 0; i < 2; i++) times.push((await read('application that renders after 2 s', 'virtual')).ms);
  expect(Math.min(...times)).toBeLessThan(1_500);
});
