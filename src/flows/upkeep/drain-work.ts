import { setTimeout as sleep } from 'node:timers/promises';
import type { RealDeps } from '../real-deps';
import { runEvaluation } from '../refresh/run-evaluation';
import { reapEvaluations } from './reap-evaluations';
import { createSender, sendNotifications } from './send-notifications';

/** What one round of work did. */
export interface DrainedWork {
  evaluationsEnded: number;
  evaluationsRun: number;
  mailsSent: number;
}

/**
 * One round of the worker within a time budget (milliseconds), for hosts where nothing runs between requests. Mails go
 * out beside the evaluations, and once more after them.
 */
export async function drainWork(deps: RealDeps, budgetMs: number): Promise<DrainedWork> {
  const over = AbortSignal.timeout(budgetMs);
  const [evaluations, before] = await Promise.all([drainEvaluations(deps, budgetMs), sendNotifications(deps, over)]);
  return { ...evaluations, mailsSent: before + (await sendNotifications(deps, over)) };
}

async function drainEvaluations(deps: RealDeps, budgetMs: number): Promise<Omit<DrainedWork, 'mailsSent'>> {
  const evaluationsEnded = await reapEvaluations(deps);
  const evaluationsRun = await deps.queue.drain(budgetMs, (evaluationId) => runEvaluation(deps, evaluationId));
  return { evaluationsEnded, evaluationsRun };
}

const ROUND_MS = 300;

/**
 * Rounds of work for as long as somebody waits for an answer, which may be about what is queued meanwhile. Mails hold
 * none of them up; those that were begun have left when this returns.
 */
export async function drainWorkDuring(deps: RealDeps, answer: Promise<unknown>, budgetMs: number): Promise<void> {
  const end = performance.now() + budgetMs;
  const over = AbortSignal.timeout(budgetMs);
  const sender = createSender(deps);
  let answered = false;
  const settle = () => {
    answered = true;
  };
  answer.then(settle, settle);
  try {
    while (!answered && performance.now() < end) {
      await drainEvaluations(deps, end - performance.now());
      await sender.fill(over);
      await sleep(ROUND_MS);
    }
    await sender.fill(over);
  } finally {
    await sender.empty();
  }
}
