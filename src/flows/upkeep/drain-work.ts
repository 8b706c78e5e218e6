import { setTimeout as sleep } from 'node:timers/promises';
import { logged } from '@/ops/logged';
import { flushTelemetry } from '@/ops/telemetry/telemetry';
import type { RealDeps } from '../real-deps';
import { reapEvaluations } from './reap-evaluations';
import { createSender, sendNotifications } from './send-notifications';
import { takeJob } from './take-job';
import { tellOperators } from './tell-operators';

/** What one round of work did. */
export interface DrainedWork {
  evaluationsEnded: number;
  evaluationsRun: number;
  mailsSent: number;
  operatorsTold: number;
}

/**
 * One round of the worker within a time budget (milliseconds), for hosts where nothing runs between requests. Mails go
 * out beside the evaluations, and once more after them.
 */
export function drainWork(deps: RealDeps, budgetMs: number): Promise<DrainedWork> {
  const line = { message: 'cron run', fields: { name: 'work' } } as const;
  return logged(
    deps.log,
    line,
    () => drain(deps, budgetMs),
    (done) => ({ outcome: 'done', ...done }),
  ).finally(flushTelemetry);
}

async function drain(deps: RealDeps, budgetMs: number): Promise<DrainedWork> {
  const over = AbortSignal.timeout(budgetMs);
  const [evaluations, before, operatorsTold] = await Promise.all([
    drainEvaluations(deps, budgetMs),
    sendNotifications(deps, over),
    tellOperators(deps, over),
  ]);
  return { ...evaluations, operatorsTold, mailsSent: before + (await sendNotifications(deps, over)) };
}

async function drainEvaluations(
  deps: RealDeps,
  budgetMs: number,
): Promise<Omit<DrainedWork, 'mailsSent' | 'operatorsTold'>> {
  const evaluationsEnded = await reapEvaluations(deps);
  const evaluationsRun = await deps.queue.drain(budgetMs, (evaluationId) => takeJob(deps, evaluationId));
  return { evaluationsEnded, evaluationsRun };
}

const ROUND_MS = 300;
/** Beside a stream of progress work is only looked for, since the request that asked for it mostly carries it out. */
export const LOOK_MS = 5_000;

/**
 * Rounds of work for as long as somebody waits for an answer, which may be about what is queued meanwhile. Mails hold
 * none of them up; those that were begun have left when this returns.
 */
export async function drainWorkDuring(
  deps: RealDeps,
  answer: Promise<unknown>,
  budgetMs: number,
  roundMs = ROUND_MS,
): Promise<void> {
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
      await Promise.race([sleep(roundMs), answer.catch(() => null)]);
    }
    await sender.fill(over);
  } finally {
    await sender.empty();
  }
}
