import { expect, it } from 'vitest';
import { METRIC_RANGES, METRICS } from '@/domain/system/metric-points';
import { useDatabase } from '@/test/database';
import { insertMonitor } from '@/test/factories';
import { addRequestCount, writeFigures } from '../figures';
import { listMetricPoints } from './metric-points';

const database = useDatabase();
const NOW = new Date('2026-11-30T12:05:00Z');
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const SETTINGS = { emailsLeave: true, emailUsdPerThousand: '0.40' };

async function row(at: Date, given: Record<string, number | null> = {}) {
  await writeFigures(database.db, { now: at, ...SETTINGS });
  const timestamp = new Date(Math.floor(at.getTime() / 300_000) * 300_000);
  if (Object.keys(given).length > 0)
    await database.db.updateTable('systemMetrics').set(given).where('timestamp', '=', timestamp).execute();
}

it('brings figures down to steps: means, highest of the month, nulls where nobody wrote', async () => {
  const { db } = database;
  await row(minutesAgo(125), { totalUsers: 10, databaseConnections: 3, aiCostUsd: 1, avgResponseTime: 80 });
  await row(minutesAgo(120), { totalUsers: 20, databaseConnections: 9, aiCostUsd: 1.5, aiProviderUptime: 0.5 });
  await row(minutesAgo(1), { queueWaiting: 4, queueOldestSeconds: 90 });
  await addRequestCount(db, { requests: 30, failed: 3, timed: 20, totalMs: 4_000 }, minutesAgo(124));
  await addRequestCount(db, { requests: 10, failed: 0, timed: 10, totalMs: 500 }, minutesAgo(119));

  const points = await listMetricPoints(db, '24h', NOW);
  expect(points).toHaveLength(145);
  expect(Object.keys(points[0] ?? {}).sort()).toEqual(['at', ...METRICS].sort());
  const at = (iso: string) => points.find((point) => point.at.toISOString() === iso);

  expect(at('2026-11-30T10:00:00.000Z')).toMatchObject({
    ...{ totalUsers: 15, databaseConnections: 9, aiCostUsd: 1.5, aiProviderUptime: 0.5 },
    ...{ requestsPerMinute: 4, failedShare: 3 / 40, responseMs: 150 },
  });
  // Nobody wrote: null, not 0.
  const { at: _, ...quiet } = at('2026-11-30T11:00:00.000Z') ?? {};
  expect(Object.values(quiet)).toEqual(METRICS.map(() => null));
  // Somebody was there and answered nobody.
  expect(at('2026-11-30T12:00:00.000Z')).toMatchObject({
    ...{ requestsPerMinute: 0, failedShare: null, responseMs: null, queueWaiting: 4, queueOldestSeconds: 90 },
  });
});

it('the step that is not over yet is told by the minutes that it has had', async () => {
  await addRequestCount(database.db, { requests: 25, failed: 0, timed: 0, totalMs: 0 }, minutesAgo(1));
  const points = await listMetricPoints(database.db, '90d', NOW);
  expect(points.at(-1)?.at).toEqual(new Date('2026-11-30T12:00:00Z'));
  expect(points.at(-1)?.requestsPerMinute).toBe(5);
});

it.each(['24h', '7d', '30d', '90d'] as const)(
  'of %s come as many points as fit a chart, evenly apart',
  async (range) => {
    const points = await listMetricPoints(database.db, range, NOW);
    const { ms, stepMs } = METRIC_RANGES[range];
    expect(points).toHaveLength(ms / stepMs + 1);
    const apart = new Set(points.slice(1).map(({ at }, index) => at.getTime() - (points[index]?.at.getTime() ?? 0)));
    expect([...apart]).toEqual([stepMs]);
  },
);

it('of the queue is written how many wait, and for how long the oldest has', async () => {
  for (const seconds of [20, 95]) {
    const { id: monitorId, userId } = await insertMonitor(database.db);
    const requestedAt = new Date(NOW.getTime() - seconds * 1_000);
    await database.db
      .insertInto('evaluations')
      .values({ monitorId, userId, requestedAt, chargeDay: '2026-11-30' })
      .execute();
  }
  await row(NOW);
  const points = await listMetricPoints(database.db, '24h', NOW);
  expect(points.at(-1)).toMatchObject({ queueWaiting: 4, queueOldestSeconds: 95 });
});
