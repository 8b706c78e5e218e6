import type { Transaction } from 'kysely';
import {
  discardLetters as discardRows,
  listLetterKeys,
  listDeadLetters as listRows,
  lockDeadJobs,
  requeueEmails,
  requeueExport,
  type TakenLetter,
} from '@/db/system/dead-letters';
import { listQueueDepths } from '@/db/system/queue-depths';
import type { DB } from '@/db/types';
import type { AuditAction } from '@/domain/account/audit';
import { type LetterKey, LetterQueue } from '@/domain/system/dead-letters';
import { recordActOf } from '../account/record-act';
import type { Deps } from '../deps';

type LetterDeps = Pick<Deps, 'db' | 'now' | 'origin' | 'queue' | 'wakeMail'>;

/** Which letters an admin means; of all of them so many at once, the oldest first. */
type Which = { letters: LetterKey[] | 'all'; actorId: string };

/** What was given up longer ago is shown no more. */
const SHOWN_MS = 30 * 24 * 60 * 60_000;
const AT_ONCE = 500;

const shownSince = ({ now }: Pick<Deps, 'now'>) => new Date(now().getTime() - SHOWN_MS);

/** How deep each queue is. */
export async function readQueueDepths(deps: Pick<Deps, 'db' | 'now' | 'queue'>) {
  await deps.queue.probe();
  return listQueueDepths(deps.db, { since: shownSince(deps), now: deps.now() });
}

/** What was given up within thirty days, newest first. */
export async function readDeadLetters(
  deps: Pick<Deps, 'db' | 'now' | 'queue'>,
  page: { limit: number; offset: number },
) {
  await deps.queue.probe();
  return listRows(deps.db, { ...page, since: shownSince(deps) });
}

/**
 * Has letters tried again, each told in the audit. Of two admins who do so at once one does. No charge is taken and no
 * evaluation begun: a job comes back only for an evaluation that still waits, whose charge was taken when it was asked
 * for. Returns how many were brought back; the others need no trying, or somebody else has.
 */
export async function retryDeadLetters(deps: LetterDeps, { letters, actorId }: Which): Promise<{ retried: number }> {
  await deps.queue.probe();
  const retried = await deps.db.transaction().execute(async (trx) => {
    const keys = letters === 'all' ? await allKeys(deps, trx, 'retriable') : letters;
    const jobs = await retryJobs(deps, trx, idsOf(keys, 'evaluations'));
    const emails = await requeueEmails(trx, idsOf(keys, 'emails'), deps.now());
    const exports: TakenLetter[] = [];
    // One after the other: of two of one person only the first is made.
    for (const id of idsOf(keys, 'exports')) exports.push(...(await requeueExport(trx, id)));
    for (const [queue, taken] of Object.entries({ evaluations: jobs, emails, exports } as const))
      await recordActs(deps, trx, { actorId, action: 'letter.retry', queue: LetterQueue.parse(queue) }, taken);
    return { emails: emails.length, all: jobs.length + emails.length + exports.length };
  });
  if (retried.emails > 0) deps.wakeMail?.();
  return { retried: retried.all };
}

/** Puts letters aside, each told in the audit: nothing of them is carried out, and they are shown no more. */
export async function discardDeadLetters(
  deps: LetterDeps,
  { letters, actorId }: Which,
): Promise<{ discarded: number }> {
  await deps.queue.probe();
  return deps.db.transaction().execute(async (trx) => {
    const keys = letters === 'all' ? await allKeys(deps, trx, 'all') : letters;
    const aside = await discardRows(trx, keys, { since: shownSince(deps), now: deps.now() });
    for (const [queue, own] of Map.groupBy(aside, (letter) => letter.queue))
      await recordActs(deps, trx, { actorId, action: 'letter.discard', queue }, own);
    return { discarded: aside.length };
  });
}

const idsOf = (keys: readonly LetterKey[], queue: LetterQueue) =>
  [...new Set(keys.filter((key) => key.queue === queue).map(({ id }) => id))].sort();

function allKeys(deps: LetterDeps, trx: Transaction<DB>, which: 'retriable' | 'all'): Promise<LetterKey[]> {
  return listLetterKeys(trx, { since: shownSince(deps), limit: AT_ONCE, which });
}

async function retryJobs(deps: LetterDeps, trx: Transaction<DB>, ids: string[]): Promise<TakenLetter[]> {
  const locked = ids.length > 0 ? await lockDeadJobs(trx, ids) : [];
  if (locked.length > 0)
    await deps.queue.retry(
      trx,
      locked.map(({ id }) => id),
    );
  return locked;
}

interface LetterAct {
  actorId: string;
  action: AuditAction;
  queue: LetterQueue;
}

async function recordActs(
  deps: LetterDeps,
  trx: Transaction<DB>,
  { actorId, action, queue }: LetterAct,
  letters: readonly TakenLetter[],
): Promise<void> {
  for (const { id, personId } of letters) {
    const record = { type: 'dead_letter', id } as const;
    await recordActOf(deps, trx, actorId, { action, personId, record, details: { queue } });
  }
}
