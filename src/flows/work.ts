import { setTimeout as sleep } from 'node:timers/promises';
import type { RealDeps } from './real-deps';
import { reapEvaluations } from './reap-evaluations';
import { runEvaluation } from './run-evaluation';
import { sendNotifications } from './send-notifications';

/** Two cores: a third page at once would only make all of them slower. */
const CONCURRENCY = 2;
const TIDY_EVERY_MS = 5_000;

/**
 * Works until `stop`: carries out evaluations, ends abandoned ones, sends mails that are due again. Housekeeping only;
 * nothing here asks for an evaluation by itself.
 */
export async function startWork(deps: RealDeps): Promise<{ stop: () => Promise<void> }> {
  const stopping = new AbortController();
  await reapEvaluations(deps);
  await deps.queue.work(CONCURRENCY, (evaluationId) => runEvaluation(deps, evaluationId));
  const tidying = tidy(deps, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await tidying;
      await deps.close();
    },
  };
}

async function tidy(deps: RealDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await reapEvaluations(deps);
      await sendNotifications(deps);
    } catch (error) {
      deps.log.error({ err: error }, 'housekeeping failed; it is tried again in a moment');
    }
    await sleep(TIDY_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
