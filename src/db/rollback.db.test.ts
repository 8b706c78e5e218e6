import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, it } from 'vitest';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { migrationsIn } from './migrate';
import type { DB } from './types';

const database = useDatabase();
const ID = '00000000-0000-4000-8000-000000000000';

/** Rows in tables that many migrations have touched. */
async function writeRows(db: Kysely<DB>): Promise<void> {
  const { id: userId, email } = await insertUser(db);
  const { id: monitorId } = await insertMonitor(db, { userId });
  const content = { subject: 'Kettle One', htmlContent: '<p>1</p>', plainTextContent: '1', recipient: email };
  await db
    .insertInto('emailNotifications')
    .values({ userId, monitorId, kind: 'alert', nextAttemptAt: new Date(), ...content })
    .execute();
  await db.insertInto('evaluations').values({ monitorId, userId, chargeDay: '2026-11-30' }).execute();
  await db
    .insertInto('facts')
    .values({
      ...{ monitorId, evaluationId: ID, extractedAt: new Date(), outcome: 'value', quote: '$1', sentence: 'No alert.' },
      ...{ source: 'https://shop.example.org/', processingTime: 5, changeType: 'stable', confidence: 1 },
      ...{ reader: 'offline', look: 'full', value: JSON.stringify({ type: 'number', number: '1', unit: 'USD' }) },
    })
    .execute();
  await db
    .insertInto('sessions')
    .values({ userId, expiresAt: new Date(Date.now() + 60_000) })
    .execute();
}

async function countOf(table: string): Promise<number | undefined> {
  const query = sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(table)}`;
  const { rows } = await query.execute(database.db);
  return rows[0]?.count;
}

it('every migration goes back and forth with rows in place, and loses neither person nor monitor', async () => {
  await writeRows(database.db);
  const migrator = new Migrator({ db: database.db, provider: migrationsIn('migrations') });
  const names = Object.keys(await migrationsIn('migrations').getMigrations()).sort();
  for (const name of names.reverse()) {
    for (const step of [() => migrator.migrateDown(), () => migrator.migrateUp(), () => migrator.migrateDown()]) {
      const { error, results } = await step();
      expect([name, error, results?.[0]?.migrationName]).toEqual([name, undefined, name]);
    }
    if (name > '0002_monitors') expect([name, await countOf('users'), await countOf('monitors')]).toEqual([name, 1, 1]);
    if (name > '0003_facts') expect([name, await countOf('facts')]).toEqual([name, 1]);
  }
  const tables = (await database.db.introspection.getTables()).map((table) => table.name);
  expect(tables.filter((name) => !name.startsWith('kysely'))).toEqual([]);
}, 60_000);
