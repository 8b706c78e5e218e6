import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearOfWindowEnd } from '@/test/clear-of-window-end';
import { useDatabase } from '@/test/database';
import { REDIS_OF_RUN } from '@/test/process-settings';
import { createAbuseGuard } from './abuse-guard';
import { createFallbackLimiter } from './fallback-limiter';
import { createSqlLimiter, type RateLimiter } from './rate-limiter';
import { asLimitRedis, connectRedis, createUpstashLimiter } from './redis-limiter';

const database = useDatabase();
const PATIENCE_MS = 300;
const REST_MS = 200;
const rule = { limit: 3, windowMs: 15 * 60_000 };

/** A Redis on loopback whose state a test sets; while it answers, a real one answers behind it. */
interface StubRedis {
  url: string;
  state: 'refused' | 'silent' | 'answers';
  close(): Promise<void>;
}

async function startStubRedis(): Promise<StubRedis> {
  const open = new Set<Socket>();
  const stub: StubRedis = { url: '', state: 'refused', close: async () => undefined };
  const real = new URL(REDIS_OF_RUN ?? 'redis://127.0.0.1:6379');
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    if (stub.state === 'refused') socket.destroy();
    if (stub.state === 'answers') forward(socket, real);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stub.url = `redis://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stub.close = async () => {
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return stub;
}

function forward(socket: Socket, { hostname, port }: URL): void {
  const behind = connect(Number(port) || 6379, hostname);
  behind.on('error', () => socket.destroy());
  socket.on('close', () => behind.destroy());
  socket.pipe(behind).pipe(socket);
}

let stub: StubRedis;
let redis: Redis;
let limiter: RateLimiter;
let reports: string[];
/** Whether Redis was there, at each question. */
let seen: boolean[];
let key: string;

beforeEach(async () => {
  await clearOfWindowEnd(rule.windowMs);
  stub = await startStubRedis();
  reports = [];
  seen = [];
  key = `test:${process.pid}:${Date.now()}`;
  redis = connectRedis(stub.url, () => undefined);
  limiter = createFallbackLimiter(
    createUpstashLimiter(asLimitRedis(redis)),
    createSqlLimiter(() => database.db),
    {
      patienceMs: PATIENCE_MS,
      restMs: REST_MS,
      report: (error) => reports.push(error.message),
      note: (isThere) => seen.push(isThere),
    },
  );
});
afterEach(async () => {
  redis.disconnect();
  await stub.close();
});

const take = async (times: number) => {
  const allowed = [];
  for (let time = 0; time < times; time += 1) allowed.push((await limiter.limit(key, rule)).allowed);
  return allowed;
};

const countedInSql = () =>
  database.db.selectFrom('rateWindows').select('current').where('key', 'like', `${key}%`).execute();

const milliseconds = async (work: () => Promise<unknown>) => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

describe.each(['refused', 'silent'] as const)('a Redis that is %s', (state) => {
  it('is stood in for by PostgreSQL, exactly, and said once', async () => {
    stub.state = state;
    expect(await take(5)).toEqual([true, true, true, false, false]);
    await limiter.giveBack(key, rule);
    expect(await take(2)).toEqual([true, false]);
    expect(new Set(seen)).toEqual(new Set([false]));
    expect(reports).toEqual(['Redis does not answer: limits are counted in PostgreSQL']);
  });

  it('keeps sign-in open', async () => {
    stub.state = state;
    const guard = createAbuseGuard(limiter, { addressFactor: 1, report: (error) => reports.push(error.message) });
    await guard.admit('signIn', { address: '203.0.113.7', account: `${key}@example.org` });
  });

  it('costs its time-out once, not at every request', async () => {
    stub.state = state;
    await take(1);
    const later = await milliseconds(() => Promise.all(Array.from({ length: 200 }, () => limiter.limit(key, rule))));
    // Two hundred time-outs one after the other would be 60 s; even one at each of ten connections' turns 6 s.
    expect(later).toBeLessThan(20 * PATIENCE_MS);
    expect(reports).toHaveLength(1);
  });

  it.runIf(REDIS_OF_RUN)('is asked again once it answers', async () => {
    stub.state = state;
    await take(1);
    stub.state = 'answers';
    redis.disconnect(true);
    await expect
      .poll(() => limiter.limit('other', rule).then(() => reports.at(-1)), { timeout: 20_000 })
      .toBe('Redis answers again: limits are counted there');
    key += ':after';
    expect(await take(4)).toEqual([true, true, true, false]);
    expect(await countedInSql()).toEqual([]);
  });
});

it.runIf(REDIS_OF_RUN)('a Redis that answers counts alone', async () => {
  stub.state = 'answers';
  expect(await take(4)).toEqual([true, true, true, false]);
  expect(await countedInSql()).toEqual([]);
  expect(reports).toEqual([]);
});

it('rejects only when neither store answers', async () => {
  const dead = () => Promise.reject(new Error('down'));
  const none = { limit: dead, giveBack: dead, clear: dead };
  await expect(createFallbackLimiter(none, none, { report: () => undefined }).limit(key, rule)).rejects.toThrow('down');
});
