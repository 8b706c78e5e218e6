import type { Scraper } from '@/scrape/scraper';
import { documentOf, readCorpus } from './corpus';

/** Milliseconds. */
export interface Times {
  p50: number;
  p95: number;
}

export function timesOf(times: number[]): Times {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95) };
}

const PAGES = 60;

/** How long a full look at the corpus' pages takes in a warm browser, one after the other, in milliseconds. */
export async function timeFullLooks({ scraper }: { scraper: Scraper }): Promise<Times> {
  const times: number[] = [];
  const { pages, bodyOf } = readCorpus();
  for (const page of pages.slice(0, PAGES)) {
    const startedAt = performance.now();
    const looked = await scraper.look({ url: page.url, look: 'full', given: documentOf(page, bodyOf) });
    times.push(performance.now() - startedAt);
    if (looked.ok) await looked.look.close();
  }
  return timesOf(times);
}
