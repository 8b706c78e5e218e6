import type { ArchivePlace } from '@/archive/archive-place';
import { bytesOf, type Generation, type Manifest, readManifest, rowsOf } from '@/archive/manifest';
import { DamagedArchive, removeGeneration, sweepOthers, verifyArchive } from '@/archive/read-archive';
import { newGeneration, type RowsToArchive, writeArchive } from '@/archive/write-archive';
import {
  ARCHIVED_TABLES,
  type ArchivedTableName,
  listColumns,
  listMonitorsOf,
  pageLines,
} from '@/db/retention/archive-rows';
import {
  claimMonth,
  findArchive,
  keepMonth,
  type MonthLease,
  releaseMonth,
  settleArchive,
} from '@/db/retention/archived-months';
import { listLeavingMonths } from '@/db/retention/fact-months';
import { type Month, spanOf } from '@/domain/month';
import { areArchived, boundsOf } from '@/domain/retention';
import { recordActOf } from '../../account/record-act';
import type { Deps } from '../../deps';

export type ArchiveDeps = Pick<Deps, 'db' | 'now' | 'log' | 'archive'>;

/** So long a month is one worker's; each page of rows prolongs it. */
const LEASE_MS = 5 * 60_000;
const TABLES = Object.keys(ARCHIVED_TABLES) as ArchivedTableName[];

/** Archives the months of which rows are about to leave and that are over. Returns how many it archived. */
export async function archiveMonths(deps: ArchiveDeps, retentionDays: number): Promise<number> {
  if (!deps.archive || !areArchived(retentionDays)) return 0;
  const { now, before } = boundsOf(deps.now(), retentionDays);
  let archived = 0;
  for (const { month, hasRows, archivedAt } of await listLeavingMonths(deps.db, before)) {
    if (!hasRows || archivedAt !== null || spanOf(month).until > now) continue;
    if (await archiveMonth(deps, deps.archive.place, month)) archived += 1;
  }
  return archived;
}

/**
 * Writes a month's archive and reads it back; false while somebody else does, or where there is another than `instead`:
 * its rows may have left since, and less must not take its place. What was half written is swept away.
 */
async function archiveMonth(
  deps: ArchiveDeps,
  place: ArchivePlace,
  month: Month,
  instead: string | null = null,
): Promise<boolean> {
  return holding(deps, month, async (lease) => {
    const there = await findArchive(deps.db, month);
    if (there !== null && there.generation !== instead) return false;
    const of = newGeneration(month, deps.now());
    const monitors = await listMonitorsOf(deps.db, month);
    const manifest = await writeWhole(deps, place, of, { lease, tables: await tablesOf(deps, lease) });
    const settled = await settle(deps, lease, of, { manifest, monitors });
    if (settled) await sweepOthers(place, of);
    else await removeGeneration(place, of);
    return settled;
  });
}

/** Does something with a month that nobody else writes to meanwhile; false where somebody does. */
export async function holding(
  { db, now }: ArchiveDeps,
  month: Month,
  work: (lease: MonthLease) => Promise<boolean>,
): Promise<boolean> {
  const lease = await claimMonth(db, month, { now: now(), leaseMs: LEASE_MS });
  if (lease === null) return false;
  try {
    return await work(lease);
  } finally {
    await releaseMonth(db, lease);
  }
}

async function tablesOf({ db }: ArchiveDeps, { month }: MonthLease): Promise<RowsToArchive[]> {
  const tables: RowsToArchive[] = [];
  for (const name of TABLES) {
    const columns = await listColumns(db, name);
    tables.push({ name, columns, pages: pageLines(db, name, { month, columns }) });
  }
  return tables;
}

/** Writes and reads back. What could not be finished, or is not what was written, is removed again. */
export async function writeWhole(
  deps: ArchiveDeps,
  place: ArchivePlace,
  of: Generation,
  { lease, tables }: { lease: MonthLease; tables: RowsToArchive[] },
): Promise<Manifest> {
  const kept = tables.map((table) => ({ ...table, pages: keeping(deps, lease, table.pages) }));
  try {
    const manifest = await writeArchive(place, of, { tables: kept, now: deps.now() });
    await verifyArchive(place, of, manifest);
    return manifest;
  } catch (error) {
    await removeGeneration(place, of).catch((left: unknown) =>
      deps.log.warn({ err: left, month: of.month }, 'a half-written archive could not be removed; it is swept later'),
    );
    throw error;
  }
}

async function* keeping(deps: ArchiveDeps, lease: MonthLease, pages: AsyncIterable<string[]>) {
  for await (const page of pages) {
    if (!(await keepMonth(deps.db, lease, new Date(deps.now().getTime() + LEASE_MS)))) throw new LostMonth(lease.month);
    yield page;
  }
}

/** Somebody else writes the archive of the month by now. */
class LostMonth extends Error {
  constructor(month: Month) {
    super(`The archive of ${month} is written by another worker by now`);
  }
}

function settle(
  deps: ArchiveDeps,
  lease: MonthLease,
  { generation }: Generation,
  { manifest, monitors }: { manifest: Manifest; monitors: string[] },
): Promise<boolean> {
  const holds = { generation, rows: rowsOf(manifest), bytes: bytesOf(manifest) };
  return deps.db.transaction().execute(async (trx) => {
    if (!(await settleArchive(trx, lease, { ...holds, monitors, now: deps.now() }))) return false;
    const record = { type: 'archive', id: lease.month } as const;
    const details = Object.fromEntries(manifest.tables.map(({ name, rows }) => [name, rows]));
    const what = { personId: null, record, details: { ...details, bytes: holds.bytes } };
    await recordActOf(deps, trx, null, { action: 'archive.write', ...what });
    return true;
  });
}

/**
 * Whether the archive of a month is what was written. One that is not is begun anew with the rows that are still there.
 */
export async function isSafe(deps: ArchiveDeps, place: ArchivePlace, of: Generation): Promise<boolean> {
  try {
    const manifest = await readManifest(place, of);
    if (manifest === null) throw new DamagedArchive(`The archive of ${of.month} is not in ${place.name} any more`);
    await verifyArchive(place, of, manifest);
    return true;
  } catch (error) {
    if (!(error instanceof DamagedArchive)) throw error;
    deps.log.error(
      { err: error, month: of.month },
      'an archive is damaged: it is begun anew with the rows still there',
    );
    return archiveMonth(deps, place, of.month, of.generation);
  }
}
