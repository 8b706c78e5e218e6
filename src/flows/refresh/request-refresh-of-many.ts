import type { Transaction } from 'kysely';
import { countWaiting, findLiveEvaluation } from '@/db/evaluations';
import { lockMonitors } from '@/db/monitors';
import { findLatestRefreshBatch, findRefreshBatch, insertRefreshBatch, type NewBatchItem } from '@/db/refresh-batches';
import type { DB } from '@/db/types';
import { DomainError } from '@/domain/errors';
import type { Monitor } from '@/domain/monitor';
import { priorityOf } from '@/domain/queue-priority';
import type { RefreshBatch } from '@/domain/refresh-batch';
import type { Deps } from '../deps';
import { noSuchMonitor, refreshLocked } from './request-refresh';

type RefreshDeps = Pick<Deps, 'db' | 'queue' | 'now' | 'settings'>;

export interface RefreshOfMany {
  userId: string;
  /** In the order in which they are to be read; null means every active monitor of the person. */
  monitorIds: readonly string[] | null;
}

/** Older than any that can still be under way. */
const LOOK_BACK_MS = 60 * 60_000;

/**
 * Asks for an evaluation of each of these monitors, in one transaction: all items or none are seen by the workers, so
 * that those of one source are read with one look. Each item keeps the rules of a single refresh; a refusal is noted
 * with its sentence and stops no other. Throws `not_found` where one of them is not the person's, `conflict` where
 * there is nothing to refresh.
 */
export async function requestRefreshOfMany(deps: RefreshDeps, request: RefreshOfMany): Promise<RefreshBatch> {
  await deps.queue.start();
  return deps.db.transaction().execute(async (trx) => {
    const monitors = await lockWanted(trx, request);
    const { items, started } = await refreshEach(deps, trx, request.userId, monitors);
    const running = started === 0 ? await findSameUnderWay(deps, trx, request.userId, items) : null;
    if (running !== null) return running;
    const id = await insertRefreshBatch(trx, { userId: request.userId, requestedAt: deps.now(), items });
    const batch = await findRefreshBatch(trx, request.userId, id);
    if (batch === null) throw new Error(`The refresh of many ${id} is gone within its own transaction`);
    return batch;
  });
}

async function lockWanted(trx: Transaction<DB>, { userId, monitorIds }: RefreshOfMany): Promise<Monitor[]> {
  if (monitorIds === null) {
    const active = (await lockMonitors(trx, userId, null)).filter(({ isActive }) => isActive);
    if (active.length === 0) throw nothingToRefresh('You have no active monitor. Create one, or resume a paused one.');
    return active;
  }
  const ids = [...new Set(monitorIds.map((id) => id.toLowerCase()))];
  if (ids.length === 0) throw nothingToRefresh('No monitor was selected. Select at least one.');
  const byId = new Map((await lockMonitors(trx, userId, ids)).map((monitor) => [monitor.id, monitor]));
  return ids.map((id) => {
    const monitor = byId.get(id);
    if (!monitor) throw noSuchMonitor();
    return monitor;
  });
}

async function refreshEach(
  deps: RefreshDeps,
  trx: Transaction<DB>,
  userId: string,
  monitors: Monitor[],
): Promise<{ items: NewBatchItem[]; started: number }> {
  const waiting = await countWaiting(trx, userId, 'batch');
  const items: NewBatchItem[] = [];
  let started = 0;
  for (const monitor of monitors) {
    const of = { monitorId: monitor.id, evaluationId: null, refusal: null };
    const live = await findLiveEvaluation(trx, monitor.id);
    if (live !== null) {
      items.push({ ...of, evaluationId: live.id });
      continue;
    }
    try {
      const { id } = await refreshLocked(deps, trx, monitor, priorityOf('batch', waiting + started));
      items.push({ ...of, evaluationId: id });
      started += 1;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      items.push({ ...of, refusal: { reason: error.reason, sentence: error.message } });
    }
  }
  return { items, started };
}

/** The refresh of many that asks for just the same already: a second press of the button is free, and follows it. */
async function findSameUnderWay(
  { now }: Pick<Deps, 'now'>,
  trx: Transaction<DB>,
  userId: string,
  items: NewBatchItem[],
): Promise<RefreshBatch | null> {
  const latest = await findLatestRefreshBatch(trx, userId, new Date(now().getTime() - LOOK_BACK_MS));
  if (latest === null || latest.endedAt !== null) return null;
  const known = new Set(latest.items.map(({ evaluation }) => evaluation?.id));
  return items.every(({ evaluationId }) => evaluationId !== null && known.has(evaluationId)) ? latest : null;
}

function nothingToRefresh(message: string): DomainError {
  return new DomainError('conflict', 'nothing_to_refresh', message);
}
