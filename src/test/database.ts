import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { createDb, type Database } from '@/db/client';
import { databaseUrl, runOn } from './database-server';

export interface TestDatabase extends Database {
  connectionString: string;
}

/**
 * A real, migrated, empty database for this test file alone, dropped at its end. Call it at the top of the file or of a
 * describe; its members may be used from the first hook or test on.
 */
export function useDatabase(): TestDatabase {
  let opened: TestDatabase | null = null;
  const ready = (): TestDatabase => {
    if (opened === null) throw new Error('The test database exists from beforeAll on: use it inside hooks and tests.');
    return opened;
  };
  beforeAll(async () => {
    const { connectionString: server, template } = inject('databaseServer');
    const name = `monitors_test_${randomBytes(6).toString('hex')}`;
    await runOn(server, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
    const connectionString = databaseUrl(server, name);
    opened = { ...createDb(connectionString, { prepared: true }), connectionString };
  });
  afterAll(async () => {
    const { db, connectionString } = ready();
    await db.destroy();
    const name = new URL(connectionString).pathname.slice(1);
    await runOn(inject('databaseServer').connectionString, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  return {
    get db() {
      return ready().db;
    },
    get pool() {
      return ready().pool;
    },
    get connectionString() {
      return ready().connectionString;
    },
  };
}
