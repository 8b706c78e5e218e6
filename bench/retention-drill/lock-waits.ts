import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const LOOK_EVERY_MS = 5;

/**
 * Watches who waits for a lock on a whole table, which only what changes tables makes anybody do: that wait is ours,
 * however busy the machine is. Tells the longest that it saw, in milliseconds, to the few between two looks.
 */
export async function watchLockWaits(connectionString: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  let longest = 0;
  let stopped = false;
  const ended = (async () => {
    while (!stopped) {
      const { rows } = await client.query<{ ms: number | null }>(`
        SELECT max(extract(epoch FROM clock_timestamp() - waitstart) * 1000)::float AS ms FROM pg_locks
        WHERE NOT granted AND locktype = 'relation'
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`);
      longest = Math.max(longest, rows[0]?.ms ?? 0);
      await sleep(LOOK_EVERY_MS);
    }
  })();
  return async () => {
    stopped = true;
    await ended;
    await client.end();
    return longest;
  };
}
