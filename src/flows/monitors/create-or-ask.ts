import type { PointCandidate } from '@/domain/contract/pointing';
import { DomainError, type Offer } from '@/domain/errors';
import type { Monitor } from '@/domain/monitor';
import { isForPerson } from '@/domain/outcome';
import type { Deps } from '../deps';
import { type CreateRequest, createMonitor, notSavable } from './create-monitor';
import { type Preview, previewMonitor } from './preview-monitor';

type AskDeps = Pick<Deps, 'db' | 'readers' | 'scraper' | 'now' | 'settings' | 'previewTurns' | 'origin' | 'wakeMail'>;

/**
 * Saves a monitor for a program, which sees no preview: the page is read first, and where it is not sure which value is
 * meant, or what it shows stands against the contract, nothing is saved. Throws what `createMonitor` throws, and
 * `unprocessable` (`unsure`, `not_comparable`, `unrelated_text`) with the preview and its candidates; with `previewId`
 * and `candidate` it is saved. A page that cannot be read is for its checks to find out.
 */
export async function createOrAsk(deps: AskDeps, request: CreateRequest): Promise<Monitor> {
  if (request.previewId === undefined && request.candidate === undefined) {
    const { userId, prompt, source, contract } = request;
    assertSure(await previewMonitor(deps, { userId, prompt, source, contract }));
  }
  return createMonitor(deps, request);
}

function assertSure({ id, reading, page, isSure, note, triggerCondition }: Preview): void {
  const candidates = page?.candidates ?? [];
  if (reading?.obstacle && isSure) throw notSavable(reading.obstacle, mending(id, candidates));
  const isRead = reading === null || !isForPerson(reading.outcome) || candidates.length === 0;
  if (isSure && isRead) return;
  const why = isSure
    ? 'The page shows more than one value that could be meant, or none that is surely it.'
    : (note ?? `It is not sure that this is what the sentence means: “${triggerCondition}”.`);
  const { how, ...offer } = mending(id, candidates);
  throw new DomainError('unprocessable', 'unsure', `${why} ${how}`, offer);
}

/** What a program may send in place of the person who would correct it. */
function mending(id: string | null, candidates: PointCandidate[]): { how: string; offer?: Offer } {
  const way =
    id === null || candidates.length === 0
      ? 'send the request again with the `contract` that you mean.'
      : 'send the request again with `previewId` and the number of the right `candidate`, within an hour, or with ' +
        'the `contract` that you mean.';
  return { how: `Nothing was saved: ${way}`, ...(id === null ? {} : { offer: { previewId: id, candidates } }) };
}
