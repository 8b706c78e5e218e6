import type { Transaction } from 'kysely';
import { takeCharge } from '@/db/charges';
import { countWaiting, type Evaluation, findLiveEvaluation, hurryEvaluation, insertEvaluation } from '@/db/evaluations';
import { lockMonitors, touchManualRefresh } from '@/db/monitors';
import type { DB } from '@/db/types';
import { DomainError } from '@/domain/errors';
import { chargeDay, nextAllowedRefresh } from '@/domain/limits';
import type { Monitor } from '@/domain/monitor';
import { priorityOf } from '@/domain/queue-priority';
import { noteRequest } from '@/ops/request-log';
import { currentRequestId } from '@/ops/trail';
import type { Deps } from '../deps';

type RefreshDeps = Pick<Deps, 'db' | 'queue' | 'now' | 'settings'>;

/**
 * Asks for an evaluation of a monitor: step 2 of a refresh, in one short transaction. A live evaluation is returned as
 * it is, so a double click costs nothing; one that waits among many moves to the front. Throws `not_found`, `conflict`
 * (paused, no source) or `limited` with the time when it is allowed again.
 */
export async function requestRefresh(
  deps: RefreshDeps,
  { userId, monitorId }: { userId: string; monitorId: string },
): Promise<Evaluation> {
  await deps.queue.start();
  const evaluation = await deps.db.transaction().execute(async (trx) => {
    const [monitor] = await lockMonitors(trx, userId, [monitorId]);
    if (!monitor) throw noSuchMonitor();
    const priority = priorityOf('single', await countWaiting(trx, userId, 'single'));
    const live = await findLiveEvaluation(trx, monitor.id);
    if (live === null) return refreshLocked(deps, trx, monitor, priority);
    if (!(await hurryEvaluation(trx, live.id, priority))) return live;
    await deps.queue.hurry(trx, live.id, priority);
    return { ...live, priority };
  });
  noteRequest({ evaluationId: evaluation.id });
  return evaluation;
}

/**
 * Writes evaluation, charge and job of a monitor that is locked and has no live evaluation. Refuses before it writes
 * anything, so that a refusal among many leaves the others as they are.
 */
export async function refreshLocked(
  deps: RefreshDeps,
  trx: Transaction<DB>,
  monitor: Monitor,
  priority: number,
): Promise<Evaluation> {
  const now = deps.now();
  const { refreshIntervalMs, refreshesPerDay } = deps.settings;
  const { id: monitorId, userId } = monitor;
  assertReadable(monitor);
  const allowedAt = nextAllowedRefresh(monitor.lastManualRefresh, refreshIntervalMs, now);
  if (allowedAt !== null && allowedAt > now) throw tooSoon(allowedAt, now);
  const day = chargeDay(now);
  if ((await takeCharge(trx, userId, day, refreshesPerDay)) === null) throw spentForToday(now, refreshesPerDay);
  const asked = { chargeDay: day, requestedAt: now, priority, requestId: currentRequestId() };
  const evaluation = await insertEvaluation(trx, { monitorId, userId, ...asked });
  if (evaluation === null) throw new Error(`Monitor ${monitorId} has a live evaluation although it was locked`);
  await touchManualRefresh(trx, monitorId, now);
  await deps.queue.enqueue(trx, evaluation.id, priority);
  return evaluation;
}

export function noSuchMonitor(): DomainError {
  return new DomainError('not_found', 'monitor_not_found', 'There is no such monitor.');
}

function assertReadable(monitor: Monitor): void {
  if (!monitor.isActive) {
    throw new DomainError('conflict', 'monitor_paused', 'This monitor is paused. Resume it, then check it.');
  }
  if (monitor.interpretation.sources.length === 0) {
    throw new DomainError(
      'conflict',
      'monitor_without_source',
      'This monitor names no page yet. Edit it and add the address of the page to read.',
    );
  }
}

function tooSoon(retryAt: Date, now: Date): DomainError {
  const seconds = Math.max(1, Math.ceil((retryAt.getTime() - now.getTime()) / 1_000));
  return new DomainError(
    'limited',
    'refresh_too_soon',
    `This monitor was checked less than a minute ago. You can check it again in ${seconds} s.`,
    { retryAt, limit: 1 },
  );
}

function spentForToday(now: Date, perDay: number): DomainError {
  const retryAt = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1));
  return new DomainError(
    'limited',
    'daily_refreshes_spent',
    `You have used your ${perDay} checks of today. They are back at midnight UTC.`,
    { retryAt, limit: perDay },
  );
}
