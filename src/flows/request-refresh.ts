import type { Transaction } from 'kysely';
import { takeCharge } from '@/db/charges';
import { type Evaluation, findLiveEvaluation, insertEvaluation } from '@/db/evaluations';
import { findMonitor, touchManualRefresh } from '@/db/monitors';
import type { DB } from '@/db/types';
import { DomainError } from '@/domain/errors';
import { chargeDay, nextAllowedRefresh } from '@/domain/limits';
import type { Monitor } from '@/domain/monitor';
import { PRIORITY } from '@/queue/evaluation-queue';
import type { Deps } from './deps';

type RefreshDeps = Pick<Deps, 'db' | 'queue' | 'now' | 'settings'>;

export interface RefreshRequest {
  userId: string;
  monitorId: string;
  /** A click goes before a batch. */
  priority?: keyof typeof PRIORITY;
}

/**
 * Asks for an evaluation of a monitor: step 2 of a refresh, in one short transaction. A live evaluation is returned as
 * it is, so a double click costs nothing. Throws `not_found`, `conflict` (paused, no source) or `limited` with the
 * time when it is allowed again.
 */
export async function requestRefresh(deps: RefreshDeps, request: RefreshRequest): Promise<Evaluation> {
  await deps.queue.start();
  return deps.db.transaction().execute((trx) => refreshIn(deps, trx, request));
}

async function refreshIn(deps: RefreshDeps, trx: Transaction<DB>, request: RefreshRequest): Promise<Evaluation> {
  const now = deps.now();
  const monitor = await findMonitor(trx, request.userId, request.monitorId);
  if (monitor === null) throw new DomainError('not_found', 'monitor_not_found', 'There is no such monitor.');
  const live = await findLiveEvaluation(trx, monitor.id);
  if (live) return live;
  assertReadable(monitor);

  const day = chargeDay(now);
  const evaluation = await insertEvaluation(trx, {
    monitorId: monitor.id,
    userId: request.userId,
    chargeDay: day,
    requestedAt: now,
  });
  // Somebody else's click won between the look-up and here: theirs is the live one now.
  if (evaluation === null) return liveAfterRace(trx, monitor.id);

  if ((await touchManualRefresh(trx, monitor.id, now, deps.settings.refreshIntervalMs)) === null) {
    throw tooSoon(monitor, now, deps.settings.refreshIntervalMs);
  }
  if ((await takeCharge(trx, request.userId, day, deps.settings.refreshesPerDay)) === null) {
    throw spentForToday(now, deps.settings.refreshesPerDay);
  }
  await deps.queue.enqueue(trx, evaluation.id, PRIORITY[request.priority ?? 'single']);
  return evaluation;
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

async function liveAfterRace(trx: Transaction<DB>, monitorId: string): Promise<Evaluation> {
  const live = await findLiveEvaluation(trx, monitorId);
  if (live) return live;
  throw new DomainError('conflict', 'refresh_raced', 'This monitor was checked a moment ago. Look at its value.');
}

function tooSoon(monitor: Monitor, now: Date, intervalMs: number): DomainError {
  // Another transaction may have touched it after we read it: then the whole interval lies ahead.
  const known = nextAllowedRefresh(monitor.lastManualRefresh, intervalMs);
  const retryAt = known && known > now ? known : new Date(now.getTime() + intervalMs);
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
