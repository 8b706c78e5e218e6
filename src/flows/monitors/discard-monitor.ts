import type { Transaction } from 'kysely';
import { returnCharge } from '@/db/charges';
import {
  discardMonitor as discardRow,
  holdEmails,
  listDiscarded,
  removeDiscarded,
  restoreMonitor as restoreRow,
} from '@/db/discarded-monitors';
import { endLiveEvaluation } from '@/db/evaluations';
import { countLocked, lockMonitor } from '@/db/monitors';
import type { DB } from '@/db/types';
import { DomainError } from '@/domain/errors';
import { LIMITS } from '@/domain/limits';
import { recordOwnAct } from '../account/record-act';
import type { Deps } from '../deps';

type DiscardDeps = Pick<Deps, 'db' | 'now' | 'origin'>;

interface Which {
  userId: string;
  monitorId: string;
}

/** A click on *Undo* that was in time must arrive in time. */
const GRACE_MS = 5_000;
const HELD_MS = 60_000;

const actOn = (monitorId: string) => ({ record: { type: 'monitor', id: monitorId } }) as const;

/**
 * Deletes a monitor so that it can be taken back for some seconds: it is hidden from everything at once, its check
 * ends, its emails wait, and upkeep removes it for good. Throws `not_found`.
 */
export async function discardMonitor(deps: DiscardDeps, { userId, monitorId }: Which): Promise<{ until: Date }> {
  const now = deps.now();
  await deps.db.transaction().execute(async (trx) => {
    await lockMonitor(trx, monitorId);
    if (!(await discardRow(trx, userId, monitorId, now))) throw notFound();
    await endCheck(trx, monitorId, now);
    await holdEmails(trx, monitorId, new Date(now.getTime() + HELD_MS));
    await recordOwnAct(deps, trx, userId, { action: 'monitor.delete', ...actOn(monitorId) });
  });
  return { until: new Date(now.getTime() + LIMITS.undoMs) };
}

async function endCheck(trx: Transaction<DB>, monitorId: string, now: Date): Promise<void> {
  const sentence = 'The monitor was deleted while it was checked. Your check was given back.';
  const ended = await endLiveEvaluation(trx, monitorId, sentence, now);
  if (ended) await returnCharge(trx, ended.userId, ended.chargeDay);
}

/** Takes a deletion back. Throws `not_found` where it is too late, `conflict` where its place is taken. */
export async function restoreMonitor(deps: DiscardDeps, { userId, monitorId }: Which): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const count = await countLocked(trx, userId);
    if (!(await restoreRow(trx, userId, monitorId))) throw tooLate();
    if (count >= LIMITS.monitorsPerPerson) throw noPlace();
    await recordOwnAct(deps, trx, userId, { action: 'monitor.restore', ...actOn(monitorId) });
  });
}

/** Removes the monitors whose deletion can no longer be taken back. Returns how many. */
export async function removeDiscardedMonitors({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<number> {
  const before = new Date(now().getTime() - LIMITS.undoMs - GRACE_MS);
  let removed = 0;
  for (const monitor of await listDiscarded(db, before)) {
    if (await db.transaction().execute((trx) => removeDiscarded(trx, monitor, before))) removed += 1;
  }
  return removed;
}

function notFound(): DomainError {
  return new DomainError('not_found', 'monitor_not_found', 'There is no such monitor.');
}

function tooLate(): DomainError {
  return new DomainError('not_found', 'monitor_not_found', 'It is too late: this monitor is deleted for good.');
}

function noPlace(): DomainError {
  const most = LIMITS.monitorsPerPerson;
  const message = `You have ${most} other monitors by now, which is the most. Delete one to make room.`;
  return new DomainError('conflict', 'monitor_limit', message);
}
