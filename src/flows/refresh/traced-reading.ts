import { isTraced, spanned } from '@/ops/telemetry/spans';
import type { LookRequest } from '@/scrape/scraper';
import type { Deps } from '../deps';

type ReadDeps = Pick<Deps, 'scraper' | 'readers'>;

/** The same scraper and readers, with a span of each look and each reading; of neither address nor text. */
export function tracedReading(deps: ReadDeps): ReadDeps {
  if (!isTraced()) return deps;
  const { scraper, readers } = deps;
  return {
    scraper: {
      check: (url) => scraper.check(url),
      close: () => scraper.close(),
      look: (request: LookRequest) =>
        spanned(
          { name: 'look', role: 'client', fields: { look: request.look } },
          () => scraper.look(request),
          (looked) => ({ fields: { outcome: looked.ok ? 'page' : looked.failure.outcome } }),
        ),
    },
    readers: {
      ...readers,
      read: (...asked) => reading('any', () => readers.read(...asked)),
      readByRecipe: (...asked) => reading('recipe', () => readers.readByRecipe(...asked)),
      readIndependently: (...asked) => reading('independent', () => readers.readIndependently(...asked)),
    },
  };
}

function reading<Result extends { outcome: string; reader: string | null } | null>(
  way: string,
  read: () => Promise<Result>,
): Promise<Result> {
  return spanned({ name: 'reading', fields: { way } }, read, (result) => ({
    fields: { outcome: result?.outcome ?? 'recipe_missed', reader: result?.reader },
  }));
}
