import { type Env, isPublic } from '@/env';
import { createScraper, type HouseScraper } from '@/scrape/create-scraper';
import type { PageParser } from '@/scrape/document/page-parser';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * What asks the search endpoint of the settings, at its port and, outside production, also on this machine's loopback.
 * A scraper of its own: the gate of what people name stays closed to that address.
 */
export function buildSearchScraper(env: Env, now: () => Date, parser: PageParser): HouseScraper | undefined {
  if (env.SEARCH_URL === undefined) return undefined;
  const { protocol, hostname, port, origin } = new URL(env.SEARCH_URL);
  const own = !isPublic(env) && protocol === 'http:' && LOOPBACK.has(hostname);
  return createScraper({
    parser,
    ports: [Number(port) || (protocol === 'https:' ? 443 : 80)],
    exceptions: own ? [`${origin}/`] : [],
    now,
  });
}
