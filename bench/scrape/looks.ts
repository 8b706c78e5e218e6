import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { load } from 'cheerio';
import { parseDocument } from 'htmlparser2';
import { fetch } from 'undici';
import { byTurns, type Ground, type Line, lookAt, ms } from './ground';

/**
 * Resident memory after 100 looks and after 500, full ones, two at a time. Needs --expose-gc to count node's fairly.
 */
export async function benchMemory({ origin, scraper }: Ground, looks: number): Promise<Line[]> {
  const early = Math.ceil(looks / 5);
  await lookMany(early);
  const before = await measure();
  await lookMany(looks - early);
  const after = await measure();
  const line = (name: string, ours: number, theirs: number): Line => ({
    name,
    note: `after ${looks} looks, against after ${early}`,
    ours: megabytes(ours),
    theirs: megabytes(theirs),
    ratio: ours / theirs,
    floor: 1.1,
  });
  return [line('memory of node', after.node, before.node), line('memory of Chromium', after.browser, before.browser)];

  async function lookMany(count: number): Promise<void> {
    let left = count;
    const work = async () => {
      while (left-- > 0) await (await lookAt(scraper, `${origin}/product/${left % 50}`, 'full')).close();
    };
    await Promise.all([work(), work()]);
  }

  /** The lowest of some moments: what is held, not what waits to be swept. */
  async function measure(): Promise<{ node: number; browser: number }> {
    const found = { node: Number.POSITIVE_INFINITY, browser: Number.POSITIVE_INFINITY };
    for (let moment = 0; moment < 8; moment++) {
      globalThis.gc?.();
      await lookMany(1);
      await new Promise((resolve) => setTimeout(resolve, 250));
      found.node = Math.min(found.node, process.memoryUsage.rss());
      found.browser = Math.min(found.browser, await browserBytes(scraper.state().pid));
    }
    return found;
  }
}

/** Of the browser's process group, which holds its renderers and helpers too. */
async function browserBytes(pid: number | null): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-e', '-o', 'pgid=,rss=']);
  const rows = stdout.split('\n').map((row) => row.trim().split(/\s+/).map(Number));
  return rows.reduce((sum, [group, kilobytes = 0]) => (group === pid ? sum + kilobytes * 1_024 : sum), 0);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MB`;
}

/** A full look with its framed picture, against playwright-core doing the same by hand in a context of its own. */
export async function benchFullLook({ origin, scraper, openBareBrowser }: Ground, runs: number): Promise<Line[]> {
  const url = `${origin}/product/1`;
  const browser = await openBareBrowser();
  const ours = async () => {
    const look = await lookAt(scraper, url, 'full');
    const start = look.snapshot.text.indexOf('$');
    const picture = await look.frame({ start, end: start + 7 });
    if (picture === null) throw new Error('no picture');
    await look.close();
  };
  const theirs = async () => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    await page.goto(url);
    // biome-ignore lint/performance/useDomNodeTextContent: what is drawn is the question
    await page.innerText('body');
    await page.screenshot({ type: 'jpeg' });
    await context.close();
  };
  const page = await browser.newPage();
  const theirsInOnePage = async () => {
    await page.goto(url);
    // biome-ignore lint/performance/useDomNodeTextContent: what is drawn is the question
    await page.innerText('body');
    await page.screenshot({ type: 'jpeg' });
  };
  try {
    await scraper.warm();
    const fresh = await byTurns(runs, ours, theirs);
    const reused = await byTurns(Math.ceil(runs / 2), ours, theirsInOnePage);
    return [
      line('full look, static page', 'playwright-core, fresh context', fresh, 1.25),
      line('full look, static page', 'playwright-core, one page for all', reused, null),
    ];
  } finally {
    await browser.close();
  }
}

/** A cheap look, whole: gate, fetch, visible text, structured data, classification; against fetching and parsing. */
export async function benchCheapLook({ origin, scraper }: Ground, runs: number): Promise<Line[]> {
  const url = `${origin}/product/1`;
  const ours = async () => (await lookAt(scraper, url, 'cheap')).close();
  const text = async () => (await fetch(url)).text();
  const cheerio = await byTurns(runs, ours, async () => load(await text())('body').text());
  const bare = await byTurns(runs, ours, async () => parseDocument(await text()));
  return [
    line('cheap look', 'undici fetch + cheerio', cheerio, 1.3),
    line('cheap look', 'undici fetch + htmlparser2, no text', bare, null),
  ];
}

function line(
  name: string,
  against: string,
  { ours, theirs, ratio }: { ours: number; theirs: number; ratio: number },
  floor: number | null,
): Line {
  return { name, note: against, ours: ms(ours), theirs: ms(theirs), ratio, floor };
}
