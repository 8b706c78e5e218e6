import { setTimeout as sleep } from 'node:timers/promises';
import type { RealDeps } from './real-deps';
import { reapEvaluations } from './reap-evaluations';
import { runEvaluation } from './run-evaluation';
import { sendNotifications } from './send-notifications';

/** What one round of work did. */
export interface DrainedWork {
  evaluationsEnded: number;
  evaluationsRun: number;
  mailsSent: number;
}

/** One round of the worker within a time budget (milliseconds), for hosts where nothing runs between requests. */
export async function drainWork(deps: RealDeps, budgetMs: number): Promise<DrainedWork> {
  const evaluationsEnded = await reapEvaluations(deps);
  const evaluationsRun = await deps.queue.drain(budgetMs, (evaluationId) => runEvaluation(deps, evaluationId));
  return { evaluationsEnded, evaluationsRun, mailsSent: await sendNotifications(deps) };
}

const ROUND_MS = 300;

/** Rounds of work for as long as somebody waits for an answer, which may be about what is queued meanwhile. */
export async function drainWorkDuring(deps: RealDeps, answer: Promise<unknown>, budgetMs: number): Promise<void> {
  const end = performance.now() + budgetMs;
  let answered = false;
  const settle = () => {
    answered = true;
  };
  answer.then(settle, settle);
  while (!answered && performance.now() < end) {
    await drainWork(deps, end - performance.now());
    await sleep(ROUND_MS);
  }
}
