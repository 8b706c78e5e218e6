import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { findBrowserBinaries, launchOf } from '@/scrape/browser/browser-binary';
import { createScraper, type HouseScraper } from '@/scrape/create-scraper';
import { parserHere } from '@/scrape/document/page-parser';
import type { Look } from '@/scrape/scraper';

/** What all measures stand on: the fixture site and our scraper; the other side's browser is the same binary. */
export interface Ground {
  origin: string;
  scraper: HouseScraper;
  openBareBrowser(): Promise<Browser>;
  /** The browser's path and environment, for others who start it themselves. */
  binary: { executablePath?: string; env?: Record<string, string> };
  close(): Promise<void>;
}

/** A line of the table. `ratio` is ours to theirs; `floor` is the most it may be, null where it is only told. */
export interface Line {
  name: string;
  ours: string;
  theirs: string;
  ratio: number | null;
  floor: number | null;
  note?: string;
}

const BARE_FLAGS = ['--disable-gpu', '--hide-scrollbars', '--mute-audio', '--font-render-hinting=none'];

export async function openGround(concurrency: number): Promise<Ground> {
  const site = fork(fileURLToPath(new URL('./site.ts', import.meta.url)));
  const [origin] = (await once(site, 'message')) as [string];
  // Manners are for other people's sites: on our own nobody waits. The other tools do not wait either.
  const politeness = { pauseMs: 0, concurrency: 64 };
  const scraper = createScraper({ parser: parserHere, exceptions: [`${origin}/`], politeness, concurrency });
  const found = (await findBrowserBinaries({}))[0];
  if (found === undefined) throw new Error('There is no browser: set CHROMIUM_PATH.');
  const binary = launchOf(found);
  return {
    origin,
    scraper,
    binary,
    openBareBrowser: () => chromium.launch({ ...binary, args: BARE_FLAGS, chromiumSandbox: process.getuid?.() !== 0 }),
    close: async () => {
      await scraper.close();
      site.disconnect();
    },
  };
}

/** A look that has to work; whoever gets it closes it. */
export async function lookAt(scraper: HouseScraper, url: string, look: 'full' | 'cheap'): Promise<Look> {
  const result = await scraper.look({ url, look });
  if (!result.ok) throw new Error(`${url}: ${result.failure.outcome}, ${result.failure.message}`);
  return result.look;
}

/** Runs both by turns, so that what else the machine does hits both; medians in milliseconds. */
export async function byTurns(
  runs: number,
  ours: (run: number) => Promise<unknown>,
  theirs: (run: number) => Promise<unknown>,
): Promise<{ ours: number; theirs: number; ratio: number }> {
  const times: [number[], number[]] = [[], []];
  for (let run = -3; run < runs; run++) {
    // Who goes first changes, since the second finds warm caches.
    for (const side of run % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const started = performance.now();
      await (side === 0 ? ours : theirs)(Math.max(0, run));
      if (run >= 0) times[side].push(performance.now() - started);
    }
  }
  const [mine, other] = [median(times[0]), median(times[1])];
  return { ours: mine, theirs: other, ratio: mine / other };
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}

export function ms(value: number): string {
  return `${value.toFixed(value < 20 ? 1 : 0)} ms`;
}
