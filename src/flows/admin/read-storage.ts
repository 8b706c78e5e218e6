import { listStorageDays, measureStorage } from '@/db/system/storage';
import { daysUntil, growthPerDay, type Storage } from '@/domain/system/storage';
import type { Deps } from '../deps';

const DAY_MS = 86_400_000;
const SHOWN_DAYS = 90;

/** How large the database is, how it grew, and when it reaches the limit that the settings name (null: none). */
export async function readStorage({ db, now }: Pick<Deps, 'db' | 'now'>, limitBytes: number | null): Promise<Storage> {
  const at = now();
  const measured = await measureStorage(db, at);
  const days = await listStorageDays(db, { since: new Date(at.getTime() - (SHOWN_DAYS - 1) * DAY_MS), now: at });
  const bytesPerDay = growthPerDay(days);
  return { ...measured, days, bytesPerDay, limitBytes, daysLeft: daysUntil(limitBytes, measured.bytes, bytesPerDay) };
}
