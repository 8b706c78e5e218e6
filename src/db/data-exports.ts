import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { DB } from './types';

type Connection = Kysely<DB> | Transaction<DB>;

/** An export as its owner sees it, without its bytes. */
export interface DataExport {
  id: string;
  state: 'queued' | 'running' | 'done' | 'failed';
  /** Percent. */
  progress: number;
  requestedAt: Date;
  expiresAt: Date | null;
  /** In bytes. */
  size: number | null;
}

const SUMMARY = ['id', 'state', 'progress', 'requestedAt', 'expiresAt', 'size'] as const;

/** Asks for an export; null if one is being made, also when two requests race. */
export async function insertDataExport(db: Connection, userId: string, now: Date): Promise<DataExport | null> {
  const row = await db
    .insertInto('dataExports')
    .values({ userId, requestedAt: now })
    .onConflict((conflict) => conflict.column('userId').where('state', 'in', ['queued', 'running']).doNothing())
    .returning(SUMMARY)
    .executeTakeFirst();
  return row ?? null;
}

/** The person's newest export, null if there is none or its bytes are over. */
export async function findNewestExport(db: Connection, userId: string, now: Date): Promise<DataExport | null> {
  const row = await db
    .selectFrom('dataExports')
    .select(SUMMARY)
    .where('userId', '=', userId)
    .where((eb) => eb.or([eb('expiresAt', 'is', null), eb('expiresAt', '>', now)]))
    .orderBy('requestedAt', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** How many exports a person asked for since a time. */
export async function countDataExports(db: Connection, userId: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('dataExports')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('userId', '=', userId)
    .where('requestedAt', '>', since)
    .executeTakeFirstOrThrow();
  return count;
}

/** Takes the export that waits longest, so that no other maker has it; one whose maker died is taken again. */
export async function claimDataExport(
  db: Kysely<DB>,
  now: Date,
  leaseMs: number,
): Promise<{ id: string; userId: string; attempts: number } | null> {
  const row = await db
    .updateTable('dataExports')
    .set({
      state: 'running',
      progress: 0,
      attempts: sql<number>`attempts + 1`,
      leaseExpiresAt: new Date(now.getTime() + leaseMs),
    })
    .where('id', '=', (eb) =>
      eb
        .selectFrom('dataExports')
        .select('id')
        .where((due) =>
          due.or([
            due('state', '=', 'queued'),
            due.and([due('state', '=', 'running'), due('leaseExpiresAt', '<', now)]),
          ]),
        )
        .orderBy('requestedAt')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'userId', 'attempts'])
    .executeTakeFirst();
  return row ?? null;
}

/** Tells how far an export is, and keeps its lease. */
export async function updateExportProgress(
  db: Connection,
  id: string,
  progress: number,
  leaseExpiresAt: Date,
): Promise<void> {
  await db
    .updateTable('dataExports')
    .set({ progress, leaseExpiresAt })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}

/** Ends an export with its zip. False if it is gone, or was ended by another. */
export async function finishDataExport(
  db: Connection,
  id: string,
  bytes: Buffer,
  times: { now: Date; expiresAt: Date },
): Promise<boolean> {
  const result = await db
    .updateTable('dataExports')
    .set({ state: 'done', progress: 100, bytes, size: bytes.length, finishedAt: times.now, expiresAt: times.expiresAt })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Ends an export as failed, or puts it back to be made again. */
export async function failDataExport(db: Connection, id: string, now: Date, again: boolean): Promise<void> {
  await db
    .updateTable('dataExports')
    .set(again ? { state: 'queued', leaseExpiresAt: null } : { state: 'failed', finishedAt: now })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}

/** The zip file, for its owner while it is kept. */
export async function findExportBytes(db: Connection, userId: string, id: string, now: Date): Promise<Buffer | null> {
  const row = await db
    .selectFrom('dataExports')
    .select('bytes')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return row?.bytes ?? null;
}

/** Removes exports that are over, and failed ones asked for before a time. Returns how many. */
export async function deleteDataExports(db: Connection, now: Date, failedBefore: Date): Promise<number> {
  const result = await db
    .deleteFrom('dataExports')
    .where((eb) =>
      eb.or([eb('expiresAt', '<=', now), eb.and([eb('state', '=', 'failed'), eb('requestedAt', '<', failedBefore)])]),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
