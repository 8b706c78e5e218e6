import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createGzip } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ESCAPES, READABLE_ESCAPES, startEscapeSite } from '@/test/escape-site';
import { type FixturePage, type FixtureSite, startFixtureSite, startTrap } from '@/test/fixture-site';
import { openThreads } from '@/threads/threads';
import { createScraper, type HouseScraper } from '../create-scraper';

const DEADLINE_MS = 8_000;
/** For pages that only want much work: they give their value, however much else the machine does. */
const PATIENT_DEADLINE_MS = 40_000;
const GOOD = '<!doctype html><h1>Lamp</h1><p>The price of the lamp is $12, and it can be had at once.</p>';

/** Sends for ever, a little at a time, as long as somebody listens. */
function drip(chunk: string, everyMs: number): FixturePage {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const timer = setInterval(() => response.write(chunk), everyMs);
    response.on('close', () => clearInterval(timer));
  };
}

const HOSTILE: Record<string, { page: FixturePage; outcomes: string[] }> = {
  dialogs: {
    page: `${GOOD}<script>alert(1); confirm(2); prompt(3); print()</script>`,
    outcomes: ['value'],
  },
  'dialogs without end': {
    page: `${GOOD}<script>setTimeout(function again() { alert(1); setTimeout(again) })</script>`,
    outcomes: ['value', 'unavailable'],
  },
  'pop-ups': {
    page: `${GOOD}<script>for (let i = 0; i < 20; i++) window.open("/good?" + i)</script>`,
    outcomes: ['value'],
  },
  'a download by header': {
    page: (_, response) => {
      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment; filename="a.bin"',
      });
      response.end(Buffer.alloc(5_000, 7));
    },
    outcomes: ['empty', 'unavailable'],
  },
  'a download by script': {
    page: `${GOOD}<a id="a" download="x.html" href="/good">x</a><script>a.click()</script>`,
    outcomes: ['value'],
  },
  beforeunload: {
    page: `${GOOD}<script>onbeforeunload = (event) => { event.preventDefault(); return "stay" }</script>`,
    outcomes: ['value'],
  },
  'redirects without end': {
    page: (request, response) => {
      const number = Number(request.url?.split('?')[1] ?? 0) + 1;
      response.writeHead(302, { location: `/redirects-without-end?${number}` }).end();
    },
    outcomes: ['unavailable'],
  },
  'reloads without end': {
    page: `${GOOD}<script>setTimeout(() => location.reload(), 30)</script>`,
    outcomes: ['value', 'unavailable'],
  },
  'a page that never ends': { page: drip('<p>and more words to come</p>', 50), outcomes: ['value', 'unavailable'] },
  'a slow loris': { page: drip('a', 500), outcomes: ['value', 'unavailable', 'empty'] },
  'an answer that never comes': { page: () => undefined, outcomes: ['unavailable'] },
  'a gzip bomb': {
    page: (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      const gzip = createGzip({ level: 9 });
      const zeros = Buffer.alloc(1_000_000, 32);
      let left = 1_000;
      const pump = () => {
        while (left > 0 && !response.destroyed) {
          left -= 1;
          if (!gzip.write(zeros)) return void gzip.once('drain', pump);
        }
        gzip.end();
      };
      response.on('close', () => gzip.destroy());
      gzip.on('error', () => undefined);
      gzip.pipe(response);
      pump();
    },
    outcomes: ['unavailable', 'empty'],
  },
  'a body of 200 MB': {
    page: (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const chunk = `<p>${'word '.repeat(200_000)}</p>`;
      let left = 200;
      const pump = () => {
        while (left > 0 && !response.destroyed) {
          left -= 1;
          if (!response.write(chunk)) return void response.once('drain', pump);
        }
        response.end();
      };
      pump();
    },
    outcomes: ['value', 'unavailable'],
  },
  'a page that eats a core': { page: `${GOOD}<script>for (;;) {}</script>`, outcomes: ['unavailable'] },
  'a page that eats a core later': {
    page: `${GOOD}<script>setTimeout(() => { for (;;) {} }, 100)</script>`,
    outcomes: ['value', 'unavailable'],
  },
  'a page that eats memory': {
    page:
      `${GOOD}<script>const held = []; setInterval(() => { for (let i = 0; i < 20; i++) held.push(new ` +
      'Uint8Array(8_000_000).fill(1)) }, 10)</script>',
    outcomes: ['value', 'unavailable'],
  },
  'a document of a million elements': {
    page:
      `${GOOD}<script>const all = document.createDocumentFragment(); for (let i = 0; i < 300_000; i++) { ` +
      'const p = document.createElement("p"); p.textContent = "x" + i; all.append(p) } ' +
      'document.body.append(all)</script>',
    outcomes: ['value', 'unavailable'],
  },
  'twenty thousand paragraphs': {
    page:
      `${GOOD}<script>for (let i = 0; i < 20_000; i++) { const p = document.createElement("p"); ` +
      'p.textContent = "Lamp " + i + " costs $" + i + ".50"; document.body.append(p) }</script>',
    outcomes: ['value'],
  },
  'fifteen thousand banners of consent': {
    page:
      `${GOOD}${'<p>words that fill the page</p>'.repeat(3_000)}<script>` +
      'for (let i = 0; i < 15_000; i++) { const p = document.createElement("div"); p.className = "cookie"; ' +
      'p.innerHTML = "cookie <button>OK</button>"; document.body.append(p) }</script>',
    outcomes: ['value'],
  },
  'ten thousand buttons in one banner': {
    page:
      `${GOOD}${'<p>words that fill the page</p>'.repeat(10_000)}<div class="cookie">` +
      'cookie <div class="cookie" id="in"></div></div><script>' +
      'for (let i = 0; i < 10_000; i++) { const b = document.createElement("button"); b.textContent = "OK"; ' +
      'document.getElementById("in").append(b) }</script>',
    outcomes: ['value'],
  },
  'a document of ten thousand levels': {
    page:
      `${GOOD}<script>let at = document.body; for (let i = 0; i < 10_000; i++) { const d = ` +
      'document.createElement("div"); at.append(d); at = d } at.textContent = "deep"</script>',
    outcomes: ['value', 'unavailable'],
  },
  'replaced built-ins': {
    page: `${GOOD}<script>
      window.getComputedStyle = () => { throw 1 }; JSON.stringify = () => "lies"; Array.prototype.push = () => 0;
      Range.prototype.getClientRects = () => []; Object.defineProperty(document, "body", { get: () => null });
      document.createTreeWalker = null; window.performance = null;
      Element.prototype.getBoundingClientRect = null;</script>`,
    outcomes: ['value'],
  },
};

let site: FixtureSite;
let scraper: HouseScraper;
let patient: HouseScraper;
const threads = openThreads();
const pauses = monitorEventLoopDelay({ resolution: 10 });

beforeAll(async () => {
  const pages = Object.entries(HOSTILE).map(([name, { page }]) => [pathOf(name), page]);
  let asked = 0;
  site = await startFixtureSite({
    ...Object.fromEntries(pages),
    '/good': GOOD,
    // Never answers the first time.
    '/only-later': (_, response) => {
      asked += 1;
      if (asked > 1) response.writeHead(200, { 'content-type': 'text/html' }).end(GOOD);
    },
  });
  const open = (deadlineMs: number) =>
    createScraper({
      parser: threads.parser,
      exceptions: [site.exception],
      deadlineMs,
      politeness: { pauseMs: 0 },
    });
  scraper = open(DEADLINE_MS);
  patient = open(PATIENT_DEADLINE_MS);
  await scraper.warm();
  pauses.enable();
});

afterAll(async () => {
  await Promise.all([scraper.close(), patient.close()]);
  await threads.close();
  await site.close();
});

function pathOf(name: string): string {
  return `/${name.replace(/\W+/g, '-')}`;
}

describe('hostile pages end within the deadline, each with an outcome', () => {
  it.each(Object.entries(HOSTILE))('%s', async (name, { outcomes }) => {
    const isRead = outcomes.every((outcome) => outcome === 'value');
    const [by, deadlineMs] = isRead ? [patient, PATIENT_DEADLINE_MS] : [scraper, DEADLINE_MS];
    const started = performance.now();
    const result = await by.look({ url: site.origin + pathOf(name), look: 'full' });
    const ms = performance.now() - started;
    if (result.ok) {
      expect(result.look.snapshot.text).toMatch(/Lamp|word|more|aaa/);
      await result.look.close();
    }
    expect(outcomes).toContain(result.ok ? 'value' : result.failure.outcome);
    if (!result.ok) expect(result.failure.message).toMatch(/\. .+\.$|deadline|\.$/);
    expect(ms).toBeLessThan(deadlineMs + 4_500);
    const after = await by.look({ url: `${site.origin}/good`, look: 'full' });
    expect(after.ok && after.look.snapshot.text).toContain('$12');
    if (after.ok) await after.look.close();
  });

  it('looks once more with a new browser when the old one dies in the middle of a look', async () => {
    const before = scraper.state();
    const looking = scraper.look({ url: `${site.origin}/only-later`, look: 'full' });
    while (!site.requests.includes('/only-later')) await new Promise((resolve) => setTimeout(resolve, 20));
    process.kill(before.pid ?? 0, 'SIGKILL');
    const result = await looking;
    expect(result.ok ? result.look.snapshot.text : result.failure).toContain('$12');
    if (result.ok) await result.look.close();
    expect(scraper.state().generation).toBeGreaterThan(before.generation);
  });
});

it('keeps the thread that serves for no longer than a moment, whatever the page', async ({ annotate }) => {
  const longest = Math.round(pauses.max / 1e6);
  await annotate(`longest pause of the event loop: ${longest} ms, of at most 200 on an idle machine`);
  expect(longest).toBeLessThan(2_000);
});

describe('nothing private is ever connected to', () => {
  it('by subresources, sockets, frames, workers, redirects, refreshes, beacons or prefetches', async () => {
    const trap = await startTrap();
    const target = `127.0.0.1:${trap.port}`;
    const local = await startEscapeSite(trap);
    const guarded = createScraper({
      parser: threads.parser,
      exceptions: [local.exception],
      ports: [80, trap.port],
      deadlineMs: DEADLINE_MS,
    });
    try {
      for (const path of ESCAPES) {
        const result = await guarded.look({ url: local.origin + path, look: 'full' });
        if (result.ok) {
          expect(result.look.snapshot.text).not.toMatch(/secret|root:/);
          await result.look.close();
        } else if (!READABLE_ESCAPES.includes(path)) expect(result.failure.outcome).toBe('url_refused');
      }
      for (const url of [
        `http://${target}/`,
        `http://localhost:${trap.port}/`,
        'http://169.254.169.254/latest/',
        'file:///etc/passwd',
        'view-source:http://example.com/',
        'chrome://version',
      ]) {
        const result = await guarded.look({ url, look: 'full' });
        expect(result.ok ? 'read' : result.failure.outcome).toBe('url_refused');
      }
      expect([trap.connections(), trap.datagrams()]).toEqual([0, 0]);
    } finally {
      await guarded.close();
      await local.close();
      await trap.close();
    }
  });
});
