import type { ReaderMemory } from '@/ai/create-readers';
import { HALF_LIFE_MS, type SuccessRecord } from '@/ai/reader-order';
import { countAnswer, findAnswer, keepAnswer } from '@/db/ai/answers';
import { listSuccesses, noteSuccess } from '@/db/ai/successes';
import { countAnswerAsked } from '@/ops/metrics';
import type { Deps } from '../deps';

/** How long an answer is kept: a page that did not change for a day is read for nothing. */
const KEPT_MS = 24 * 60 * 60_000;
/** The table takes no larger one. */
const MOST_BYTES = 65_536;
/** How old the order of models may be. */
const LIST_MS = 5_000;

/**
 * What readers keep in the database: answers beyond a restart, and how often models' answers counted. None of it may
 * fail a reading: what goes wrong is told in the log, and models are asked.
 */
export function createReaderMemory(deps: Pick<Deps, 'db' | 'log'>): ReaderMemory {
  return { answers: createAnswers(deps), successes: createSuccesses(deps) };
}

function createAnswers({ db, log }: Pick<Deps, 'db' | 'log'>): ReaderMemory['answers'] {
  const failed = (error: unknown) => {
    log.warn({ err: error }, 'the answers of models that are kept could not be reached');
    return null;
  };
  return {
    find: (id, now) => findAnswer(db, id, now).catch(failed),
    keep: async (key, sealed, userId, now) => {
      if (sealed.length > MOST_BYTES) return;
      const expiresAt = new Date(now.getTime() + KEPT_MS);
      await keepAnswer(db, { key, sealed, userId, keptAt: now, expiresAt }).catch(failed);
    },
    count: async (kind, now) => {
      countAnswerAsked(kind);
      await countAnswer(db, kind, now).catch(failed);
    },
  };
}

function createSuccesses({ db, log }: Pick<Deps, 'db' | 'log'>): ReaderMemory['successes'] {
  let known: SuccessRecord[] = [];
  let knownAt = Number.NEGATIVE_INFINITY;
  const failed = (error: unknown) => log.warn({ err: error }, 'how well models read could not be looked up or noted');
  return {
    list: async () => {
      if (performance.now() - knownAt < LIST_MS) return known;
      knownAt = performance.now();
      await listSuccesses(db).then((records) => {
        known = records;
      }, failed);
      return known;
    },
    note: async (use, counted, now) => {
      await noteSuccess(db, use, { counted, now, halfLifeMs: HALF_LIFE_MS }).catch(failed);
      // What this process has seen counts at once.
      knownAt = Number.NEGATIVE_INFINITY;
    },
  };
}
