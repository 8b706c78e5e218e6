import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { type Ground, type Line, lookAt } from './ground';

const PAGES = 20;
const AT_ONCE = 4;

/** As much of Crawlee as is used: it is no dependency of ours (151 packages, 44 MB). */
interface Crawlee {
  PlaywrightCrawler: new (options: object, configuration: object) => { run(urls: string[]): Promise<unknown> };
  Configuration: new (options: object) => object;
}

/**
 * 20 pages of five kinds, four at a time: text and picture of each. The same work means what we do for every page:
 * one that is a stranger to the others, in a context of its own, and read when it has come to rest without being told
 * what it will show (Playwright's own measure of rest is "networkidle"). The second line tells how much sooner Crawlee
 * is with one context for all and a condition that knows each page's price; it is no floor.
 */
export async function benchCrawlee(ground: Ground, folder: string): Promise<Line[]> {
  const name = `${PAGES} mixed pages, ${AT_ONCE} at once`;
  const crawlee = loadCrawlee(folder);
  if (crawlee === null) {
    const note = 'Crawlee is not there: npm install --no-save @crawlee/playwright@3.18.1, or --crawlee <its folder>';
    return [{ name, note, ours: '–', theirs: '–', ratio: null, floor: null }];
  }
  await ground.scraper.warm();
  const rounds: { ours: number; same: number; told: number }[] = [];
  for (let round = 0; round < 3; round++) {
    const urls = Array.from({ length: PAGES }, (_, page) => `${ground.origin}/mixed/${page}?round=${round}`);
    rounds.push({
      same: await timeCrawlee(crawlee, ground, urls, 'same'),
      ours: await timeOurs(ground, urls),
      told: await timeCrawlee(crawlee, ground, urls, 'told'),
    });
  }
  const best = (side: 'ours' | 'same' | 'told') => Math.min(...rounds.map((round) => round[side]));
  const rate = (time: number) => `${((PAGES / time) * 1_000).toFixed(1)} pages/s`;
  const [ours, same, told] = [best('ours'), best('same'), best('told')];
  return [
    {
      name,
      note: 'Crawlee PlaywrightCrawler, same work',
      ours: rate(ours),
      theirs: rate(same),
      ratio: ours / same,
      floor: 1,
    },
    {
      name,
      note: 'Crawlee, one context, told the price',
      ours: rate(ours),
      theirs: rate(told),
      ratio: ours / told,
      floor: null,
    },
  ];
}

function loadCrawlee(folder: string): Crawlee | null {
  try {
    return createRequire(pathToFileURL(join(folder, 'package.json')))('@crawlee/playwright') as Crawlee;
  } catch {
    return null;
  }
}

async function timeOurs({ scraper }: Ground, urls: string[]): Promise<number> {
  const left = [...urls];
  const started = performance.now();
  const work = async () => {
    for (let url = left.shift(); url !== undefined; url = left.shift()) {
      const look = await lookAt(scraper, url, 'full');
      const start = look.snapshot.text.indexOf('$');
      if ((await look.frame({ start, end: start + 4 })) === null) throw new Error(`${url}: no picture`);
      await look.close();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return performance.now() - started;
}

async function timeCrawlee(
  crawlee: Crawlee,
  { binary }: Ground,
  urls: string[],
  work: 'same' | 'told',
): Promise<number> {
  let done = 0;
  // From its first page on: what it takes to start its browser is not counted, ours is warm too.
  let started = 0;
  let ended = 0;
  const crawler = new crawlee.PlaywrightCrawler(
    {
      launchContext: {
        useIncognitoPages: work === 'same',
        launcher: chromium,
        launchOptions: { ...binary, headless: true, chromiumSandbox: process.getuid?.() !== 0 },
      },
      browserPoolOptions: { useFingerprints: false },
      minConcurrency: AT_ONCE,
      maxConcurrency: AT_ONCE,
      preNavigationHooks: [
        () => {
          started ||= performance.now();
        },
      ],
      requestHandler: async ({ page }: { page: Page }) => {
        if (work === 'same') await page.waitForLoadState('networkidle');
        else await page.waitForFunction(() => /\$\d/.test(document.body.textContent));
        // biome-ignore lint/performance/useDomNodeTextContent: what is drawn is the question
        await page.innerText('body');
        await page.screenshot({ type: 'jpeg' });
        done += 1;
        ended = performance.now();
      },
    },
    new crawlee.Configuration({ persistStorage: false, logLevel: 'OFF', availableMemoryRatio: 0.9 }),
  );
  await crawler.run(urls);
  if (done !== urls.length) throw new Error(`Crawlee read ${done} of ${urls.length} pages`);
  return ended - started;
}
