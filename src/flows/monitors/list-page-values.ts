import type { ReaderContext } from '@/ai/reader';
import { MOST_CANDIDATES, type PointCandidate } from '@/domain/contract/pointing';
import type { Snapshot } from '@/domain/snapshot';
import { FactType } from '@/domain/value/value';
import type { Deps } from '../deps';
import { pagesOf } from './interpret-prompt';

type ListDeps = Pick<Deps, 'readers' | 'scraper' | 'now' | 'settings' | 'previewTurns'>;

/** Nobody knows what kind of value is asked for, so some of each are shown. */
const OF_EACH: Record<FactType, number> = { number: 5, string: 3, boolean: 1, object: 1 };

interface PageValues {
  candidates: PointCandidate[];
  /** Why there are none; null where the page was read. */
  message: string | null;
}

/**
 * What stands on the page of a sentence that nobody understood, the likelier first of each kind of value, for a person
 * who fills in the contract. Reads no fact and keeps nothing. Waits for its turn as a preview does.
 */
export async function listPageValues(
  deps: ListDeps,
  asked: { userId: string; prompt: string; source?: string | undefined; signal?: AbortSignal },
): Promise<PageValues> {
  const [url] = pagesOf(asked.prompt, asked.source);
  if (url === undefined) return { candidates: [], message: 'Your sentence names no page. Add the address of one.' };
  const { userId, signal: given } = asked;
  const leave = await deps.previewTurns.take(userId, given);
  try {
    const deadline = AbortSignal.timeout(deps.settings.evaluationDeadlineMs);
    const signal = given ? AbortSignal.any([given, deadline]) : deadline;
    const looked = await deps.scraper.look({ url, look: 'full', previewOf: userId, signal });
    if (!looked.ok) return { candidates: [], message: looked.failure.message };
    try {
      const context = { userId, monitorId: null, evaluationId: null, now: deps.now(), signal };
      return { candidates: await someOfEach(deps, asked.prompt, looked.look.snapshot, context), message: null };
    } finally {
      await looked.look.close();
    }
  } finally {
    leave();
  }
}

async function someOfEach(
  { readers }: ListDeps,
  prompt: string,
  snapshot: Snapshot,
  context: ReaderContext,
): Promise<PointCandidate[]> {
  const lists = await Promise.all(
    FactType.options.map(async (factType) => {
      const about = { fact: prompt.slice(0, 300), item: null, property: 'text', unit: null };
      const question = { ...about, prompt, factType, language: snapshot.language ?? 'en' };
      return (await readers.candidates(question, snapshot, context)).slice(0, OF_EACH[factType]);
    }),
  );
  const some = lists.flat().slice(0, MOST_CANDIDATES);
  return some.map((candidate, at) => ({ ...candidate, number: at + 1 }));
}
