import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { checkGuarded } from '@/auth/guarded-credentials';
import { hashPassword } from '@/auth/password';
import { createAbuseGuard } from '@/auth/rate-limit/abuse-guard';
import { createSqlLimiter, type RateLimiter } from '@/auth/rate-limit/rate-limiter';
import { PEER_ADDRESS_HEADER } from '@/auth/request-origin';
import { setPassword } from '@/db/account-access';
import { ABUSE_LIMITS } from '@/domain/limits';
import { clearOfWindowEnd } from '@/test/clear-of-window-end';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';
import { createContext } from '../init';
import { createRestHandler } from './handle';

const database = useDatabase();
const rest = useRest(database);
const PASSWORD = 'Correct1Horse';

function handlerOver(limiter: RateLimiter, addressFactor = 1) {
  const guard = createAbuseGuard(limiter, { addressFactor, report: () => undefined });
  const surroundings = { ...rest.surroundings, guard: () => guard };
  const handle = createRestHandler(
    (headers) => createContext(headers, surroundings),
    () => guard,
  );
  return (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
    handle(
      new Request(`http://localhost:3000${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
}

const sql = createSqlLimiter(() => database.db);
const dead: RateLimiter = {
  limit: () => Promise.reject(new Error('connect ECONNREFUSED')),
  giveBack: () => Promise.reject(new Error('connect ECONNREFUSED')),
  clear: () => Promise.reject(new Error('connect ECONNREFUSED')),
};

let ids: Record<'ada' | 'bob' | 'eve', string>;
beforeAll(async () => {
  const passwordHash = await hashPassword(PASSWORD);
  const open = async (name: string) =>
    (await insertUser(database.db, { email: `${name}@example.org`, passwordHash })).id;
  ids = { ada: await open('ada'), bob: await open('bob'), eve: await open('eve') };
});

const login = (send: ReturnType<typeof handlerOver>, name: string, password: string) =>
  send('POST', '/api/auth/login', { email: `${name}@example.org`, password });

beforeEach(() => clearOfWindowEnd(ABUSE_LIMITS.signIn.pair.windowMs));

describe('the limits of the contract', () => {
  it('end guessing a password with 429 and the time to come again, also for the right one', async () => {
    const send = handlerOver(sql);
    const { limit } = ABUSE_LIMITS.signIn.pair;
    const guesses = await Promise.all(Array.from({ length: limit + 5 }, () => login(send, 'ada', 'Wrong1Horse')));
    expect(guesses.map(({ status }) => status).sort()).toEqual([...Array(limit).fill(401), ...Array(5).fill(429)]);
    const refused = await login(send, 'ada', PASSWORD);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('ratelimit-limit')).toBe(String(limit));
    expect((await refused.json()).error).toMatchObject({ code: 'limited', reason: 'too_many' });
    expect((await login(send, 'bob', PASSWORD)).status).toBe(200);
  });

  it('do not count sign-ins that work', async () => {
    const send = handlerOver(sql);
    for (let time = 0; time <= ABUSE_LIMITS.signIn.pair.limit; time += 1)
      expect((await login(send, 'eve', PASSWORD)).status).toBe(200);
  });

  it('say the same of an address that has no account', async () => {
    const send = handlerOver(sql);
    for (let time = 0; time < ABUSE_LIMITS.signIn.pair.limit; time += 1)
      expect((await login(send, 'nobody', PASSWORD)).status).toBe(401);
    expect((await login(send, 'nobody', PASSWORD)).status).toBe(429);
  });

  it('end registering one address again and again', async () => {
    const send = handlerOver(sql);
    const register = () =>
      send('POST', '/api/auth/register', { email: 'new@example.org', password: PASSWORD, name: 'New' });
    expect((await register()).status).toBe(201);
    for (let time = 1; time < ABUSE_LIMITS.register.pair.limit; time += 1) expect((await register()).status).toBe(409);
    expect((await register()).status).toBe(429);
  });

  it('end a flood from one network address, also with tokens that are not good, and let others in', async () => {
    const send = handlerOver(sql, 5 / ABUSE_LIMITS.api.address.limit);
    const from = (address: string) =>
      send('GET', '/api/monitors', undefined, { [PEER_ADDRESS_HEADER]: address, authorization: 'Bearer x.y.z' });
    const answers = [];
    for (let time = 0; time < 7; time += 1) answers.push((await from('203.0.113.7')).status);
    expect(answers).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect((await from('203.0.113.8')).status).toBe(401);
  });

  it('refuse signing in and registering when nobody can count, and let reading through', async () => {
    const send = handlerOver(dead);
    const refused = await login(send, 'bob', PASSWORD);
    expect(refused.status).toBe(503);
    expect((await refused.json()).error.reason).toBe('limits_down');
    const body = { email: 'late@example.org', password: PASSWORD, name: 'Late' };
    expect((await send('POST', '/api/auth/register', body)).status).toBe(503);
    const token = await openBearerSession(ids.bob, { userAgent: null, ip: null });
    const read = await send('GET', '/api/monitors', undefined, { authorization: `Bearer ${token}` });
    expect(read.status).toBe(200);
  });
});

it('an address that failed too often may not sign in as anybody', async () => {
  const guard = createAbuseGuard(sql, {
    addressFactor: 3 / ABUSE_LIMITS.signIn.address.limit,
    report: () => undefined,
  });
  const check = (name: string, address: string) =>
    checkGuarded(
      { db: database.db, guard },
      { email: `${name}@example.org`, password: PASSWORD },
      { onlyVerified: false, address, browser: null },
    );
  for (const name of ['a', 'b', 'c']) expect(await check(name, '198.51.100.1')).toEqual({ ok: false, reason: 'wrong' });
  expect(await check('bob', '198.51.100.1')).toMatchObject({ ok: false, reason: 'limited' });
  expect(await check('bob', '198.51.100.2')).toEqual({ ok: true, userId: ids.bob });
});

describe('somebody who fails at an account', () => {
  const guard = createAbuseGuard(sql, { addressFactor: 1, report: () => undefined });
  const tryAs = (name: string, password: string, at: { address?: string; browser?: string } = {}) =>
    checkGuarded(
      { db: database.db, guard },
      { email: `${name}@example.org`, password },
      { onlyVerified: false, address: at.address ?? '203.0.113.7', browser: at.browser ?? null },
    );
  const failOften = async (name: string, address?: string) => {
    for (let time = 0; time < ABUSE_LIMITS.signIn.pair.limit; time += 1)
      expect(await tryAs(name, 'Wrong1Horse', address ? { address } : {})).toEqual({ ok: false, reason: 'wrong' });
  };

  it('does not lock its owner out elsewhere, nor in a browser that is known', async () => {
    await failOften('eve');
    expect(await tryAs('eve', PASSWORD)).toMatchObject({ reason: 'limited' });
    expect(await tryAs('eve', PASSWORD, { address: '198.51.100.9' })).toEqual({ ok: true, userId: ids.eve });
    expect(await tryAs('eve', PASSWORD, { browser: 'known' })).toEqual({ ok: true, userId: ids.eve });
  });

  it('is told the same of an address without an account, at every step', async () => {
    const said = async (name: string) => {
      const answers = [];
      for (let time = 0; time < ABUSE_LIMITS.signIn.pair.limit + 2; time += 1)
        answers.push(await tryAs(name, 'Wrong1Horse', { address: '203.0.113.50' }));
      return answers.map((answer) => ({ ...answer, refusal: 'refusal' in answer ? answer.refusal.message : null }));
    };
    expect(await said('bob')).toEqual(await said('nobody-at-all'));
  });

  it('has locked nobody out once a new password is set', async () => {
    const passwordHash = await hashPassword('Another1Horse');
    const { id } = await insertUser(database.db, { email: 'kim@example.org', passwordHash });
    await failOften('kim', '192.0.2.1');
    await failOften('kim', '192.0.2.2');
    await setPassword(database.db, id, await hashPassword(PASSWORD), { now: new Date() });
    for (const address of ['192.0.2.1', '192.0.2.2'])
      expect(await tryAs('kim', PASSWORD, { address })).toEqual({ ok: true, userId: id });
  });

  it('forgets own failures at a success', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let time = 1; time < ABUSE_LIMITS.signIn.pair.limit; time += 1)
        await tryAs('bob', 'Wrong1Horse', { address: '192.0.2.77' });
      expect(await tryAs('bob', PASSWORD, { address: '192.0.2.77' })).toEqual({ ok: true, userId: ids.bob });
    }
  });
});
