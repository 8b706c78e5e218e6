import { setTimeout as sleep } from 'node:timers/promises';
import type { RealDeps } from '../real-deps';
import { reapEvaluations } from './reap-evaluations';
import { doRound, ROUNDS } from './schedule';
import { startSendLoop } from './send-loop';
import { takeJob } from './take-job';
import { startTellLoop } from './tell-operators';

/** Two cores: a third page at once would only make all of them slower. */
const CONCURRENCY = 2;
const START_AGAIN_MS = 5_000;
/** Long enough for the first page to go out, short enough that nobody presses Check now before. */
const START_AFTER_MS = 3_000;

/**
 * Starts the worker without keeping the first page waiting for it. Returns what stops it; a worker that cannot start is
 * told in the log and tried again.
 */
export function startWorkBesidePages(): () => Promise<void> {
  return startWorkAfter(START_AFTER_MS);
}

/** Longer than nearly every evaluation takes, so that a deployment interrupts none. */
const PATIENCE_MS = 30_000;

/** Starts the worker of a process that does nothing else. */
export function startWorkApart(): () => Promise<void> {
  return startWorkAfter(0, PATIENCE_MS);
}

function startWorkAfter(startAfterMs: number, patienceMs?: number): () => Promise<void> {
  const stopping = new AbortController();
  const working = (async () => {
    await sleep(startAfterMs, undefined, { signal: stopping.signal });
    const { realDeps } = await import('../real-deps');
    const deps = realDeps();
    for (;;) {
      try {
        return await startWork(deps, patienceMs);
      } catch (error) {
        deps.log.error({ err: error }, 'the worker could not start; it is tried again in a moment');
        await sleep(START_AGAIN_MS, undefined, { signal: stopping.signal });
      }
    }
  })().catch(() => null);
  return async () => {
    stopping.abort();
    await (await working)?.stop();
  };
}

/**
 * Works until `stop`: carries out evaluations, ends abandoned ones, sends mails, tells operators, keeps house. Nothing
 * here asks for an evaluation by itself.
 */
async function startWork(deps: RealDeps, patienceMs?: number): Promise<{ stop: () => Promise<void> }> {
  const stopping = new AbortController();
  await reapEvaluations(deps);
  await deps.queue.work(CONCURRENCY, (evaluationId) => takeJob(deps, evaluationId));
  const tidying = tidy(deps, stopping.signal);
  void tryDaily(deps, stopping.signal);
  const sending = startSendLoop(deps, deps.mailSignal);
  const telling = startTellLoop(deps);
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all([tidying, sending.stop(), telling.stop()]);
      await deps.close(patienceMs);
    },
  };
}

/** Does each round of the list when it is due; a round never rejects. */
async function tidy(deps: RealDeps, signal: AbortSignal): Promise<void> {
  let houseAt = 0;
  while (!signal.aborted) {
    await doRound('often', deps);
    // Not by the clock, which may be set back: the house would not be kept until it has caught up.
    if (performance.now() >= houseAt) {
      houseAt = performance.now() + ROUNDS.house.everyMs;
      await doRound('house', deps);
    }
    await sleep(ROUNDS.often.everyMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Not at once: whoever starts a process wants it to work, and the browser is for people first. */
const FIRST_TRIAL_MS = 5 * 60_000;

/** Beside the other rounds, which must not wait for sites; what is under way when the worker stops is broken off. */
async function tryDaily(deps: RealDeps, signal: AbortSignal): Promise<void> {
  const wait = (ms: number) => sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
  for (await wait(FIRST_TRIAL_MS); !signal.aborted; await wait(ROUNDS.sources.everyMs)) await doRound('sources', deps);
}
