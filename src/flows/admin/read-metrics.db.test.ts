import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hasBearer } from '@/auth/secret';
import { createDb } from '@/db/client';
import { closeDb } from '@/db/connection/connection';
import { chargeDay } from '@/domain/limits';
import { getBaseDeps } from '@/flows/base-deps';
import { countAiCall, countEvaluation } from '@/ops/metrics';
import { beginRequest, endRequest, noteRequest } from '@/ops/request-log';
import { onTrail } from '@/ops/trail';
import { useDatabase } from '@/test/database';
import { insertMonitor } from '@/test/factories';
import { readMetrics } from './read-metrics';

const database = useDatabase();
beforeAll(() => {
  vi.stubEnv('DATABASE_URL', database.connectionString);
  vi.stubEnv('REDIS_URL', undefined);
});
afterAll(closeDb);

/** The value of a line, by its name and labels as they are written. */
const figureOf = (text: string, line: string): number | undefined => {
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
};

describe('the figures for Prometheus', () => {
  it('count requests by our own routes only, evaluations, calls and statements', async () => {
    const known = beginRequest('GET', '/api/monitors/5f0c2c2e-8f57-4f5e-9f0a-2f6b1d1f9f10');
    onTrail(known, () => noteRequest({ route: '/api/monitors/{id}' }));
    endRequest(known, 200);
    for (const path of ['/some/guess', '/another/guess', '/api/ready']) endRequest(beginRequest('GET', path), 404);
    countEvaluation({ outcome: 'value', reader: 'recipe' }, 1_200);
    const call = { reader: 'claude', purpose: 'read', latencyMs: 900, costUsd: '0.0015' };
    countAiCall({ ...call, outcome: 'ok' });
    countAiCall({ ...call, outcome: 'timeout' });
    const deps = getBaseDeps();
    await deps.db.selectFrom('users').select('id').execute();
    await expect(
      deps.db
        .selectFrom('no_such_table' as 'users')
        .select('id')
        .execute(),
    ).rejects.toThrow();
    const { text, type } = await readMetrics(deps);
    expect(type).toContain('text/plain');
    const of = (name: string, labels: string) => figureOf(text, `monitors_${name}_count{${labels}}`);
    expect(of('request_seconds', 'method="GET",route="/api/monitors/{id}",status="200"')).toBe(1);
    expect(of('request_seconds', 'method="GET",route="other",status="404"')).toBe(2);
    expect(of('evaluation_seconds', 'outcome="value",reader="recipe"')).toBe(1);
    expect(of('ai_call_seconds', 'provider="claude",purpose="read",outcome="timeout"')).toBe(1);
    expect(figureOf(text, 'monitors_ai_cost_usd_total{provider="claude"}')).toBe(0.003);
    expect(of('query_seconds', 'name="select users",outcome="ok"')).toBe(1);
    expect(of('query_seconds', 'name="select no_such_table",outcome="failed"')).toBe(1);
    expect(figureOf(text, 'monitors_pool_connections{state="open"}')).toBeGreaterThan(0);
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(text).not.toContain('guess');
  });

  it('have the queue, and what the mail service told of today', async () => {
    const monitor = await insertMonitor(database.db);
    const now = new Date();
    const waiting = { monitorId: monitor.id, userId: monitor.userId, chargeDay: chargeDay(now) };
    await database.db
      .insertInto('evaluations')
      .values({ ...waiting, requestedAt: new Date(now.getTime() - 30_000) })
      .execute();
    const day = now.toISOString().slice(0, 10);
    await database.db
      .insertInto('emailDays')
      .values([
        { day, kind: 'delivered', count: 7 },
        { day, kind: 'bounce', count: 2 },
      ])
      .execute();
    const { text } = await readMetrics({ db: database.db, now: () => now });
    expect(figureOf(text, 'monitors_queue_waiting')).toBe(1);
    expect(figureOf(text, 'monitors_queue_oldest_seconds')).toBe(30);
    expect(figureOf(text, 'monitors_emails_today{kind="delivered"}')).toBe(7);
    expect(figureOf(text, 'monitors_emails_today{kind="bounce"}')).toBe(2);
  });

  it('say that the queue is not known where the database is away, and keep no old value', async () => {
    const { db } = createDb('postgresql://nobody@127.0.0.1:1/none');
    const { text } = await readMetrics({ db, now: () => new Date() });
    expect(figureOf(text, 'monitors_queue_waiting')).toBeNaN();
    expect(text).toContain('monitors_queue_waiting Nan');
    expect(text).not.toContain('monitors_emails_today{');
    await db.destroy();
  });
});

it('are given for the whole token only', () => {
  const token = 'a token of sixteen';
  const given = (authorization: string | null) => hasBearer({ get: () => authorization }, token);
  expect(given(`Bearer ${token}`)).toBe(true);
  const others = [null, '', token, `bearer ${token}`, `Bearer ${token} `, 'Bearer ', `Bearer ${token.slice(0, -1)}`];
  expect(others.map(given)).toEqual(others.map(() => false));
});
