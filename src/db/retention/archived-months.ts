import { type Kysely, sql, type Transaction } from 'kysely';
import { Month, spanOf } from '@/domain/month';
import type { DB } from '../types';

type Connection = Kysely<DB> | Transaction<DB>;

const dayOf = (month: Month) => `${month}-01`;
const monthOfDay = (day: string): Month => Month.parse(day.slice(0, 7));

/** The right to write the archive of a month, for a while. */
export interface MonthLease {
  month: Month;
  token: string;
}

/** What an archive holds. */
interface Holdings {
  generation: string;
  rows: number;
  bytes: number;
}

/** Takes a month to write its archive; null while somebody else does. */
export async function claimMonth(
  db: Kysely<DB>,
  month: Month,
  { now, leaseMs }: { now: Date; leaseMs: number },
): Promise<MonthLease | null> {
  const lease = { leaseToken: sql<string>`gen_random_uuid()`, leaseExpiresAt: new Date(now.getTime() + leaseMs) };
  const row = await db
    .insertInto('archivedMonths')
    .values({ month: dayOf(month), ...lease })
    .onConflict((conflict) =>
      conflict
        .column('month')
        .doUpdateSet(lease)
        .where((eb) =>
          eb.or([eb('archivedMonths.leaseExpiresAt', 'is', null), eb('archivedMonths.leaseExpiresAt', '<', now)]),
        ),
    )
    .returning('leaseToken as token')
    .executeTakeFirst();
  return row?.token ? { month, token: row.token } : null;
}

/** Keeps the lease; false where it was lost. */
export async function keepMonth(db: Kysely<DB>, { month, token }: MonthLease, until: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('archivedMonths')
    .set({ leaseExpiresAt: until })
    .where('month', '=', dayOf(month))
    .where('leaseToken', '=', token)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Lets somebody else have it. */
export async function releaseMonth(db: Connection, { month, token }: MonthLease): Promise<void> {
  await db
    .updateTable('archivedMonths')
    .set({ leaseToken: null, leaseExpiresAt: null })
    .where('month', '=', dayOf(month))
    .where('leaseToken', '=', token)
    .execute();
}

/** Notes that the archive is whole and was read back; false where the lease was lost. */
export async function settleArchive(
  trx: Transaction<DB>,
  { month, token }: MonthLease,
  { monitors, now, ...holds }: Holdings & { monitors?: readonly string[]; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('archivedMonths')
    .set({ ...holds, archivedAt: now, removedAt: null })
    .where('month', '=', dayOf(month))
    .where('leaseToken', '=', token)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  if (monitors === undefined) return true;
  await trx.deleteFrom('archivedMonitors').where('month', '=', dayOf(month)).execute();
  await sql`
    INSERT INTO archived_monitors (month, monitor_id)
    SELECT ${dayOf(month)}::date, unnest(${[...monitors]}::uuid[])`.execute(trx);
  return true;
}

export interface ArchivedMonth extends Holdings {
  month: Month;
  archivedAt: Date;
}

/** The archive of a month; null where there is none. */
export async function findArchive(db: Connection, month: Month): Promise<ArchivedMonth | null> {
  const row = await db
    .selectFrom('archivedMonths')
    .select(['generation', 'rows', 'bytes', 'archivedAt'])
    .where('month', '=', dayOf(month))
    .executeTakeFirst();
  if (!row?.generation || row.archivedAt === null) return null;
  return { month, generation: row.generation, rows: row.rows, bytes: row.bytes, archivedAt: row.archivedAt };
}

/** Locks a month, so that it is not dropped twice, nor dropped and brought back at once. Returns what is known. */
export async function lockMonth(trx: Transaction<DB>, month: Month) {
  await trx
    .insertInto('archivedMonths')
    .values({ month: dayOf(month) })
    .onConflict((conflict) => conflict.column('month').doNothing())
    .execute();
  return trx
    .selectFrom('archivedMonths')
    .select(['generation', 'archivedAt', 'droppedAt', 'restoredAt', 'heldUntil'])
    .where('month', '=', dayOf(month))
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** The month is locked. */
export async function noteDropped(trx: Transaction<DB>, month: Month, now: Date): Promise<void> {
  const times = { droppedAt: now, restoredAt: null, heldUntil: null };
  await trx.updateTable('archivedMonths').set(times).where('month', '=', dayOf(month)).execute();
}

/** Keeps the rows of a locked month that come back until a time; `restoredAt` once all have. */
export async function holdMonth(
  trx: Transaction<DB>,
  month: Month,
  { heldUntil, restoredAt }: { heldUntil: Date; restoredAt: Date | null },
): Promise<void> {
  await trx.updateTable('archivedMonths').set({ heldUntil, restoredAt }).where('month', '=', dayOf(month)).execute();
}

/** The archives that hold rows of monitors that are gone, with which: of people who left, and what they deleted. */
export async function listArchivesToClean(db: Kysely<DB>): Promise<{ month: Month; gone: string[] }[]> {
  const { rows } = await sql<{ month: string; gone: string[] }>`
    SELECT held.month, array_agg(held.monitor_id::text) AS gone
    FROM archived_monitors AS held JOIN archived_months AS archive USING (month)
    WHERE archive.generation IS NOT NULL
      AND NOT EXISTS (SELECT FROM monitors WHERE monitors.id = held.monitor_id)
    GROUP BY held.month ORDER BY held.month`.execute(db);
  return rows.map(({ month, gone }) => ({ month: monthOfDay(month), gone }));
}

/** Notes that an archive holds nothing of these monitors any more. */
export async function forgetMonitors(trx: Transaction<DB>, month: Month, gone: readonly string[]): Promise<void> {
  await sql`DELETE FROM archived_monitors WHERE month = ${dayOf(month)}::date
    AND monitor_id = ANY(${[...gone]}::uuid[])`.execute(trx);
}

/** The archives of months that ended before a time and are not held. */
export async function listArchivesBefore(db: Kysely<DB>, { before, now }: { before: Date; now: Date }) {
  const rows = await db
    .selectFrom('archivedMonths')
    .select('month')
    .where('generation', 'is not', null)
    .where((eb) => eb.or([eb('heldUntil', 'is', null), eb('heldUntil', '<', now)]))
    .orderBy('month')
    .execute();
  return rows.map(({ month }) => monthOfDay(month)).filter((month) => spanOf(month).until <= before);
}

/** Notes that the archive of a month is gone. */
export async function noteRemoved(trx: Transaction<DB>, month: Month, now: Date): Promise<boolean> {
  await trx.deleteFrom('archivedMonitors').where('month', '=', dayOf(month)).execute();
  const { numUpdatedRows } = await trx
    .updateTable('archivedMonths')
    .set({ generation: null, rows: 0, bytes: 0, removedAt: now })
    .where('month', '=', dayOf(month))
    .where('generation', 'is not', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
