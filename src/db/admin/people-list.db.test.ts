import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '@/db/sessions';
import { PeopleOrder } from '@/domain/account/administration';
import { listPeople } from '@/flows/admin/list-people';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';

const database = useDatabase();
const NOW = new Date('2026-11-22T12:00:00Z');
const deps = () => ({ db: database.db, now: () => NOW });
const found = async (search: string) =>
  (await listPeople(deps(), { search, limit: 50 })).people.map(({ name }) => name).sort();

describe('searching people', () => {
  beforeAll(async () => {
    for (const name of ['100% sure', '100 sure', 'a_b', 'axb', 'back\\slash', "O'Neil; DROP TABLE users; --", 'Émile'])
      await insertUser(database.db, { name });
    await insertUser(database.db, { name: 'By address', email: 'Find.Me+1@Example.ORG' });
  });

  it.each([
    ['100%', ['100% sure']],
    ['%', ['100% sure']],
    ['_', ['a_b']],
    ['a_b', ['a_b']],
    ['\\', ['back\\slash']],
    ["'", ["O'Neil; DROP TABLE users; --"]],
    ["o'neil; drop table", ["O'Neil; DROP TABLE users; --"]],
    ["' OR true --", []],
    ['ÉMILE', ['Émile']],
    ['find.me+1@', ['By address']],
    ['$1', []],
    ['  ', expect.arrayContaining(['axb', 'a_b'])],
  ])('%j means these signs and no pattern', async (search, names) => {
    expect(await found(search)).toEqual(names);
  });
});

describe('pages of people', () => {
  const name = 'Paged';
  beforeAll(async () => {
    const createdAt = new Date('2026-01-01T00:00:00Z');
    for (let n = 0; n < 7; n += 1)
      await insertUser(database.db, { name, createdAt, lastLoginAt: n < 3 ? null : new Date(NOW.getTime() - n) });
  });

  it.each(PeopleOrder.options)('give everybody once, in the order %s, also where they are alike', async (order) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listPeople(deps(), { search: name, order, limit: 2, cursor });
      expect(page.total).toBe(7);
      seen.push(...page.people.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  it('end with the last one, and are empty beyond it or after somebody who is gone', async () => {
    const { people } = await listPeople(deps(), { search: name, order: 'oldest', limit: 100 });
    const beyond = await listPeople(deps(), { search: name, order: 'oldest', limit: 2, cursor: people.at(-1)?.id });
    expect(beyond).toMatchObject({ people: [], total: 7, nextCursor: null });
    const gone = await listPeople(deps(), { search: name, limit: 2, cursor: crypto.randomUUID() });
    expect(gone).toMatchObject({ people: [], nextCursor: null });
  });

  it('put who signed in last first, and who never did last', async () => {
    const { people } = await listPeople(deps(), { search: name, order: 'lastSignIn', limit: 10 });
    const times = people.map(({ lastLoginAt }) => lastLoginAt?.getTime() ?? 0);
    expect(times).toEqual([...times].sort((one, other) => other - one));
    expect(times.slice(-3)).toEqual([0, 0, 0]);
  });
});

it('tells of each person what they have and did, by UTC days and months, and nothing of others', async () => {
  const { id: userId, email } = await insertUser(database.db, { name: 'Counted' });
  const monitor = await insertMonitor(database.db, { userId });
  await insertMonitor(database.db);
  const days = ['2026-11-22T00:00:00Z', '2026-11-22T11:00:00Z', '2026-11-01T00:00:00Z', '2026-10-31T23:59:59Z'];
  for (const [n, requestedAt] of days.entries())
    await database.db
      .insertInto('evaluations')
      .values({
        ...{ monitorId: monitor.id, userId, chargeDay: '2026-11-22', phase: 'done', outcome: 'value', alert: n > 1 },
        ...{ requestedAt: new Date(requestedAt), finishedAt: new Date(requestedAt) },
      })
      .execute();
  const times = { now: new Date('2026-11-20T00:00:00Z'), expiresAt: new Date('2027-01-01T00:00:00Z') };
  await openSession(database.db, userId, { userAgent: null, ip: null }, times);
  await database.db.updateTable('sessions').set({ lastSeenAt: NOW }).where('userId', '=', userId).execute();
  await database.db.insertInto('suppressions').values({ email: email.toUpperCase(), reason: 'bounce' }).execute();
  const { people } = await listPeople(deps(), { search: 'Counted', limit: 5 });
  expect(people).toMatchObject([
    {
      ...{ id: userId, monitorCount: 1, checksToday: 2, checksThisMonth: 3, alertsThisMonth: 1 },
      ...{ lastSeenAt: NOW, lastLoginAt: times.now, emailVerified: true, emailSuppressed: 'bounce' },
    },
  ]);
});

it.each([
  ["WHERE email ILIKE '%needle%' OR name ILIKE '%needle%'", 'users_search'],
  ['ORDER BY lower(name), id LIMIT 51', 'users_by_name'],
  ["ORDER BY coalesce(last_login_at, '-infinity'::timestamptz) DESC, id DESC LIMIT 51", 'users_by_last_login'],
  ['ORDER BY created_at DESC, id DESC LIMIT 51', 'users_created_at'],
  ['ORDER BY lower(email), id LIMIT 51', 'users_email_key'],
])('has an index for %s', async (query, index) => {
  const plan = await database.db.transaction().execute(async (trx) => {
    // With a few people, looking through all of them is quicker.
    await sql`SET LOCAL enable_seqscan = off`.execute(trx);
    return sql`EXPLAIN SELECT id FROM users ${sql.raw(query)}`.execute(trx);
  });
  expect(JSON.stringify(plan.rows)).toContain(index);
});
