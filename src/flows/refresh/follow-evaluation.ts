import { type Evaluation, findEvaluation } from '@/db/evaluations';
import { findRefreshBatch } from '@/db/refresh-batches';
import { DomainError } from '@/domain/errors';
import type { RefreshBatch } from '@/domain/refresh-batch';
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
function within(milliseconds: number, signal: AbortSignal | undefined): AbortSignal {
  const timeout = AbortSignal.timeout(milliseconds);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}

/** Beside its own deadline an evaluation may wait in the queue. */
const QUEUE_MS = 20_000;

/**
 * Waits for the end of an evaluation and returns it.
 * @throws DomainError `unavailable` / `still_checking` when it takes longer than an evaluation may; it goes on without
 * us. `not_found` when the evaluation is gone with its monitor.
 */
export async function waitForEvaluation(
  deps: Pick<Deps, 'db' | 'settings'>,
  request: { userId: string; evaluationId: string },
): Promise<Evaluation> {
  const { userId, evaluationId } = request;
  const signal = AbortSignal.timeout(deps.settings.evaluationDeadlineMs + QUEUE_MS);
  let last: Evaluation | null = null;
  for await (const evaluation of followEvaluation(deps, { userId, evaluationId, signal })) last = evaluation;
  if (last?.phase === 'done') return last;
  if (!signal.aborted)
    throw new DomainError('not_found', 'monitor_not_found', 'This monitor was deleted while it was checked.');
  const message = 'The check is taking longer than usual and goes on. Look at the monitor again in a minute.';
  throw new DomainError('unavailable', 'still_checking', message);
}

/** Ten evaluations behind those of others may take long; none takes this long unless nobody works. */
const LONGEST_BATCH_MS = 60 * 60_000;

/**
 * A refresh of many whenever one of its evaluations has gone on, until it has ended. One stream for all, since a
 * browser keeps only a few open at a time.
 */
export function followRefreshBatch(
  deps: Pick<Deps, 'db'>,
  { userId, batchId, signal }: { userId: string; batchId: string; signal?: AbortSignal },
): AsyncGenerator<RefreshBatch, void> {
  const subject: Subject<RefreshBatch> = {
    key: `batch:${userId}:${batchId}`,
    read: (db) => findRefreshBatch(db, userId, batchId),
    evaluationIds: ({ items }) => items.flatMap(({ evaluation }) => (evaluation === null ? [] : [evaluation.id])),
    fingerprint: ({ items }) => JSON.stringify(items),
    isOver: ({ endedAt }) => endedAt !== null,
  };
  return progressHub(deps.db).follow(subject, within(LONGEST_BATCH_MS, signal));
}
