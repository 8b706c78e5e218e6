import { load } from 'cheerio';
import { parseDocument } from 'htmlparser2';
import { fetch } from 'undici';
import { byTurns, type Ground, type Line, lookAt, ms } from './ground';

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
