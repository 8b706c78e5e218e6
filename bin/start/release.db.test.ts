import { sql } from 'kysely';
import { describe, expect, inject, it } from 'vitest';
import { createDb } from '@/db/client';
import { findSchemaState } from '@/db/migrate';
import { databaseUrl, runOn } from '@/test/database-server';
import { openStrictPooler } from '@/test/strict-pooler';
import { releaseDatabase } from './release';
import { waitForSchema } from './schema';

const settings = { DATABASE_PREPARED: true, MIGRATION_DATABASE_URL: undefined };

/** Gives `use` an empty database. */
async function onEmpty(name: string, use: (connectionString: string) => Promise<void>): Promise<void> {
  const { connectionString: server } = inject('databaseServer');
  const database = `monitors_release_${process.pid}_${name}`;
  await runOn(server, `CREATE DATABASE ${database}`);
  try {
    await use(databaseUrl(server, database));
  } finally {
    await runOn(server, `DROP DATABASE ${database} WITH (FORCE)`);
  }
}

async function stateOf(connectionString: string) {
  const { db } = createDb(connectionString);
  const state = await findSchemaState(db);
  await db.destroy();
  return state;
}

describe('npm run release', { timeout: 120_000 }, () => {
  it('of four deployments at once applies every migration once', async () => {
    await onEmpty('four', async (DATABASE_URL) => {
      const releases = Array.from({ length: 4 }, () => releaseDatabase({ ...settings, DATABASE_URL }));
      const applied = (await Promise.all(releases)).filter((names) => names.length > 0);
      expect(applied).toHaveLength(1);
      expect(await stateOf(DATABASE_URL)).toEqual({ pending: [], unknown: [] });
      const { db } = createDb(DATABASE_URL);
      const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration ORDER BY name`.execute(db);
      await db.destroy();
      expect(rows.map(({ name }) => name)).toEqual(applied[0]);
    });
  });

  it('works behind a pooler', async () => {
    await onEmpty('pooler', async (connectionString) => {
      const pooler = await openStrictPooler(connectionString);
      await releaseDatabase({ ...settings, DATABASE_PREPARED: false, DATABASE_URL: pooler.connectionString });
      await pooler.close();
      expect((await stateOf(connectionString)).pending).toEqual([]);
    });
  });

  it('leaves a database that a newer version has brought further as it is', async () => {
    await onEmpty('newer', async (DATABASE_URL) => {
      await releaseDatabase({ ...settings, DATABASE_URL });
      await runOn(DATABASE_URL, `INSERT INTO kysely_migration (name, "timestamp") VALUES ('9999_newer', now()::text)`);
      expect(await releaseDatabase({ ...settings, DATABASE_URL })).toEqual([]);
      expect((await stateOf(DATABASE_URL)).unknown).toEqual(['9999_newer']);
    });
  });

  it('refuses one that it neither knows nor can bring further', async () => {
    await onEmpty('foreign', async (DATABASE_URL) => {
      await releaseDatabase({ ...settings, DATABASE_URL });
      await runOn(DATABASE_URL, `UPDATE kysely_migration SET name = '9999_newer' WHERE name LIKE '0001%'`);
      const refused = releaseDatabase({ ...settings, DATABASE_URL });
      await expect(refused).rejects.toThrow('The database has 9999_newer, which this version does not know');
    });
  });
});

describe('a part that starts', { timeout: 60_000 }, () => {
  const { signal } = new AbortController();

  it('waits until the database is released, and says so once', async () => {
    await onEmpty('waits', async (DATABASE_URL) => {
      const said: string[] = [];
      const waiting = waitForSchema(
        { DATABASE_URL, DATABASE_PREPARED: true },
        { interrupted: signal, say: (text) => said.push(text) },
      );
      await expect.poll(() => said).toHaveLength(1);
      expect(said[0]).toMatch(/lacks \d+ migrations, the first is 0001_\w+\. Run: npm run release/);
      await releaseDatabase({ ...settings, DATABASE_URL });
      await waiting;
      expect(said).toHaveLength(1);
    });
  });

  it('gives up in the end, with the reason', async () => {
    const DATABASE_URL = 'postgresql://nobody:secret-word@127.0.0.1:1/none';
    const options = { interrupted: signal, say: () => undefined, withinMs: 0 };
    const given = waitForSchema({ DATABASE_URL, DATABASE_PREPARED: true }, options);
    await expect(given).rejects.toThrow('The database does not answer: connect ECONNREFUSED');
  });
});
