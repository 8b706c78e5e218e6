import { insertSourceLooks } from '@/db/source-health';
import { SourceFailure, type SourceLook } from '@/domain/source-health';
import { countedHost } from '@/domain/source-kinds';
import type { LookResult, Scraper } from '@/scrape/scraper';
import type { Deps } from '../deps';

/** A scraper that remembers how its looks went, and the looks so far. */
export interface NotedScraper {
  scraper: Scraper;
  looks: SourceLook[];
}

/** The same scraper, with a note of every look that tells something of its site. */
export function noteLooks({ scraper, now }: Pick<Deps, 'scraper' | 'now'>): NotedScraper {
  const looks: SourceLook[] = [];
  return {
    looks,
    scraper: {
      check: (url) => scraper.check(url),
      close: () => scraper.close(),
      look: async (request) => {
        const started = performance.now();
        const result = await scraper.look(request);
        const failure = failureOf(result);
        // What we called off ourselves is not the site's doing.
        const host = countedHost(request.url);
        if (failure !== undefined && !request.signal?.aborted && host !== null) {
          // Of a page that came, without our own waiting before it was asked for.
          const tookMs = Math.round(result.ok ? result.look.snapshot.loadMs : performance.now() - started);
          looks.push({ host, at: now(), look: request.look, failure, tookMs });
        }
        return result;
      },
    },
  };
}

/** Undefined for what says nothing of the site. */
function failureOf(result: LookResult): SourceFailure | null | undefined {
  return result.ok ? null : SourceFailure.safeParse(result.failure.outcome).data;
}

/** Stores the notes. They are figures for people: that they cannot be kept must not fail an evaluation. */
export async function recordLooks(deps: Pick<Deps, 'db' | 'now' | 'log'>, looks: SourceLook[]): Promise<void> {
  await insertSourceLooks(deps.db, looks, deps.now()).catch((error: unknown) => {
    deps.log.warn({ err: error }, 'the health of a source could not be noted');
  });
}
