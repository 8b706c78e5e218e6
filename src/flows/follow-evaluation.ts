import { setTimeout as sleep } from 'node:timers/promises';
import { type Evaluation, findEvaluation } from '@/db/evaluations';
import type { Deps } from './deps';

const POLL_MS = 200;
/** An evaluation that nobody ends in this time is abandoned; the follower need not wait for the reaper for ever. */
const LONGEST_MS = 5 * 60_000;

/**
 * The evaluation whenever its phase changes, until it is done. Looks at its row, so that it works across processes and
 * needs no connection of its own.
 */
export async function* followEvaluation(
  deps: Pick<Deps, 'db'>,
  { userId, evaluationId, signal }: { userId: string; evaluationId: string; signal?: AbortSignal },
): AsyncGenerator<Evaluation, void> {
  const end = performance.now() + LONGEST_MS;
  let told: string | null = null;
  while (!signal?.aborted && performance.now() < end) {
    const evaluation = await findEvaluation(deps.db, userId, evaluationId);
    if (evaluation === null) return;
    if (evaluation.phase !== told) yield evaluation;
    told = evaluation.phase;
    if (evaluation.phase === 'done') return;
    await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
  }
}
