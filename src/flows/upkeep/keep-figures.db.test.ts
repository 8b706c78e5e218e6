import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createDb, type Database } from '@/db/client';
import { addRequestCount, deleteFigures } from '@/db/figures';
import { chargeDay } from '@/domain/limits';
import { createOutbox, type MailTransport } from '@/mail/transport';
import { countProxy, takeProxyCounts } from '@/ops/proxy-count';
import { countRequest, takeRequestCount } from '@/ops/request-count';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { keepFigures } from './keep-figures';

const database = useDatabase();
const NOW = new Date('2026-11-22T12:07:30Z');
const MINUTE = 60_000;
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE);
const opened: Database[] = [];
afterAll(async () => {
  for (const { db } of opened) await db.destroy();
});

/** Another process: its own connections, and its own memory of when it last came. */
function processAt(now: Date, mail: MailTransport = createOutbox()) {
  const other = createDb(database.connectionString, { max: 2 });
  opened.push(other);
  return { db: other.db, now: () => now, mail };
}

const SENDGRID = { ...createOutbox(), name: 'sendgrid' as const };
const rows = () => database.db.selectFrom('systemMetrics').selectAll().orderBy('timestamp').execute();
const answered = { method: 'GET', route: '/api/monitors', status: 200, durationMs: 10, waits: false };

beforeEach(async () => {
  takeRequestCount();
  takeProxyCounts();
  for (const table of ['systemMetrics', 'requestMinutes'] as const) await database.db.deleteFrom(table).execute();
});

describe('the figures', () => {
  it('have every field of the plan, counted', async () => {
    const user = await insertUser(database.db);
    const monitor = await insertMonitor(database.db, { userId: user.id });
    await insertMonitor(database.db, { userId: user.id, isActive: false });
    const { userId } = monitor;
    const session = { userId, createdAt: ago(9_000), expiresAt: ago(-9_000) };
    await database.db
      .insertInto('sessions')
      .values([
        { ...session, lastSeenAt: ago(5) },
        { ...session, lastSeenAt: ago(6) },
      ])
      .execute();
    const idle = await insertUser(database.db);
    await database.db
      .insertInto('sessions')
      .values({ ...session, userId: idle.id, lastSeenAt: ago(1_441) })
      .execute();
    const ended = {
      monitorId: monitor.id,
      userId,
      phase: 'done' as const,
      outcome: 'value' as const,
      chargeDay: chargeDay(NOW),
    };
    await database.db
      .insertInto('evaluations')
      .values([5, 1_439, 1_441].map((minutes) => ({ ...ended, requestedAt: ago(minutes), finishedAt: NOW })))
      .execute();
    const call = {
      reader: 'claude' as const,
      purpose: 'read' as const,
      latencyMs: 1,
      inputTokens: 100,
      outputTokens: 10,
      costUsd: '0.001',
    };
    await database.db
      .insertInto('aiUsage')
      .values([
        { ...call, at: ago(5), outcome: 'ok' },
        { ...call, at: ago(6), outcome: 'ok' },
        { ...call, at: ago(7), outcome: 'ok' },
        { ...call, at: ago(8), outcome: 'timeout' },
        { ...call, at: new Date('2026-11-02T00:00:00Z'), outcome: 'ok' },
        { ...call, at: new Date('2026-10-31T23:00:00Z'), outcome: 'ok' },
      ])
      .execute();
    const mail = {
      userId,
      kind: 'account' as const,
      recipient: 'a@b.example',
      subject: 's',
      htmlContent: '',
      plainTextContent: '',
    };
    await database.db
      .insertInto('emailNotifications')
      .values([
        { ...mail, state: 'sent', createdAt: ago(9), sentAt: ago(8) },
        { ...mail, state: 'sent', createdAt: ago(9), sentAt: ago(8) },
        { ...mail, state: 'sent', createdAt: ago(9), sentAt: ago(8) },
        { ...mail, state: 'failed', createdAt: ago(9) },
        { ...mail, state: 'sent', createdAt: ago(1_500), sentAt: ago(1_441) },
      ])
      .execute();
    await database.db
      .insertInto('emailDays')
      .values([
        { day: '2026-11-01', kind: 'accepted', count: 1_500 },
        { day: '2026-11-21', kind: 'accepted', count: 500 },
        { day: '2026-11-21', kind: 'delivered', count: 499 },
        { day: '2026-10-31', kind: 'accepted', count: 9 },
      ])
      .execute();
    // Of the five minutes before 12:05 only.
    await addRequestCount(database.db, { requests: 3, failed: 1, timed: 2, totalMs: 100 }, ago(4));
    await addRequestCount(database.db, { requests: 2, failed: 0, timed: 2, totalMs: 300 }, ago(4));
    await addRequestCount(database.db, { requests: 9, failed: 0, timed: 9, totalMs: 9_000 }, ago(1));
    await addRequestCount(database.db, { requests: 9, failed: 0, timed: 9, totalMs: 9_000 }, ago(8));
    expect(await keepFigures(processAt(NOW, SENDGRID), '0.40')).toBe(true);
    expect(await rows()).toEqual([
      {
        id: expect.any(String),
        timestamp: new Date('2026-11-22T12:05:00Z'),
        totalUsers: 2,
        activeUsers24h: 1,
        totalMonitors: 2,
        activeMonitors: 1,
        evaluationsLast24h: 2,
        emailsSentLast24h: 3,
        avgResponseTime: 100,
        aiProviderUptime: 0.75,
        emailServiceUptime: 0.75,
        databaseConnections: expect.any(Number),
        aiTokensUsed: 550,
        aiCostUsd: '0.005000',
        emailsSentCount: 2_000,
        emailCostUsd: '0.800000',
        queueWaiting: 0,
        queueOldestSeconds: null,
      },
    ]);
    expect((await rows())[0]?.databaseConnections).toBeGreaterThan(0);
  });

  it('say nothing where nothing was seen, and nothing of a service where emails stay', async () => {
    const later = new Date('2027-03-01T12:00:00Z');
    await keepFigures(processAt(later), '0');
    const nothing = { avgResponseTime: null, aiProviderUptime: null, emailServiceUptime: null };
    expect(await rows()).toMatchObject([
      { ...nothing, aiTokensUsed: 0, aiCostUsd: '0.000000', emailCostUsd: '0.000000' },
    ]);
  });

  it('are written once by any number of processes at once, for each five minutes', async () => {
    const processes = Array.from({ length: 10 }, () => processAt(NOW));
    const wrote = await Promise.all(processes.flatMap((one) => [keepFigures(one, '0'), keepFigures(one, '0')]));
    expect(wrote.filter(Boolean)).toHaveLength(1);
    const later = new Date(NOW.getTime() + 5 * MINUTE);
    const again = await Promise.all(processes.map((one) => keepFigures({ ...one, now: () => later }, '0')));
    expect(again.filter(Boolean)).toHaveLength(1);
    expect((await rows()).map(({ timestamp }) => timestamp.toISOString())).toEqual([
      '2026-11-22T12:05:00.000Z',
      '2026-11-22T12:10:00.000Z',
    ]);
  });

  it('are come for again by who could not write them', async () => {
    const one = processAt(NOW);
    const broken = { ...one, mail: SENDGRID };
    await expect(keepFigures(broken, 'no number')).rejects.toThrow('numeric');
    expect(await keepFigures(broken, '0')).toBe(true);
  });

  it('go when their time is over', async () => {
    await keepFigures(processAt(NOW), '0');
    await deleteFigures(database.db, ago(1));
    expect(await rows()).toEqual([]);
  });
});

describe('what a process counted of its requests', () => {
  it('is added to the minute once, and given back where that fails', async () => {
    countRequest(answered);
    countRequest({ ...answered, status: 503, durationMs: 30 });
    countRequest({ ...answered, durationMs: 9_000, waits: true });
    const dead = createDb('postgresql://nobody@127.0.0.1:1/none');
    opened.push(dead);
    await expect(keepFigures({ ...processAt(NOW), db: dead.db }, '0')).rejects.toThrow();
    const [one, two] = [processAt(NOW), processAt(NOW)];
    await Promise.all([keepFigures(one, '0'), keepFigures(two, '0')]);
    countRequest(answered);
    await keepFigures({ ...one, now: () => new Date(NOW.getTime() + 29_000) }, '0');
    const minutes = () => database.db.selectFrom('requestMinutes').selectAll().orderBy('minute').execute();
    const first = { minute: new Date('2026-11-22T12:07:00Z'), requests: 3, failed: 1, timed: 2, totalMs: 40 };
    expect(await minutes()).toEqual([first]);
    await keepFigures({ ...one, now: () => new Date(NOW.getTime() + 31_000) }, '0');
    expect(await minutes()).toEqual([
      first,
      { ...first, minute: new Date('2026-11-22T12:08:00Z'), requests: 1, failed: 0, timed: 1, totalMs: 10 },
    ]);
  });
});

it('what a process counted of its proxies is told once, and given back where that fails', async () => {
  countProxy('one.example:3128', 'ok', ago(2));
  countProxy('one.example:3128', 'blocked', ago(2));
  countProxy('one.example:3128', 'ok', ago(1));
  const dead = createDb('postgresql://nobody@127.0.0.1:1/none');
  opened.push(dead);
  await expect(keepFigures({ ...processAt(NOW), db: dead.db }, '0')).rejects.toThrow();
  await Promise.all([keepFigures(processAt(NOW), '0'), keepFigures(processAt(NOW), '0')]);
  const kept = await database.db.selectFrom('proxyHours').selectAll().orderBy('verdict').execute();
  const hour = { hour: new Date('2026-11-22T12:00:00Z'), proxy: 'one.example:3128' };
  expect(kept).toEqual([
    { ...hour, verdict: 'blocked', count: 1, lastAt: ago(2) },
    { ...hour, verdict: 'ok', count: 2, lastAt: ago(1) },
  ]);
});
