import { findArchive, lockMonth, noteDropped } from '@/db/retention/archived-months';
import { dropFactMonth, isFactMonth, withBriefLocks } from '@/db/retention/fact-months';
import type { Month } from '@/domain/month';
import { recordActOf } from '../../account/record-act';
import { type ArchiveDeps, isSafe } from './archive-months';

/**
 * Drops a month of facts: where months are archived, only when its archive has just been read back and is what was
 * written. False where it is not there any more, is held, or has no archive yet.
 */
export async function dropMonth(deps: ArchiveDeps, month: Month, needsArchive: boolean): Promise<boolean> {
  const { db, archive } = deps;
  const kept = await findArchive(db, month);
  // None by now: it has had its time, and what is left of the month (alerts, of a short retention) outlived it.
  if (needsArchive && archive && kept !== null && !(await isSafe(deps, archive.place, kept))) return false;
  return withBriefLocks(db, async (trx) => {
    const now = deps.now();
    const known = await lockMonth(trx, month);
    if (known.heldUntil !== null && known.heldUntil > now) return false;
    if (needsArchive && known.archivedAt === null) return false;
    if (!(await isFactMonth(trx, month))) return false;
    await noteDropped(trx, month, now);
    const record = { type: 'archive', id: month } as const;
    const details = { archived: kept !== null, archivedRows: kept?.rows ?? 0 };
    await recordActOf(deps, trx, null, { action: 'archive.drop_month', personId: null, record, details });
    // Last: from here to the commit refreshes wait.
    return dropFactMonth(trx, month);
  });
}
