import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { deletePastWindows } from '@/db/rate-windows';
import { useDatabase } from '@/test/database';
import { REDIS_OF_RUN } from '@/test/process-settings';
import { createUpstashRedis } from './process-guard';
import { createSqlLimiter, type RateLimiter } from './rate-limiter';
import { asLimitRedis, connectRedis, createUpstashLimiter } from './redis-limiter';

const database = useDatabase();
const MINUTE = 60_000;
let keys = 0;
const newKey = () => `test:${process.pid}:${Date.now()}:${keys++}`;

afterEach(() => {
  vi.useRealTimers();
});

/** Only the clock: connections keep their timers. */
function setClock(time: number): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(time);
}

const WINDOW_START = Date.UTC(2030, 0, 1, 12, 0, 0);

function behavesAsLimiter(limiter: () => RateLimiter): void {
  const rule = { limit: 10, windowMs: MINUTE };
  const take = async (key: string, times: number) => {
    const verdicts = [];
    for (let time = 0; time < times; time += 1) verdicts.push(await limiter().limit(key, rule));
    return verdicts;
  };

  it('lets the limit through and counts down, each key for itself', async () => {
    const [key, other] = [newKey(), newKey()];
    const verdicts = await take(key, 12);
    expect(verdicts.map(({ allowed }) => allowed)).toEqual([...Array(10).fill(true), false, false]);
    expect(verdicts.map(({ remaining }) => remaining)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0]);
    expect((await limiter().limit(other, rule)).remaining).toBe(9);
  });

  it('lets exactly the limit of 500 at once through', async () => {
    setClock(WINDOW_START + 5_000);
    const key = newKey();
    const fifty = { limit: 50, windowMs: MINUTE };
    const verdicts = await Promise.all(Array.from({ length: 500 }, () => limiter().limit(key, fifty)));
    expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(50);
  });

  it('slides: what was used in the window before stops counting bit by bit', async () => {
    const key = newKey();
    setClock(WINDOW_START + 59_000);
    await take(key, 10);
    setClock(WINDOW_START + MINUTE + 30_000);
    expect((await take(key, 7)).map(({ allowed }) => allowed)).toEqual([true, true, true, true, true, false, false]);
    setClock(WINDOW_START + 3 * MINUTE);
    expect((await take(key, 1))[0]?.remaining).toBe(9);
  });

  it('lets one through at the time it named, and not just before the window ended', async () => {
    const key = newKey();
    setClock(WINDOW_START + 20_000);
    await take(key, 10);
    const [refused] = await take(key, 1);
    expect(refused?.allowed).toBe(false);
    setClock(WINDOW_START + MINUTE - 1);
    expect((await take(key, 1))[0]?.allowed).toBe(false);
    setClock(refused?.retryAt.getTime() ?? 0);
    expect((await take(key, 1))[0]?.allowed).toBe(true);
  });

  it('takes back what was let through', async () => {
    const key = newKey();
    setClock(WINDOW_START + 5_000);
    await take(key, 10);
    await limiter().giveBack(key, rule);
    expect((await take(key, 2)).map(({ allowed }) => allowed)).toEqual([true, false]);
  });

  it('forgets what was counted, of this window and the one before, and nothing of others', async () => {
    const [key, other] = [newKey(), newKey()];
    setClock(WINDOW_START + 59_000);
    await take(key, 10);
    setClock(WINDOW_START + MINUTE + 5_000);
    await take(key, 3);
    await take(other, 10);
    await limiter().clear(key, rule);
    expect((await take(key, 11)).filter(({ allowed }) => allowed)).toHaveLength(10);
    expect((await take(other, 1))[0]?.allowed).toBe(false);
  });

  it('counts several at once, all of them or none', async () => {
    const key = newKey();
    setClock(WINDOW_START + 5_000);
    const several = async (tries: number) => (await limiter().limit(key, rule, tries)).allowed;
    expect([await several(4), await several(7), await several(6), await several(1)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('lets through within a window after the clock was set back, and says so', async () => {
    const key = newKey();
    setClock(WINDOW_START + 60 * MINUTE);
    await take(key, 11);
    setClock(WINDOW_START);
    const [first] = await take(key, 1);
    expect(first?.allowed).toBe(true);
    const last = (await take(key, 10)).at(-1);
    expect(last?.allowed).toBe(false);
    expect(last?.retryAt.getTime()).toBeLessThanOrEqual(WINDOW_START + MINUTE + 1);
  });

  it('counts another length of window for itself', async () => {
    const key = newKey();
    setClock(WINDOW_START + 5_000);
    await take(key, 10);
    expect((await limiter().limit(key, { limit: 10, windowMs: 15 * MINUTE })).allowed).toBe(true);
  });
}

describe('limits counted in PostgreSQL', () => {
  const limiter = createSqlLimiter(() => database.db);
  behavesAsLimiter(() => limiter);

  it('forget the windows that count no more, and only those', async () => {
    await database.db.deleteFrom('rateWindows').execute();
    setClock(WINDOW_START);
    await limiter.limit('old', { limit: 1, windowMs: MINUTE });
    setClock(WINDOW_START + 2 * MINUTE + 1);
    await limiter.limit('new', { limit: 1, windowMs: MINUTE });
    expect(await deletePastWindows(database.db, new Date())).toBe(1);
    expect(await database.db.selectFrom('rateWindows').select('key').execute()).toEqual([{ key: `new:${MINUTE}` }]);
  });

  it('count into the newer window when a clock is behind', async () => {
    const [key, rule] = [newKey(), { limit: 2, windowMs: MINUTE }];
    setClock(WINDOW_START + MINUTE + 100);
    await limiter.limit(key, rule);
    setClock(WINDOW_START + MINUTE - 100);
    expect((await limiter.limit(key, rule)).allowed).toBe(true);
    expect((await limiter.limit(key, rule)).allowed).toBe(false);
  });
});

describe.runIf(REDIS_OF_RUN)('limits counted in a plain Redis', () => {
  let redis: Redis;
  beforeAll(() => {
    redis = connectRedis(REDIS_OF_RUN ?? '', () => undefined);
  });
  afterAll(() => redis.disconnect());
  const limiter = () => createUpstashLimiter(asLimitRedis(redis));
  const once: { limiter?: RateLimiter } = {};
  behavesAsLimiter(() => (once.limiter ??= limiter()));

  it('go on after Redis forgot its scripts', async () => {
    const [own, key, rule] = [limiter(), newKey(), { limit: 2, windowMs: MINUTE }];
    await own.limit(key, rule);
    await redis.script('FLUSH');
    expect((await own.limit(key, rule)).allowed).toBe(true);
  });
});

/** Upstash's REST: a command is a JSON array, many at once are an array of those; here a real Redis carries it out. */
async function startUpstash(redis: Redis): Promise<Server> {
  const run = async ([name, ...args]: [string, ...(string | number)[]]) => {
    const sent = args.map((arg) => String(arg).replace(/^#!lua[^\n]*\n/, ''));
    // Without its flag a script has another hash; the library sends the script when told that the hash is unknown.
    if (name.toLowerCase() === 'evalsha') return { error: 'NOSCRIPT No matching script.' };
    return { result: await redis.call(name, ...sent) };
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const allowed = request.headers.authorization === 'Bearer the-token';
    const answer = request.url?.startsWith('/pipeline') ? await Promise.all(body.map(run)) : await run(body);
    const failed = !allowed || 'error' in answer;
    response.writeHead(allowed ? (failed ? 400 : 200) : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify(allowed ? answer : { error: 'Unauthorized' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

describe.runIf(REDIS_OF_RUN)("limits counted over Upstash's REST", () => {
  let redis: Redis;
  let server: Server;
  let limiter: RateLimiter;
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  beforeAll(async () => {
    redis = connectRedis(REDIS_OF_RUN ?? '', () => undefined);
    server = await startUpstash(redis);
    limiter = createUpstashLimiter(createUpstashRedis(url(), 'the-token'));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    redis.disconnect();
  });
  behavesAsLimiter(() => limiter);

  it('reject a wrong token rather than let through', async () => {
    const wrong = createUpstashLimiter(createUpstashRedis(url(), 'another'));
    await expect(wrong.limit(newKey(), { limit: 1, windowMs: MINUTE })).rejects.toThrow();
  });
});

it('a Redis that is not there rejects rather than lets through', async () => {
  const redis = connectRedis('redis://127.0.0.1:1', () => undefined);
  const limiter = createUpstashLimiter(asLimitRedis(redis));
  await expect(limiter.limit(newKey(), { limit: 1, windowMs: MINUTE })).rejects.toThrow();
  redis.disconnect();
});
