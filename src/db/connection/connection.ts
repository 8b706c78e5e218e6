import type { Kysely } from 'kysely';
import { getEnv } from '@/env';
import { type CarriedOut, createDb, type Database } from '../client';
import type { DB } from '../types';

/** Next loads modules once per bundle, so the one pool of the process hangs on what all bundles share. */
const shared = globalThis as typeof globalThis & {
  __monitorsDb?: Database;
  __monitorsQueries?: (query: CarriedOut) => void;
};

/** Has somebody told of each statement on the process's own connections; whoever came last. */
export function observeQueries(told: (query: CarriedOut) => void): void {
  shared.__monitorsQueries = told;
}

/** How many connections the process has open, how many of them do nothing, and how many askers wait for one. */
export function poolUse(): { open: number; idle: number; awaited: number } {
  const { totalCount = 0, idleCount = 0, waitingCount = 0 } = shared.__monitorsDb?.pool ?? {};
  return { open: totalCount, idle: idleCount, awaited: waitingCount };
}

/**
 * The process's own connection pool, made at the first call.
 * @throws Error when DATABASE_URL is missing; `npm start` sets it for the embedded server.
 */
export function getDb(): Kysely<DB> {
  if (shared.__monitorsDb) return shared.__monitorsDb.db;
  const { DATABASE_URL, DATABASE_PREPARED, MONITORS_PART } = getEnv();
  if (!DATABASE_URL) throw new Error('DATABASE_URL is not set. Start the app with npm start, or set it in .env.');
  shared.__monitorsDb = createDb(DATABASE_URL, {
    applicationName: `monitors-${MONITORS_PART ?? 'app'}`,
    prepared: DATABASE_PREPARED,
    pooled: !DATABASE_PREPARED,
    onQuery: (query) => shared.__monitorsQueries?.(query),
  });
  return shared.__monitorsDb.db;
}

/** Closes the pool at the end of the process. */
export async function closeDb(): Promise<void> {
  const database = shared.__monitorsDb;
  delete shared.__monitorsDb;
  await database?.db.destroy();
}
