import { type Evaluation, findEvaluation } from '@/db/evaluations';
import type { Deps } from '../deps';
import { progressHub } from './progress-hub';
import type { Subject } from './progress-topic';

/** An evaluation that nobody ends in this time is abandoned; the follower need not wait for the reaper for ever. */
const LONGEST_MS = 5 * 60_000;

/** The evaluation whenever its phase changes, until it is done. All who follow share one question to the database. */
export function followEvaluation(
  deps: Pick<Deps, 'db'>,
  { userId, evaluationId, signal }: { userId: string; evaluationId: string; signal?: AbortSignal },
): AsyncGenerator<Evaluation, void> {
  const subject: Subject<Evaluation> = {
    key: `evaluation:${userId}:${evaluationId}`,
    read: (db) => findEvaluation(db, userId, evaluationId),
    evaluationIds: ({ id }) => [id],
    fingerprint: ({ phase }) => phase,
    isOver: ({ phase }) => phase === 'done',
  };
  return progressHub(deps.db).follow(subject, within(LONGEST_MS, signal));
}

/** The signal, or the end of the time. */
export function within(milliseconds: number, signal: AbortSignal | undefined): AbortSignal {
  const timeout = AbortSignal.timeout(milliseconds);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}
