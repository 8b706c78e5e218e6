import { deleteOlderThan, dropMonthsBefore, ensureFactPartitions, type Removed } from '@/db/retention';
import { recordActOf } from '../account/record-act';
import type { Deps } from '../deps';

const DAY_MS = 24 * 60 * 60_000;
/** From where somebody acted is kept so long at least, however short the retention: the database refuses less. */
const ORIGINS_KEPT_DAYS = 31;

type RetentionDeps = Pick<Deps, 'db' | 'now' | 'log'>;

/** Keeps the promise of DATA_RETENTION_DAYS and makes the months of facts that lie ahead. Returns what was removed. */
export async function enforceRetention(
  deps: RetentionDeps,
  retentionDays: number,
): Promise<Removed & { factMonths: number }> {
  const now = deps.now();
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  await ensureFactPartitions(deps.db, now);
  // Each in a transaction of its own: dropping months closes the facts to everybody until it ends.
  const factMonths = await deps.db.transaction().execute(async (trx) => {
    const dropped = await dropMonthsBefore(trx, daysAgo(retentionDays));
    if (dropped > 0) await record(deps, trx, { factMonths: dropped });
    return dropped;
  });
  const rows = await deps.db.transaction().execute(async (trx) => {
    const originsBefore = daysAgo(Math.max(retentionDays, ORIGINS_KEPT_DAYS));
    const removed = await deleteOlderThan(trx, daysAgo(retentionDays), originsBefore);
    if (Object.values(removed).some((count) => count > 0)) await record(deps, trx, { ...removed });
    return removed;
  });
  const removed = { factMonths, ...rows };
  if (Object.values(removed).some((count) => count > 0)) deps.log.info({ removed }, 'data past its retention is gone');
  return removed;
}

function record(deps: RetentionDeps, trx: Parameters<typeof recordActOf>[1], details: Record<string, number>) {
  const day = deps.now().toISOString().slice(0, 10);
  const what = { personId: null, record: { type: 'retention', id: day }, details } as const;
  return recordActOf(deps, trx, null, { action: 'retention.enforce', ...what });
}
