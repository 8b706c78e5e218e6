import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countCharges } from '@/db/charges';
import type { DomainError } from '@/domain/errors';
import { chargeDay } from '@/domain/limits';
import { createEvaluationQueue, type EvaluationQueue } from '@/queue/evaluation-queue';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { requestRefresh } from './request-refresh';

const database = useDatabase();
let queue: EvaluationQueue;

beforeAll(async () => {
  queue = createEvaluationQueue({
    connectionString: database.connectionString,
    expireSeconds: 60,
    resident: false,
    onError: (error) => {
      throw error;
    },
  });
  await queue.start();
});
afterAll(() => queue.stop());

const NOW = new Date('2026-11-22T12:00:00Z');
const at = (now: Date) => ({
  db: database.db,
  queue,
  now: () => now,
  settings: {
    appUrl: 'https://monitors.example.org',
    refreshIntervalMs: 60_000,
    refreshesPerDay: 50,
    evaluationDeadlineMs: 1_000,
    leaseMs: 1_000,
    confirmEmailMs: 0,
  },
});

async function finishAll() {
  await database.db
    .updateTable('evaluations')
    .set({ phase: 'done', outcome: 'value', sentence: 'No alert.', finishedAt: NOW })
    .execute();
}

async function queuedJobs(): Promise<number> {
  const { rows } = await database.pool.query("SELECT count(*)::int AS n FROM pgboss.job WHERE state = 'created'");
  return rows[0].n;
}

describe('requestRefresh', () => {
  it('writes evaluation, job and charge together', async () => {
    const monitor = await insertMonitor(database.db);
    const jobs = await queuedJobs();
    const evaluation = await requestRefresh(at(NOW), { userId: monitor.userId, monitorId: monitor.id });
    expect(evaluation).toMatchObject({ phase: 'queued', monitorId: monitor.id, chargeDay: '2026-11-22' });
    expect(await queuedJobs()).toBe(jobs + 1);
    expect(await countCharges(database.db, monitor.userId, chargeDay(NOW))).toBe(1);
  });

  it('gives a double click the live evaluation and charges once', async () => {
    const monitor = await insertMonitor(database.db);
    const request = { userId: monitor.userId, monitorId: monitor.id };
    const first = await requestRefresh(at(NOW), request);
    const second = await requestRefresh(at(NOW), request);
    expect(second.id).toBe(first.id);
    expect(await countCharges(database.db, monitor.userId, chargeDay(NOW))).toBe(1);
  });

  it('accepts exactly one of 200 parallel requests on one monitor', async () => {
    const monitor = await insertMonitor(database.db);
    const request = { userId: monitor.userId, monitorId: monitor.id };
    const results = await Promise.all(Array.from({ length: 200 }, () => requestRefresh(at(NOW), request)));
    expect(new Set(results.map((evaluation) => evaluation.id)).size).toBe(1);
    expect(await countCharges(database.db, monitor.userId, chargeDay(NOW))).toBe(1);
  });

  it('accepts exactly one of 200 parallel requests over 10 monitors when 49 are used', async () => {
    const user = await insertUser(database.db);
    const monitors = await Promise.all(
      Array.from({ length: 10 }, () => insertMonitor(database.db, { userId: user.id })),
    );
    const day = chargeDay(NOW);
    await database.db.insertInto('refreshCharges').values({ userId: user.id, day, used: 49 }).execute();
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) =>
        requestRefresh(at(NOW), { userId: user.id, monitorId: monitors[index % 10]!.id }),
      ),
    );
    const accepted = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.id] : []));
    expect(new Set(accepted).size).toBe(1);
    const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.reason] : []));
    expect(new Set(reasons)).toEqual(new Set(['daily_refreshes_spent']));
    expect(await countCharges(database.db, user.id, day)).toBe(50);
  });

  it('refuses a second refresh within the minute and says when it works again', async () => {
    const monitor = await insertMonitor(database.db);
    const request = { userId: monitor.userId, monitorId: monitor.id };
    await requestRefresh(at(NOW), request);
    await finishAll();
    const early = new Date(NOW.getTime() + 20_000);
    await expect(requestRefresh(at(early), request)).rejects.toMatchObject({
      code: 'limited',
      reason: 'refresh_too_soon',
      retryAt: new Date(NOW.getTime() + 60_000),
      message: expect.stringContaining('40 s'),
    });
    expect(await countCharges(database.db, monitor.userId, chargeDay(NOW))).toBe(1);
    const later = new Date(NOW.getTime() + 60_000);
    await expect(requestRefresh(at(later), request)).resolves.toMatchObject({ phase: 'queued' });
  });

  it.each([
    [3_521_000, 'allowed'],
    [60_001, 'allowed'],
    [60_000, 60],
    [1_000, 60],
    [-59_000, 1],
    [-60_000, 'allowed'],
  ])('never says more than a minute: a last refresh %d ms ahead of the clock is %s', async (ahead, expected) => {
    const lastManualRefresh = new Date(NOW.getTime() + ahead);
    const monitor = await insertMonitor(database.db, { lastManualRefresh });
    const asked = await requestRefresh(at(NOW), { userId: monitor.userId, monitorId: monitor.id }).then(
      () => 'allowed',
      (error: DomainError) => error,
    );
    if (typeof expected === 'string') return expect(asked).toBe(expected);
    expect(asked).toMatchObject({
      reason: 'refresh_too_soon',
      message: expect.stringContaining(` ${expected} s`),
      retryAt: new Date(NOW.getTime() + expected * 1_000),
    });
  });

  it('refuses the 51st of the day until midnight UTC', async () => {
    const monitor = await insertMonitor(database.db);
    await database.db
      .insertInto('refreshCharges')
      .values({ userId: monitor.userId, day: chargeDay(NOW), used: 50 })
      .execute();
    await expect(requestRefresh(at(NOW), { userId: monitor.userId, monitorId: monitor.id })).rejects.toMatchObject({
      reason: 'daily_refreshes_spent',
      retryAt: new Date('2026-11-23T00:00:00Z'),
    });
    const left = await database.db.selectFrom('evaluations').selectAll().where('monitorId', '=', monitor.id).execute();
    expect(left).toEqual([]);
  });

  it("treats somebody else's monitor as if it were not there", async () => {
    const monitor = await insertMonitor(database.db);
    const stranger = await insertUser(database.db);
    await expect(requestRefresh(at(NOW), { userId: stranger.id, monitorId: monitor.id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('refuses a paused monitor with what to do', async () => {
    const monitor = await insertMonitor(database.db, { isActive: false });
    await expect(requestRefresh(at(NOW), { userId: monitor.userId, monitorId: monitor.id })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Resume'),
    });
  });
});
