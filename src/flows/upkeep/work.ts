import { setTimeout as sleep } from 'node:timers/promises';
import { getEnv } from '@/env';
import { makeExports } from '../account/export-data';
import { admitWaiting } from '../admin/admit-person';
import type { RealDeps } from '../real-deps';
import { runEvaluation } from '../refresh/run-evaluation';
import { doMaintenance } from './do-maintenance';
import { reapEvaluations } from './reap-evaluations';
import { startSendLoop } from './send-loop';

/** Two cores: a third page at once would only make all of them slower. */
const CONCURRENCY = 2;
const TIDY_EVERY_MS = 5_000;
const HOUSE_EVERY_MS = 10 * 60_000;
/** Long enough for the first page to go out, short enough that nobody presses Check now before. */
const START_AFTER_MS = 3_000;

/**
 * Starts the worker without keeping the first page waiting for it. Returns what stops it; a worker that cannot start is
 * told in the log and tried again.
 */
export function startWorkBesidePages(): () => Promise<void> {
  const stopping = new AbortController();
  const working = (async () => {
    await sleep(START_AFTER_MS, undefined, { signal: stopping.signal });
    const { realDeps } = await import('../real-deps');
    const deps = realDeps();
    for (;;) {
      try {
        return await startWork(deps);
      } catch (error) {
        deps.log.error({ err: error }, 'the worker could not start; it is tried again in a moment');
        await sleep(TIDY_EVERY_MS, undefined, { signal: stopping.signal });
      }
    }
  })().catch(() => null);
  return async () => {
    stopping.abort();
    await (await working)?.stop();
  };
}

/**
 * Works until `stop`: carries out evaluations, ends abandoned ones, sends mails, keeps house. Nothing here asks for an
 * evaluation by itself.
 */
async function startWork(deps: RealDeps): Promise<{ stop: () => Promise<void> }> {
  const stopping = new AbortController();
  await reapEvaluations(deps);
  await deps.queue.work(CONCURRENCY, (evaluationId) => runEvaluation(deps, evaluationId));
  const tidying = tidy(deps, stopping.signal);
  const sending = startSendLoop(deps, deps.mailSignal);
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all([tidying, sending.stop()]);
      await deps.close();
    },
  };
}

async function tidy(deps: RealDeps, signal: AbortSignal): Promise<void> {
  let doMaintenanceAt = 0;
  while (!signal.aborted) {
    try {
      await reapEvaluations(deps);
      await makeExports(deps);
      if (Date.now() >= doMaintenanceAt) {
        doMaintenanceAt = Date.now() + HOUSE_EVERY_MS;
        await doMaintenance(deps, getEnv().DATA_RETENTION_DAYS);
        if (getEnv().BETA_OPEN) await admitWaiting(deps);
      }
    } catch (error) {
      deps.log.error({ err: error }, 'housekeeping failed; it is tried again in a moment');
    }
    await sleep(TIDY_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
