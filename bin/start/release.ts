import { type Kysely, sql } from 'kysely';
import { createDb } from '@/db/client';
import { grantToApp } from '@/db/connection/app-role';
import { findSchemaState, migrateToLatest } from '@/db/migrate';
import { ensureFactPartitions } from '@/db/retention/fact-months';
import type { DB } from '@/db/types';
import type { Env } from '@/env';

type Address = Pick<Env, 'MIGRATION_DATABASE_URL' | 'DATABASE_PREPARED'> & { DATABASE_URL: string };

/** A number of our own among the advisory locks of the database ("monito" in ASCII). */
const LOCK = 0x6d_6f_6e_69_74_6f;

/**
 * Brings the database to what this version needs: migrations, the partitions of the coming months, the rights of the
 * app's role. One at a time, however many ask at once; whoever waited finds nothing left to do. A database that a newer
 * version has brought further is left as it is, so that going back to this version is possible.
 * @returns the names of the migrations that were applied.
 * @throws Error that names the migration that failed; what it did is rolled back.
 */
export async function releaseDatabase(address: Address): Promise<string[]> {
  const { db } = openForRelease(address);
  try {
    return await db.transaction().execute(async (trx) => {
      // Held by this transaction alone, so that a pooler which shares connections by transaction keeps it too.
      await sql`SET LOCAL idle_in_transaction_session_timeout = 0`.execute(trx);
      await sql`SELECT pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx);
      return await bringUpToDate(db, address);
    });
  } finally {
    await db.destroy();
  }
}

/** The owner of the tables, with the time that a migration of a large table may take. */
export function openForRelease({ MIGRATION_DATABASE_URL, DATABASE_URL, DATABASE_PREPARED }: Address) {
  return createDb(MIGRATION_DATABASE_URL ?? DATABASE_URL, {
    max: 2,
    applicationName: 'monitors-release',
    statementTimeoutMs: 600_000,
    pooled: MIGRATION_DATABASE_URL === undefined && !DATABASE_PREPARED,
  });
}

async function bringUpToDate(db: Kysely<DB>, address: Address): Promise<string[]> {
  const { pending, unknown } = await findSchemaState(db);
  if (unknown.length > 0 && pending.length > 0) {
    throw new Error(
      `The database has ${unknown.join(', ')}, which this version does not know, and lacks ${pending[0]}.`,
    );
  }
  const applied = unknown.length > 0 ? [] : await migrateToLatest(db);
  await ensureFactPartitions(db, new Date());
  if (address.MIGRATION_DATABASE_URL) {
    await grantToApp(db, decodeURIComponent(new URL(address.DATABASE_URL).username));
  }
  return applied;
}
