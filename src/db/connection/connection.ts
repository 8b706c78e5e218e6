import type { Kysely } from 'kysely';
import { getEnv } from '@/env';
import { createDb } from '../client';
import type { DB } from '../types';

/** Next loads modules once per bundle, so the one pool of the process hangs on what all bundles share. */
const shared = globalThis as typeof globalThis & { __monitorsDb?: Kysely<DB> };

/**
 * The process's own connection pool, made at the first call.
 * @throws Error when DATABASE_URL is missing; `npm start` sets it for the embedded server.
 */
export function getDb(): Kysely<DB> {
  if (shared.__monitorsDb) return shared.__monitorsDb;
  const { DATABASE_URL, DATABASE_PREPARED } = getEnv();
  if (!DATABASE_URL) throw new Error('DATABASE_URL is not set. Start the app with npm start, or set it in .env.');
  shared.__monitorsDb = createDb(DATABASE_URL, {
    applicationName: 'monitors-web',
    prepared: DATABASE_PREPARED,
  }).db;
  return shared.__monitorsDb;
}

/** Closes the pool at the end of the process. */
export async function closeDb(): Promise<void> {
  const db = shared.__monitorsDb;
  delete shared.__monitorsDb;
  await db?.destroy();
}
