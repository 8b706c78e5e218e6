import { returnCharge } from '@/db/charges';
import { type Abandoned, abandonEvaluations, abandonWaiting, listWaitingSince } from '@/db/evaluations';
import type { Deps } from '../deps';

type ReapDeps = Pick<Deps, 'db' | 'now' | 'log' | 'queue'>;

const STOPPED = 'The app was stopped in the middle of this check. Your check was given back: press Check now again.';
const NEVER_BEGAN = 'This check could not be begun on our side. Your check was given back: press Check now again.';
/** Who waits for less is not asked about. */
const WAITING_MS = 30_000;
/** Nobody waits in front of a page for so long: what is still queued then is ended, whatever its job does. */
const MOST_WAITING_MS = 60 * 60_000;
const AT_ONCE = 100;

/**
 * Ends evaluations whose worker died and those that wait for a job that is gone (tried in vain too often, deleted), and
 * gives their charges back. Runs at the start and then every few seconds, so that nothing is "queued" or "checking" for
 * ever. Returns how many there were.
 */
export async function reapEvaluations(deps: ReapDeps): Promise<number> {
  const now = deps.now();
  const stuck = await findStuck(deps, now);
  const abandoned = await deps.db.transaction().execute(async (trx) => {
    const ended: Abandoned[] = [
      ...(await abandonEvaluations(trx, { sentence: STOPPED, now })),
      ...(await abandonWaiting(trx, stuck, { sentence: NEVER_BEGAN, now })),
    ];
    for (const { userId, chargeDay } of ended) await returnCharge(trx, userId, chargeDay);
    return ended;
  });
  if (abandoned.length > 0) deps.log.warn({ evaluations: abandoned.length }, 'abandoned evaluations were ended');
  return abandoned.length;
}

/**
 * Those that wait and will never be taken. That a job is begun meanwhile does no harm: only what still waits is ended,
 * and a job that an admin brings back finds its evaluation waiting or over.
 */
async function findStuck({ db, queue }: ReapDeps, now: Date): Promise<string[]> {
  const waiting = await listWaitingSince(db, new Date(now.getTime() - WAITING_MS), AT_ONCE);
  if (waiting.length === 0) return [];
  const live = await queue.findLive(waiting.map(({ id }) => id));
  const tooOld = now.getTime() - MOST_WAITING_MS;
  return waiting.filter(({ id, requestedAt }) => !live.has(id) || requestedAt.getTime() < tooOld).map(({ id }) => id);
}
