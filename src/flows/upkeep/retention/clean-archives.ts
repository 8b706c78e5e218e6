import type { ArchivePlace } from '@/archive/archive-place';
import { bytesOf, type Generation, type Manifest, readManifest, rowsOf } from '@/archive/manifest';
import { readLines, sweepOthers } from '@/archive/read-archive';
import { newGeneration } from '@/archive/write-archive';
import {
  findArchive,
  forgetMonitors,
  listArchivesBefore,
  listArchivesToClean,
  noteRemoved,
  settleArchive,
} from '@/db/retention/archived-months';
import type { Month } from '@/domain/month';
import { archivesBefore, boundsOf } from '@/domain/retention';
import { recordActOf } from '../../account/record-act';
import { type ArchiveDeps, holding, writeWhole } from './archive-months';

/**
 * Writes archives anew without the rows of monitors that are gone: of people who left, and what people deleted. Returns
 * how many archives it cleaned.
 */
export async function cleanArchives(deps: ArchiveDeps): Promise<number> {
  if (!deps.archive) return 0;
  let cleaned = 0;
  const faults: unknown[] = [];
  for (const { month, gone } of await listArchivesToClean(deps.db)) {
    try {
      if (await cleanArchive(deps, deps.archive.place, { month, gone })) cleaned += 1;
    } catch (error) {
      // One that is damaged must not keep the others as they are.
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
  return cleaned;
}

function cleanArchive(
  deps: ArchiveDeps,
  place: ArchivePlace,
  { month, gone }: { month: Month; gone: string[] },
): Promise<boolean> {
  return holding(deps, month, async (lease) => {
    const old = await findArchive(deps.db, month);
    if (old === null) return false;
    const manifest = await readManifest(place, old);
    if (manifest === null)
      throw new Error(`The archive of ${month} is not in ${place.name}: it cannot be cleaned there.`);
    const of = newGeneration(month, deps.now());
    const left = await writeWhole(deps, place, of, { lease, tables: withoutGone(place, old, manifest, new Set(gone)) });
    const holds = { generation: of.generation, rows: rowsOf(left), bytes: bytesOf(left), now: deps.now() };
    if (!(await deps.db.transaction().execute((trx) => settleArchive(trx, lease, holds)))) return false;
    // The old one goes before it is noted that nothing of them is left: a worker that dies here begins anew.
    await sweepOthers(place, of);
    await deps.db.transaction().execute(async (trx) => {
      await forgetMonitors(trx, month, gone);
      const details = { rowsRemoved: old.rows - holds.rows };
      await recordActOf(deps, trx, null, { action: 'archive.clean', ...about(month), details });
    });
    return true;
  });
}

const about = (month: Month) => ({ personId: null, record: { type: 'archive', id: month } }) as const;

function withoutGone(place: ArchivePlace, of: Generation, { tables }: Manifest, gone: ReadonlySet<string>) {
  return tables.map((table) => {
    const { name, columns } = table;
    return { name, columns, pages: filtered(readLines(place, of, table), gone) };
  });
}

async function* filtered(pages: AsyncIterable<string[]>, gone: ReadonlySet<string>) {
  for await (const lines of pages) yield lines.filter((line) => !gone.has(monitorOf(line)));
}

/** Of which monitor a line tells. */
export function monitorOf(line: string): string {
  const row = JSON.parse(line) as { monitor_id?: unknown };
  if (typeof row.monitor_id !== 'string') throw new Error('A line of an archive names no monitor');
  return row.monitor_id;
}

/** Removes archives that have had their time too. Returns how many. */
export async function removeArchives(deps: ArchiveDeps, retentionDays: number): Promise<number> {
  if (!deps.archive) return 0;
  const { place, keptDays } = deps.archive;
  const bounds = boundsOf(deps.now(), retentionDays);
  const past = { before: archivesBefore(bounds, keptDays), now: bounds.now };
  let removed = 0;
  for (const month of await listArchivesBefore(deps.db, past)) {
    if (await removeArchive(deps, place, month)) removed += 1;
  }
  return removed;
}

function removeArchive(deps: ArchiveDeps, place: ArchivePlace, month: Month): Promise<boolean> {
  return holding(deps, month, async () => {
    await place.remove(await place.list(`${month}/`));
    return deps.db.transaction().execute(async (trx) => {
      if (!(await noteRemoved(trx, month, deps.now()))) return false;
      await recordActOf(deps, trx, null, { action: 'archive.remove', ...about(month) });
      return true;
    });
  });
}
