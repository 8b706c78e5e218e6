import type { Evaluation } from '@/db/evaluations';
import { DomainError } from '@/domain/errors';
import type { Deps } from '../deps';
import { followEvaluation } from './follow-evaluation';

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
