import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { describe, expect, test } from 'vitest';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { migrateToLatest, migrationsIn } from './migrate';

const database = useDatabase();
const day = '2026-03-31';

async function fact(monitorId: string, extractedAt: string): Promise<string> {
  const row = await database.db
    .insertInto('facts')
    .values({
      monitorId,
      evaluationId: crypto.randomUUID(),
      extractedAt,
      outcome: 'value',
      value: { type: 'number', number: '279.99', unit: 'USD' },
      source: 'https://shop.example.org/kettle-one',
      processingTime: 12,
      changeType: 'decrease',
      changeAmount: '-20.01',
      confidence: 1,
      quote: '$279.99',
      reader: 'offline',
      look: 'cheap',
      sentence: 'Alert: $279.99 is below $300.00',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

const partitionOf = async (id: string): Promise<string | undefined> => {
  const { rows } = await sql<{
    part: string;
  }>`SELECT tableoid::regclass::text AS part FROM facts WHERE id = ${id}`.execute(database.db);
  return rows[0]?.part;
};

describe('values come out as chosen', () => {
  test('numeric as text, day as text, time as Date, nested keys of jsonb untouched', async () => {
    const monitor = await insertMonitor(database.db, { sourceLocale: { locale: 'de-DE', timeZone: 'Europe/Berlin' } });
    const id = await fact(monitor.id, '2026-11-22T10:00:00Z');
    const row = await database.db.selectFrom('facts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(row.changeAmount).toBe('-20.01');
    expect(row.extractedAt).toEqual(new Date('2026-11-22T10:00:00Z'));
    expect(row.value).toEqual({ type: 'number', number: '279.99', unit: 'USD' });
    expect(row.errors).toEqual([]);
    expect(monitor.interpretation.suggestedName).toBe('Kettle One below $300');
    expect(monitor.sourceLocale).toEqual({ locale: 'de-DE', timeZone: 'Europe/Berlin' });
    const charge = { userId: monitor.userId, day, used: 1 };
    const charged = await database.db.insertInto('refreshCharges').values(charge).returningAll().executeTakeFirst();
    expect(charged).toEqual(charge);
    const { count } = await database.db
      .selectFrom('facts')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBe(1);
  });

  test('a count beyond what a number holds exactly is an error, never a rounded number', async () => {
    await expect(sql`SELECT 9007199254740993::int8`.execute(database.db)).rejects.toThrow('too large');
  });
});

describe('what the schema refuses', () => {
  test('two accounts with one address in other case', async () => {
    await insertUser(database.db, { email: 'Ada@Example.org' });
    await expect(insertUser(database.db, { email: 'ada@example.org' })).rejects.toMatchObject({ code: '23505' });
  });

  test('more answers of a model that counted than were tried, and a key of an answer that is no hash', async () => {
    const record = { reader: 'claude', model: 'm', purpose: 'read', at: new Date(), tries: 1, successes: 2 } as const;
    await expect(database.db.insertInto('aiSuccesses').values(record).execute()).rejects.toMatchObject({
      code: '23514',
    });
    const times = { keptAt: new Date(0), expiresAt: new Date(1) };
    const answer = { key: 'Tell me when', sealed: Buffer.from('x'), userId: null, ...times };
    await expect(database.db.insertInto('aiAnswers').values(answer).execute()).rejects.toMatchObject({ code: '23514' });
  });

  test('two live evaluations of one monitor, but not one after another', async () => {
    const { id: monitorId, userId } = await insertMonitor(database.db);
    const queue = () => database.db.insertInto('evaluations').values({ monitorId, userId, chargeDay: day }).execute();
    await queue();
    await expect(queue()).rejects.toMatchObject({ code: '23505', constraint: 'evaluations_live' });
    await database.db
      .updateTable('evaluations')
      .set({ phase: 'done', outcome: 'blocked', finishedAt: new Date() })
      .where('monitorId', '=', monitorId)
      .execute();
    await queue();
  });

  test('an archive of half a month, one that was never whole, and one in a folder of another name', async () => {
    const archive = (given: object) =>
      database.db
        .insertInto('archivedMonths')
        .values({ month: '2025-10-01', ...given })
        .execute();
    await expect(archive({ month: '2025-10-02' })).rejects.toMatchObject({ code: '23514' });
    const generation = '20261101T031700Z-5f0c1a2b';
    await expect(archive({ generation })).rejects.toMatchObject({ code: '23514' });
    await expect(archive({ generation: '../x', archivedAt: new Date() })).rejects.toMatchObject({ code: '23514' });
    await archive({ generation, archivedAt: new Date() });
  });

  test('an evaluation that is done without an outcome', async () => {
    const { id: monitorId, userId } = await insertMonitor(database.db);
    const done = { monitorId, userId, chargeDay: day, phase: 'done' as const, finishedAt: new Date() };
    await expect(database.db.insertInto('evaluations').values(done).execute()).rejects.toMatchObject({ code: '23514' });
  });

  test('credentials of a proxy, and a letter of no queue', async () => {
    const { db } = database;
    const row = { hour: new Date(), verdict: 'ok' as const, count: 1, lastAt: new Date() };
    const proxy = db.insertInto('proxyHours').values({ ...row, proxy: 'user:secret@proxy.example:3128' });
    await expect(proxy.execute()).rejects.toMatchObject({ code: '23514' });
    const letter = sql`INSERT INTO discarded_letters VALUES ('people', gen_random_uuid(), now())`;
    await expect(letter.execute(db)).rejects.toMatchObject({ code: '23514' });
  });

  test('two open episodes of one alert rule and subject, but not one after another', async () => {
    const at = new Date();
    const episode = {
      rule: 'error_rate',
      severity: 'critical',
      beganAt: at,
      lastFiredAt: at,
      beganWith: 'x',
      latest: 'x',
    };
    const begin = () => database.db.insertInto('alertEpisodes').values(episode).execute();
    await begin();
    await expect(begin()).rejects.toMatchObject({ code: '23505', constraint: 'alert_episodes_open' });
    const end = (given: object) => database.db.updateTable('alertEpisodes').set(given).execute();
    await expect(end({ endedAt: at })).rejects.toMatchObject({ code: '23514' });
    await end({ endedAt: at, endedBecause: 'fine' });
    await begin();
  });
});

describe('facts by the month', () => {
  const ensure = (around: string) =>
    sql<{ made: number }>`SELECT ensure_fact_partitions(${around}::date) AS made`.execute(database.db);

  test('the month boundary is that of UTC', async () => {
    const { id } = await insertMonitor(database.db);
    await ensure('2026-11-22');
    expect(await partitionOf(await fact(id, '2026-10-31T23:59:59.999Z'))).toBe('facts_2026_10');
    expect(await partitionOf(await fact(id, '2026-11-01T00:00:00Z'))).toBe('facts_2026_11');
  });

  test('a fact outside the months waits in the default partition and is moved, not lost', async () => {
    const { id } = await insertMonitor(database.db);
    const early = await fact(id, '2031-02-03T04:05:06Z');
    expect(await partitionOf(early)).toBe('facts_default');
    const { rows } = await ensure('2031-01-31');
    expect(rows[0]?.made).toBe(17);
    expect(await partitionOf(early)).toBe('facts_2031_02');
    expect((await ensure('2031-01-31')).rows[0]?.made).toBe(0);
  });

  test('months before a day are dropped whole, the month of the day stays', async () => {
    const { id } = await insertMonitor(database.db);
    await ensure('2021-06-15');
    const [old, kept] = [await fact(id, '2021-04-30T12:00:00Z'), await fact(id, '2021-05-01T00:00:00Z')];
    await sql`SELECT drop_fact_partitions('2021-05-20'::date)`.execute(database.db);
    expect(await partitionOf(old)).toBeUndefined();
    expect(await partitionOf(kept)).toBe('facts_2021_05');
  });

  test('go with their monitor, and with their person', async () => {
    const { id, userId } = await insertMonitor(database.db);
    const gone = await fact(id, '2026-11-22T10:00:00Z');
    await database.db.deleteFrom('users').where('id', '=', userId).execute();
    expect(await partitionOf(gone)).toBeUndefined();
  });
});

describe('migrations', () => {
  const scratch = useDatabase();

  test('all down and all up again, and up twice does nothing', async () => {
    const migrator = new Migrator({ db: scratch.db, provider: migrationsIn('migrations') });
    const names = Object.keys(await migrationsIn('migrations').getMigrations());
    for (const _ of names) expect((await migrator.migrateDown()).error).toBeUndefined();
    const tables = (await scratch.db.introspection.getTables()).map((table) => table.name);
    expect(tables.filter((name) => !name.startsWith('kysely'))).toEqual([]);
    expect(await migrateToLatest(scratch.db)).toEqual(names);
    expect(await migrateToLatest(scratch.db)).toEqual([]);
  });
});
