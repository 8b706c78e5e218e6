import type { Scraper } from '@/scrape/scraper';
import { corpusPages } from './eval-corpus-files';
import { type Times, timesOf } from './eval-times';

const PAGES = 60;

/** How long a full look at the corpus' pages takes in a warm browser, one after the other, in milliseconds. */
export async function timeFullLooks({ scraper }: { scraper: Scraper }): Promise<Times> {
  const times: number[] = [];
  for (const page of corpusPages().slice(0, PAGES)) {
    const startedAt = performance.now();
    const looked = await scraper.look({ url: page.url, look: 'full', given: page.document });
    times.push(performance.now() - startedAt);
    if (looked.ok) await looked.look.close();
  }
  return timesOf(times);
}
