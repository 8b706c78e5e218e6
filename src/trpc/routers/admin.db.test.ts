import { expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { insertSourceLooks } from '@/db/source-health';
import type { SourceFailure } from '@/domain/source-health';
import { sendNotifications } from '@/flows/upkeep/send-notifications';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser, interpretation } from '@/test/factories';
import { addresses, useMailOffice } from '@/test/mail-office';
import { useRest } from '@/test/rest-client';
import { createContext } from '../init';
import { createCaller } from '../root';

const database = useDatabase();
const rest = useRest(database);
const office = useMailOffice(database);

it('the admin is told that the mail service refuses us, how many wait, and no more once it takes one', async () => {
  const { id } = await insertUser(database.db, { role: 'admin' });
  const token = await openBearerSession(id, { userAgent: null, ip: null });
  const headers = new Headers({ authorization: `Bearer ${token}` });
  const { admin } = createCaller(await createContext(headers, rest.surroundings));
  expect(await admin.faults()).toEqual({ faults: [], emailsWaiting: 0 });

  office.sendgrid.answer = () => ({ status: 401 });
  const beganAt = office.now;
  await office.write(...addresses(3));
  await sendNotifications(office.deps());
  expect(await admin.faults()).toEqual({
    faults: [{ service: 'email', detail: 'SendGrid answered 401', beganAt, lastSeenAt: beganAt }],
    emailsWaiting: 3,
  });

  office.sendgrid.answer = () => ({ status: 202 });
  office.pass(1);
  await sendNotifications(office.deps());
  expect(await admin.faults()).toEqual({ faults: [], emailsWaiting: 0 });
});

async function callerOf(given: Parameters<typeof insertUser>[1] = {}) {
  const { id } = await insertUser(database.db, given);
  const token = await openBearerSession(id, { userAgent: null, ip: null });
  const headers = new Headers({ authorization: `Bearer ${token}` });
  const { sources } = createCaller(await createContext(headers, rest.surroundings));
  const monitor = (...addresses: string[]) =>
    insertMonitor(database.db, { userId: id, interpretation: interpretation({ sources: addresses }) });
  return { sources, monitor };
}

/** `hours` ago, `count` looks at a host that ended so. */
async function looks(host: string, count: number, failure: SourceFailure | null = null, hours = 1) {
  const at = new Date(Date.now() - hours * 3_600_000);
  const all = Array.from({ length: count }, () => ({ host, at, look: 'full' as const, failure, tookMs: 800 }));
  await insertSourceLooks(database.db, all, new Date());
}

it("a monitor's sources in its order, each host once, also those that nobody has looked at", async () => {
  await looks('kettles.example', 12);
  const { sources, monitor } = await callerOf();
  const { id } = await monitor('https://new.example/a', 'https://kettles.example/b', 'https://kettles.example/c?d');
  const [unknown, kettles, ...rest] = await sources.ofMonitor({ id });
  expect(rest).toEqual([]);
  expect(unknown).toMatchObject({ host: 'new.example', status: 'unknown', day: { looks: 0, successRate: null } });
  expect(kettles).toMatchObject({ host: 'kettles.example', status: 'good', day: { looks: 12, p50Ms: 800 } });
});

it("all of a person's hosts and nobody else's", async () => {
  await looks('wall.example', 4, 'blocked');
  await looks('others.example', 4);
  const { sources, monitor } = await callerOf();
  expect(await sources.ofMine()).toEqual([]);
  await monitor('https://wall.example/a');
  await monitor('https://fine.example/a', 'https://wall.example/b');
  await (await callerOf()).monitor('https://others.example/');
  const all = await sources.ofMine();
  expect(all.map(({ host, status }) => [host, status]).sort()).toEqual([
    ['fine.example', 'unknown'],
    ['wall.example', 'failing'],
  ]);
  expect(all.find(({ host }) => host === 'wall.example')?.day).toEqual({
    ...{ looks: 4, successRate: 0, failures: { blocked: 4 }, p50Ms: null, p95Ms: null },
  });
});

async function systemOf(role: 'admin' | 'member') {
  const { id } = await insertUser(database.db, { role });
  const token = await openBearerSession(id, { userAgent: null, ip: null });
  const headers = new Headers({ authorization: `Bearer ${token}` });
  return createCaller(await createContext(headers, rest.surroundings)).admin.system;
}

it('the admin sees the worst first, however often they are looked at, and finds a host by a part of it', async () => {
  await database.pool.query('DELETE FROM source_looks');
  await looks('busy.example', 40);
  await looks('busy.example', 3, 'unavailable');
  await looks('down.example', 2, 'unavailable');
  await looks('shaky.example', 6);
  await looks('shaky.example', 3, 'empty');
  await looks('yesterday.example', 2, 'not_found', 30);
  const system = await systemOf('admin');
  const { rows, total } = await system.sources({});
  expect(rows.map(({ host, status }) => `${host} ${status}`)).toEqual([
    'down.example failing',
    'yesterday.example failing',
    'shaky.example shaky',
    'busy.example good',
  ]);
  expect(total).toBe(4);
  expect(rows[2]).toMatchObject({ lastSuccessAt: expect.any(Date), lastFailureAt: expect.any(Date) });
  expect((await system.sources({ search: 'BUSY' })).rows.map(({ host }) => host)).toEqual(['busy.example']);
  expect(await system.sources({ page: 2 })).toMatchObject({ rows: [], total: 0 });
});

it('to anybody but an admin the system is not there', async () => {
  const system = await systemOf('member');
  const asked = [
    ...[system.metrics({}), system.sources({}), system.proxies(), system.failing({}), system.inFlight()],
    ...[system.queues(), system.deadLetters({}), system.retryLetters({ letters: 'all' })],
    ...[system.discardLetters({ letters: 'all' }), system.storage()],
  ];
  for (const answer of asked) await expect(answer).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
