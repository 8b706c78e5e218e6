import { sql } from 'kysely';
import type pg from 'pg';
import { expect, it, test, vi } from 'vitest';
import { useDatabase } from '@/test/database';
import { createDb } from '../client';
import { jsonText } from '../json-column';
import { isDatabaseDown } from './database-down';

const database = useDatabase();
const HALF = 'a\ud83d b\udc00';
const WHOLE = 'a\ufffd b\ufffd';

it.each([true, false])('takes every text, whatever it is, also inside JSON (prepared: %s)', async (prepared) => {
  const { db } = createDb(database.connectionString, { max: 1, prepared });
  const nested = { list: [HALF, { [HALF]: 'x\0y' }], n: 1, ok: '😀', none: null };
  const { rows } = await sql`SELECT ${HALF}::text AS half, ${'x\0y'}::text AS nul, ${[HALF, 'x\0']}::text[] AS list,
    ${nested}::jsonb AS json, ${jsonText(nested)}::jsonb AS written, ${new Date(0)}::timestamptz AS at,
    ${Buffer.from([0, 1])}::bytea AS bytes, ${null}::text AS none, ${'\\u0000 \\ud800'}::text AS spelled`.execute(db);
  await db.destroy();
  const json = { list: [WHOLE, { [WHOLE]: 'x\ufffdy' }], n: 1, ok: '😀', none: null };
  expect(rows).toEqual([
    {
      ...{ half: WHOLE, nul: 'x\ufffdy', list: [WHOLE, 'x\ufffd'], json, written: json },
      ...{ at: new Date(0), bytes: Buffer.from([0, 1]), none: null, spelled: '\\u0000 \\ud800' },
    },
  ]);
});

it('leaves what is only spelled like one', () => {
  expect(jsonText({ a: '\\u0000 \\ud800' })).toBe('{"a":"\\\\u0000 \\\\ud800"}');
  expect(jsonText(null)).toBeNull();
});

it('may break while somebody has it and asks nothing: whoever asks next is told, and that is all', async () => {
  const uncaught = vi.fn();
  process.on('uncaughtExceptionMonitor', uncaught);
  const { db, pool } = createDb(database.connectionString, { max: 1 });
  const ended = new Promise((resolve) => pool.once('connect', (client: pg.PoolClient) => client.once('end', resolve)));
  const work = db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(trx);
    await sql`SELECT pg_terminate_backend(${rows[0]?.pid})`.execute(database.db);
    await ended;
    await sql`SELECT 1`.execute(trx);
  });
  await expect(work.catch(isDatabaseDown)).resolves.toBe(true);
  expect((await sql`SELECT 1 AS one`.execute(db)).rows).toEqual([{ one: 1 }]);
  await db.destroy();
  process.off('uncaughtExceptionMonitor', uncaught);
  expect(uncaught).not.toHaveBeenCalled();
});

test('a statement is prepared once per connection, and answers when the schema changes under it', async () => {
  const { db } = createDb(database.connectionString, { max: 1, prepared: true });
  try {
    await sql`CREATE TABLE kettles (id int, name text)`.execute(db);
    await sql`INSERT INTO kettles VALUES (1, 'One'), (2, 'Two')`.execute(db);
    const kettle = (id: number) => sql<{ name: string }>`SELECT * FROM kettles WHERE id = ${id}`.execute(db);
    const names = [];
    for (const id of [1, 2, 1]) names.push((await kettle(id)).rows[0]?.name);
    expect(names).toEqual(['One', 'Two', 'One']);
    const { rows } = await sql`SELECT name FROM pg_prepared_statements WHERE statement LIKE '%FROM kettles%'`.execute(
      db,
    );
    expect(rows).toHaveLength(1);

    // A new version of the app has migrated the database that this one still works on.
    await sql`ALTER TABLE kettles ADD COLUMN litres int DEFAULT 2`.execute(db);
    expect((await kettle(1)).rows).toEqual([{ id: 1, name: 'One', litres: 2 }]);
    expect((await kettle(2)).rows).toEqual([{ id: 2, name: 'Two', litres: 2 }]);
  } finally {
    await db.destroy();
  }
});

test('an error of a statement is what the server said', async () => {
  const { db } = createDb(database.connectionString, { max: 1, prepared: true });
  try {
    await expect(sql`SELECT ${'x'}::int`.execute(db)).rejects.toMatchObject({ code: '22P02' });
    expect((await sql<{ one: number }>`SELECT ${1}::int AS one`.execute(db)).rows).toEqual([{ one: 1 }]);
  } finally {
    await db.destroy();
  }
});

test('what is written finds its partial index however often it is written', async () => {
  const { db } = createDb(database.connectionString, { max: 1, prepared: true });
  try {
    await sql`CREATE TABLE lids (id int, kind text)`.execute(db);
    await sql`CREATE UNIQUE INDEX one_lid ON lids (id) WHERE kind = 'glass'`.execute(db);
    for (let time = 0; time < 12; time++)
      await sql`INSERT INTO lids VALUES (${1}, ${'glass'}) ON CONFLICT (id) WHERE kind = ${'glass'} DO NOTHING`.execute(
        db,
      );
    expect((await sql`SELECT id FROM lids WHERE kind = ${'glass'}`.execute(db)).rows).toEqual([{ id: 1 }]);
  } finally {
    await db.destroy();
  }
});

test('behind a pooler nothing is prepared', async () => {
  const { db } = createDb(database.connectionString, { max: 1, prepared: false });
  try {
    await sql`SELECT ${1}::int AS pooled`.execute(db);
    const { rows } = await sql`SELECT 1 FROM pg_prepared_statements`.execute(db);
    expect(rows).toEqual([]);
  } finally {
    await db.destroy();
  }
});
