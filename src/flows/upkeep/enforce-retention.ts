import { setTimeout as sleep } from 'node:timers/promises';
import { strikeOriginsBefore } from '@/db/audit';
import { forgetOldSuppressions } from '@/db/email/suppressions';
import { deleteFigures } from '@/db/figures';
import {
  deleteEvaluationBatch,
  deleteFactBatch,
  deleteNotificationBatch,
  deleteOtherBatch,
  OTHER_TABLES,
  type OtherTable,
} from '@/db/retention/delete-batches';
import { ensureFactPartitions, type LeavingMonth, listLeavingMonths, withBriefLocks } from '@/db/retention/fact-months';
import { forgetNotices } from '@/db/retention/notices';
import { spanOf } from '@/domain/month';
import { areArchived, type Bounds, boundsOf } from '@/domain/retention';
import { recordActOf } from '../account/record-act';
import type { ArchiveDeps } from './retention/archive-months';
import { dropMonth } from './retention/drop-month';

const DAY_MS = 24 * 60 * 60_000;
/** From where somebody acted is kept so long at least, however short the retention: the database refuses less. */
const ORIGINS_KEPT_DAYS = 31;
/** Between two batches others have the database. */
const PAUSE_MS = 20;

/** How many rows of each kind were older than kept. */
type Removed = Record<'factMonths' | 'facts' | 'evaluations' | 'notifications' | OtherTable | 'origins', number>;

/**
 * Keeps the promise of DATA_RETENTION_DAYS and makes the months of facts that lie ahead. History leaves a month at a
 * time, and of months of which some days are younger, by the day; where months are archived, only after that. Monitors
 * keep their present value. Returns what was removed. Safe to do twice at once.
 */
export async function enforceRetention(deps: ArchiveDeps, retentionDays: number): Promise<Removed> {
  const { db } = deps;
  const bounds = boundsOf(deps.now(), retentionDays);
  await withBriefLocks(db, (trx) => ensureFactPartitions(trx, bounds.now));
  await deleteFigures(db, bounds.before);
  await forgetNotices(db, boundsOf(bounds.now, retentionDays + 100).before);
  const removed: Removed = {
    ...{ factMonths: 0, facts: 0, evaluations: 0, notifications: 0, origins: 0 },
    ...{ batches: 0, usage: 0, charges: 0, restrictions: 0, hours: 0 },
  };
  try {
    for (const month of await listLeavingMonths(db, bounds.before)) await leave(deps, month, bounds, removed);
    removed.notifications = await inBatches(() => deleteNotificationBatch(db, bounds));
    for (const table of OTHER_TABLES)
      removed[table] = await inBatches(() => deleteOtherBatch(db, table, bounds.before));
    await db.transaction().execute((trx) => forgetOldSuppressions(trx, bounds.before));
    removed.origins = await strikeOrigins(deps, bounds);
  } finally {
    // What was removed before something failed is told as well.
    await tell(deps, removed);
  }
  return removed;
}

/** Removes what has had its time of one month. */
async function leave(deps: ArchiveDeps, month: LeavingMonth, bounds: Bounds, removed: Removed): Promise<void> {
  const { db, archive } = deps;
  if (month.heldUntil !== null && month.heldUntil > bounds.now) return;
  const needsArchive = Boolean(archive) && areArchived(bounds.days) && month.hasRows;
  // It is archived with the next round, or the log tells why it cannot be.
  if (needsArchive && month.archivedAt === null) return;
  const { from, until } = spanOf(month.month);
  const { alertsBefore } = bounds;
  const leaving = { from, until: new Date(Math.min(until.getTime(), bounds.before.getTime())), alertsBefore };
  const isOver = until <= alertsBefore;
  if (isOver && month.isPartition) {
    if (await dropMonth(deps, month.month, needsArchive)) removed.factMonths += 1;
  } else {
    removed.facts += await inBatches(() => deleteFactBatch(db, leaving));
  }
  removed.evaluations += await inBatches(() => deleteEvaluationBatch(db, leaving));
}

/** Until nothing is left. Each batch is a short transaction of its own: nobody waits for a row longer than that. */
async function inBatches(remove: () => Promise<number>): Promise<number> {
  let all = 0;
  for (;;) {
    const count = await remove();
    if (count === 0) return all;
    all += count;
    await sleep(PAUSE_MS);
  }
}

function strikeOrigins({ db }: ArchiveDeps, { now, days }: Bounds): Promise<number> {
  const before = new Date(now.getTime() - Math.max(days, ORIGINS_KEPT_DAYS) * DAY_MS);
  return db.transaction().execute((trx) => strikeOriginsBefore(trx, before));
}

async function tell(deps: ArchiveDeps, removed: Removed): Promise<void> {
  if (Object.values(removed).every((count) => count === 0)) return;
  const record = { type: 'retention', id: deps.now().toISOString().slice(0, 10) } as const;
  await deps.db
    .transaction()
    .execute((trx) =>
      recordActOf(deps, trx, null, { action: 'retention.enforce', personId: null, record, details: { ...removed } }),
    );
  deps.log.info({ removed }, 'data past its retention is gone');
}
