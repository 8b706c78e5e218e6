import { beforeAll, describe, expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { findPerson } from '@/db/users';
import { isWhitelisted } from '@/db/whitelist';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';

const database = useDatabase();
const rest = useRest(database);

let adminId = '';
let token = '';
beforeAll(async () => {
  adminId = (await insertUser(database.db, { role: 'admin', createdAt: new Date('2026-01-01T00:00:00Z') })).id;
  token = await openBearerSession(adminId, { userAgent: null, ip: null });
});

async function ask(method: string, path: string, body?: unknown) {
  const answer = await rest.send(method, path, { token, ...(body === undefined ? {} : { body }) });
  return { status: answer.status, body: await answer.json() };
}

describe('GET /api/admin/stats', () => {
  it('has a period only where one is asked for, of one metric or of all', async () => {
    const createdAt = new Date('2025-03-02T12:00:00Z');
    const { id: userId } = await insertUser(database.db, { createdAt });
    await insertMonitor(database.db, { userId, createdAt });
    expect((await ask('GET', '/api/admin/stats')).body).not.toHaveProperty('period');
    const path = '/api/admin/stats?startDate=2025-03-01T00:00:00Z&endDate=2025-03-04T00:00:00Z';
    const { period } = (await ask('GET', path)).body;
    const days = (count: number) =>
      ['01', '02', '03']
        .map((day) => ({ day: `2025-03-${day}`, count: 0 }))
        .with(1, {
          day: '2025-03-02',
          count,
        });
    expect(period).toEqual({
      startDate: '2025-03-01T00:00:00.000Z',
      endDate: '2025-03-04T00:00:00.000Z',
      metrics: [
        { metricType: 'users', total: 1, days: days(1) },
        { metricType: 'monitors', total: 1, days: days(1) },
        { metricType: 'evaluations', total: 0, days: days(0) },
        { metricType: 'emails', total: 0, days: days(0) },
      ],
    });
    const one = (await ask('GET', `${path}&metricType=monitors`)).body.period.metrics;
    expect(one).toEqual([{ metricType: 'monitors', total: 1, days: days(1) }]);
  });

  it.each([
    ['startDate=yesterday', 'startDate', 'must be a time in UTC'],
    ['endDate=2026-13-01T00:00:00Z', 'endDate', 'must be a time in UTC'],
    ["startDate=2026-01-01T00:00:00Z'%20OR%20true", 'startDate', 'must be a time in UTC'],
    ['startDate=0001-01-01T00:00:00Z', 'startDate', 'before the year 2000'],
    ['startDate=2026-02-01T00:00:00Z&endDate=2026-01-01T00:00:00Z', 'startDate', 'must be before endDate'],
    ['startDate=2020-01-01T00:00:00Z', 'startDate', 'At most 366 days'],
    ['metricType=everything', 'metricType', 'must be one of users, monitors, evaluations, emails'],
  ])('refuses ?%s by its field', async (query, field, words) => {
    const { status, body } = await ask('GET', `/api/admin/stats?${query}`);
    expect([status, body.error.code]).toEqual([400, 'invalid']);
    expect(body.error.fields[field]?.join()).toContain(words);
  });
});

describe('the whitelist', () => {
  it('is the plan’s: added, switched off and on without being deleted, and listed', async () => {
    const added = await ask('POST', '/api/admin/whitelist', { email: 'Beta@Example.org' });
    expect(added).toMatchObject({ status: 200, body: { success: true, admitted: false } });
    const { entry } = added.body;
    expect(entry).toEqual({
      id: expect.any(String),
      email: 'beta@example.org',
      addedAt: expect.stringMatching(/Z$/),
      addedBy: adminId,
      isActive: true,
    });
    const off = await ask('PUT', `/api/admin/whitelist/${entry.id}`, { isActive: false });
    expect(off.body.entry).toEqual({ ...entry, isActive: false });
    expect(await database.db.transaction().execute((trx) => isWhitelisted(trx, entry.email))).toBe(false);
    const list = await ask('GET', '/api/admin/whitelist?search=BETA@');
    expect(list.body).toEqual({ entries: [{ ...entry, isActive: false }], nextCursor: null });
    expect((await ask('GET', '/api/admin/whitelist?search=%25')).body.entries).toEqual([]);
    const waiting = await insertUser(database.db, { email: 'beta@example.org', isBetaUser: false });
    const on = await ask('PUT', `/api/admin/whitelist/${entry.id}`, { isActive: true });
    expect(on.body).toEqual({ success: true, entry, admitted: true });
    expect(await findPerson(database.db, waiting.id)).toMatchObject({ isBetaUser: true });
  });

  it('takes an address that lets nobody in yet', async () => {
    const waiting = await insertUser(database.db, { email: 'later@example.org', isBetaUser: false });
    const { body } = await ask('POST', '/api/admin/whitelist', { email: 'later@example.org', isActive: false });
    expect(body).toMatchObject({ entry: { isActive: false }, admitted: false });
    expect(await findPerson(database.db, waiting.id)).toMatchObject({ isBetaUser: false });
  });

  it.each([
    ['POST', '/api/admin/whitelist', { email: 'no address' }, 400],
    ['POST', '/api/admin/whitelist', { email: 'a@example.org', isActive: 'yes' }, 400],
    ['POST', '/api/admin/whitelist', { email: 'a@example.org', addedBy: 'me' }, 400],
    ['PUT', '/api/admin/whitelist/1', { isActive: true }, 400],
    ['PUT', '/api/admin/whitelist/00000000-0000-4000-8000-000000000000', { isActive: true }, 404],
    ['PUT', '/api/admin/whitelist/00000000-0000-4000-8000-000000000000', {}, 400],
    ['DELETE', '/api/admin/whitelist/00000000-0000-4000-8000-000000000000', undefined, 405],
  ])('%s %s refuses %j', async (method, path, body, status) => {
    expect((await ask(method, path, body)).status).toBe(status);
  });
});

it('GET /api/admin/users takes an order and a state', async () => {
  await insertUser(database.db, { name: 'Rest B', suspendedAt: new Date() });
  await insertUser(database.db, { name: 'Rest A', suspendedAt: new Date() });
  const { body } = await ask('GET', '/api/admin/users?search=rest&only=suspended&order=name');
  expect(body.users.map(({ name }: { name: string }) => name)).toEqual(['Rest A', 'Rest B']);
  expect((await ask('GET', '/api/admin/users?order=password')).status).toBe(400);
});
