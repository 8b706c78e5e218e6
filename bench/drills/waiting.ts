import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '@/db/types';
import { until } from '../soak/services';
import type { Ground } from './ground';

/** Something in the database that nobody else gets until it is let go. */
export interface Lock {
  letGo(): Promise<void>;
}

/** So long a slow machine may need to come there. */
const PATIENCE_MS = 150_000;

/** Takes what `take` takes, on a connection of its own. */
export async function lock({ db }: Ground, take: (trx: Transaction<DB>) => Promise<unknown>): Promise<Lock> {
  const [taken, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const held = db.transaction().execute(async (trx) => {
    // For as long as it takes.
    await sql`SET LOCAL idle_in_transaction_session_timeout = 0`.execute(trx);
    await take(trx);
    taken.resolve();
    await over.promise;
  });
  await Promise.race([taken.promise, held]);
  return {
    letGo: async () => {
      over.resolve();
      await held;
    },
  };
}

/** Resolves when a worker waits for a lock with a statement like this (regular expression of PostgreSQL). */
export async function workerWaits({ db }: Ground, statement: string): Promise<void> {
  await until(async () => {
    const { rows } = await sql`SELECT FROM pg_stat_activity
      WHERE application_name LIKE 'worker-%' AND wait_event_type = 'Lock' AND query ~* ${statement}`.execute(db);
    return rows.length > 0;
  }, PATIENCE_MS);
}
