import { sql } from 'kysely';
import type pg from 'pg';
import { expect, it, vi } from 'vitest';
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
