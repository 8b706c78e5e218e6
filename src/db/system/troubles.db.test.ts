import { expect, it } from 'vitest';
import type { Outcome } from '@/domain/outcome';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser, interpretation } from '@/test/factories';
import { listFailingMonitors, listInFlight } from './troubles';

const database = useDatabase();
const NOW = new Date('2026-11-30T12:00:00Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

/** A monitor with the outcomes of its evaluations, one an hour, the last one an hour ago. */
async function monitorWith(outcomes: Outcome[], given: { failureStreak: number; isActive?: boolean }) {
  const sources = ['https://shop.example.org/private?token=secret'];
  const monitor = await insertMonitor(database.db, {
    ...{ lastOutcome: outcomes.at(-1) ?? null, lastChecked: hoursAgo(1), interpretation: interpretation({ sources }) },
    ...given,
  });
  for (const [index, outcome] of outcomes.entries()) {
    const at = hoursAgo(outcomes.length - index);
    await database.db
      .insertInto('evaluations')
      .values({
        ...{ monitorId: monitor.id, userId: monitor.userId, requestedAt: at, finishedAt: at, outcome, phase: 'done' },
        ...{ chargeDay: '2026-11-30' },
      })
      .execute();
  }
  return monitor;
}

it('monitors that fail in a row: whose, where, how often and since when, and nothing of what was asked', async () => {
  const long = await monitorWith(['blocked', 'value', 'empty', 'blocked', 'blocked'], { failureStreak: 3 });
  const never = await monitorWith(['unavailable', 'unavailable'], { failureStreak: 2 });
  await monitorWith(['value', 'blocked'], { failureStreak: 1 });
  await monitorWith(['blocked', 'blocked', 'blocked', 'blocked'], { failureStreak: 4, isActive: false });
  // Its contract was changed: what failed before counts no more.
  const changed = await monitorWith(['blocked', 'blocked', 'blocked', 'empty', 'empty'], { failureStreak: 2 });
  await database.db
    .updateTable('monitors')
    .set({ lastChecked: hoursAgo(9) })
    .where('id', '=', changed.id)
    .execute();

  const { monitors, total } = await listFailingMonitors(database.db, { least: 2, limit: 10, offset: 0 });
  expect(total).toBe(3);
  expect(monitors[0]).toEqual({
    monitorId: long.id,
    personId: long.userId,
    email: expect.stringMatching(/@example\.org$/),
    host: 'shop.example.org',
    outcome: 'blocked',
    streak: 3,
    since: hoursAgo(3),
    lastCheckedAt: hoursAgo(1),
  });
  expect(monitors.map(({ monitorId, since }) => [monitorId, since])).toEqual([
    [long.id, hoursAgo(3)],
    [never.id, hoursAgo(2)],
    [changed.id, hoursAgo(2)],
  ]);
  expect(JSON.stringify(monitors)).not.toMatch(/Kettle|secret|private/);
  const second = await listFailingMonitors(database.db, { least: 2, limit: 1, offset: 1 });
  expect([second.total, second.monitors[0]?.monitorId]).toEqual([3, never.id]);
});

it('what is in flight, oldest first, with its phase and the lease of its worker', async () => {
  const { id: userId } = await insertUser(database.db);
  const live = async (hours: number, given: object) => {
    const { id: monitorId } = await insertMonitor(database.db, { userId });
    const row = { monitorId, userId, chargeDay: '2026-11-30', requestedAt: hoursAgo(hours), ...given };
    return (await database.db.insertInto('evaluations').values(row).returning('id').executeTakeFirstOrThrow()).id;
  };
  const leased = { phase: 'reading' as const, startedAt: hoursAgo(1), leaseExpiresAt: hoursAgo(0.5), attempt: 2 };
  const waiting = await live(1, {});
  const taken = await live(2, leased);
  const { evaluations, total } = await listInFlight(database.db, 10);
  expect(total).toBe(2);
  expect(evaluations).toMatchObject([
    { id: taken, personId: userId, host: 'shop.example.org', ...leased, requestedAt: hoursAgo(2) },
    { id: waiting, phase: 'queued', startedAt: null, leaseExpiresAt: null, attempt: 0 },
  ]);
  expect(Object.keys(evaluations[0] ?? {})).not.toContain('leaseToken');
  expect(JSON.stringify(evaluations)).not.toMatch(/Kettle|kettle/);
  expect((await listInFlight(database.db, 1)).total).toBe(2);
});
