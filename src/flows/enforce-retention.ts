import { ensureFactPartitions } from '@/db/partitions';
import { deleteOlderThan, type Removed } from '@/db/retention';
import type { Deps } from './deps';

const DAY_MS = 24 * 60 * 60_000;

/** Keeps the promise of DATA_RETENTION_DAYS and makes the months of facts that lie ahead. Returns what was removed. */
export async function enforceRetention(
  deps: Pick<Deps, 'db' | 'now' | 'log'>,
  retentionDays: number,
): Promise<Removed> {
  const now = deps.now();
  await ensureFactPartitions(deps.db, now);
  const removed = await deleteOlderThan(deps.db, new Date(now.getTime() - retentionDays * DAY_MS));
  if (Object.values(removed).some((count) => count > 0)) deps.log.info({ removed }, 'data past its retention is gone');
  return removed;
}
