import { createHash } from 'node:crypto';
import type { ArchivePlace } from '@/archive/archive-place';
import { type ArchivedTable, findNewest, type Generation, type Manifest, readManifest } from '@/archive/manifest';
import { readLines, verifyArchive } from '@/archive/read-archive';
import { countRows, findPresentMonitors, insertLines, listColumns, pageLines } from '@/db/retention/archive-rows';
import { findArchive, holdMonth, lockMonth } from '@/db/retention/archived-months';
import { makeFactMonth, withBriefLocks } from '@/db/retention/fact-months';
import type { Month } from '@/domain/month';
import { recordActOf } from '../../account/record-act';
import type { Deps } from '../../deps';
import { monitorOf } from './clean-archives';

type RestoreDeps = Pick<Deps, 'db' | 'now'>;

/** Rows that came back stay so long; then they leave again. */
const HELD_MS = 30 * 24 * 60 * 60_000;
/** A batch is a transaction of its own, so that refreshes of its monitors wait for nothing. */
const BATCH = 200;

interface Restored {
  heldUntil: Date;
  tables: {
    name: string;
    /** How many rows of the archive are in the database now. */
    rows: number;
    /** How many stay out, since their monitor is gone. */
    withoutMonitor: number;
  }[];
}

/**
 * Brings the rows of a month back from its archive, while the app goes on, and compares them with it by checksum. One
 * that was broken off is finished by doing it again.
 * @param missing brings back what is missing where other rows of the month are still there.
 * @throws Error in plain words that says what to do.
 */
export async function restoreMonth(
  deps: RestoreDeps,
  place: ArchivePlace,
  { month, missing = false }: { month: Month; missing?: boolean },
): Promise<Restored> {
  const { of, manifest } = await findWhole(deps, place, month);
  await verifyArchive(place, of, manifest);
  await assertSameColumns(deps, manifest);
  const heldUntil = new Date(deps.now().getTime() + HELD_MS);
  await begin(deps, { month, heldUntil, missing });
  const tables: Restored['tables'] = [];
  for (const table of manifest.tables) tables.push(await restoreTable(deps, place, of, table));
  await deps.db.transaction().execute(async (trx) => {
    await holdMonth(trx, month, { heldUntil, restoredAt: deps.now() });
    const details = Object.fromEntries(tables.map(({ name, rows }) => [name, rows]));
    const what = { personId: null, record: { type: 'archive', id: month }, details } as const;
    await recordActOf(deps, trx, null, { action: 'archive.restore', ...what });
  });
  return { heldUntil, tables };
}

/** The archive that the database knows, or the newest whole one where that is not at this place. */
async function findWhole({ db }: RestoreDeps, place: ArchivePlace, month: Month) {
  const known = await findArchive(db, month);
  const candidates = [known, await findNewest(place, month)];
  for (const of of candidates) {
    const manifest = of && (await readManifest(place, of));
    if (of && manifest) return { of, manifest };
  }
  const months = [...new Set((await place.list('')).map((path) => path.split('/')[0]))];
  const there = months.length > 0 ? `What is there: ${months.join(', ')}.` : 'Nothing is there.';
  throw new Error(`There is no whole archive of ${month} in ${place.name}. ${there} Say where with --from <folder>.`);
}

async function assertSameColumns({ db }: RestoreDeps, { tables }: Manifest): Promise<void> {
  for (const { name, columns } of tables) {
    const here = await listColumns(db, name);
    const lost = columns.filter((column) => !here.includes(column));
    if (lost.length > 0) {
      throw new Error(
        `This version has no column ${lost[0]} of ${name}, which the archive has. Restore it with the version that ` +
          'wrote it, into a database of its own.',
      );
    }
  }
}

/** Makes room, and keeps what comes from leaving at once. */
async function begin(
  { db, now }: RestoreDeps,
  { month, heldUntil, missing }: { month: Month; heldUntil: Date; missing: boolean },
): Promise<void> {
  const there = (await countRows(db, 'facts', month)) + (await countRows(db, 'evaluations', month));
  await withBriefLocks(db, async (trx) => {
    const known = await lockMonth(trx, month);
    const isBegun = known.heldUntil !== null && known.heldUntil > now() && known.restoredAt === null;
    if (there > 0 && !isBegun && !missing) {
      throw new Error(
        `${there} rows of ${month} are still in the database, so nothing was touched. To bring back only what is ` +
          `missing: npm run restore:archive -- ${month} --missing`,
      );
    }
    await holdMonth(trx, month, { heldUntil, restoredAt: null });
    await makeFactMonth(trx, month);
  });
}

async function restoreTable(deps: RestoreDeps, place: ArchivePlace, of: Generation, table: ArchivedTable) {
  const { name, columns } = table;
  const expected = createHash('sha256');
  let rows = 0;
  for await (const lines of readLines(place, of, table)) {
    for (let at = 0; at < lines.length; at += BATCH) {
      const batch = lines.slice(at, at + BATCH);
      const present = await findPresentMonitors(deps.db, [...new Set(batch.map(monitorOf))]);
      const kept = batch.filter((line) => present.has(monitorOf(line)));
      for (const line of kept) expected.update(`${line}\n`);
      rows += kept.length;
      await insertLines(deps.db, name, { lines: kept, columns });
    }
  }
  const found = createHash('sha256');
  for await (const lines of pageLines(deps.db, name, { month: of.month, columns })) {
    for (const line of lines) found.update(`${line}\n`);
  }
  if (found.digest('hex') !== expected.digest('hex')) {
    throw new Error(`The database does not hold the ${name} of ${of.month} as the archive does (SHA-256). Try again.`);
  }
  return { name, rows, withoutMonitor: table.rows - rows };
}
