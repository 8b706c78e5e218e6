import { describe, expect, it } from 'vitest';
import { DomainError } from '@/domain/errors';
import { ABUSE_LIMITS, type AbuseRules, type LimitedAct } from '@/domain/limits';
import { type AbuseGuard, createAbuseGuard, networkOf } from './abuse-guard';
import type { RateLimiter } from './rate-limiter';

/** Counts without end of a window: enough to see what the guard asks. */
function countingLimiter(): RateLimiter & { counts: Map<string, number> } {
  const counts = new Map<string, number>();
  const retryAt = new Date(Date.now() + 120_000);
  return {
    counts,
    async limit(key, { limit }) {
      const used = counts.get(key) ?? 0;
      if (used >= limit) return { allowed: false, remaining: 0, retryAt };
      counts.set(key, used + 1);
      return { allowed: true, remaining: limit - used - 1, retryAt };
    },
    async giveBack(key) {
      counts.set(key, (counts.get(key) ?? 1) - 1);
    },
    async clear(key) {
      counts.delete(key);
    },
  };
}

function guardOver(limiter: RateLimiter, options = {}) {
  const reports: string[] = [];
  const report = (error: Error) => reports.push(error.message);
  return { reports, ...createAbuseGuard(limiter, { addressFactor: 1, patienceMs: 30, report, ...options }) };
}

const ada = { address: '203.0.113.7', account: 'ada@example.org' };
const { signIn, register } = ABUSE_LIMITS;
const refusal = (promise: Promise<void>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error : Promise.reject(error)),
  );

describe('the guard', () => {
  /** Fails so often, from one address unless told otherwise. */
  const fail = async (
    guard: AbuseGuard,
    times: number,
    trier: (time: number) => Parameters<AbuseGuard['admit']>[1],
  ) => {
    for (let time = 0; time < times; time += 1) await guard.admit('signIn', trier(time));
  };

  it('refuses an account over its limit from one address, in any spelling, with the time to come again', async () => {
    const guard = guardOver(countingLimiter());
    await fail(guard, signIn.pair.limit, () => ada);
    const error = await refusal(guard.admit('signIn', { ...ada, account: ' ADA@example.org ' }));
    expect(error).toMatchObject({ code: 'limited', reason: 'too_many', limit: signIn.pair.limit });
    expect(error?.retryAt?.getTime()).toBeGreaterThan(Date.now());
    expect(error?.message).toMatch(/^Too many sign-ins failed\..* Wait 2 minutes, then try again\.$/);
    expect(await refusal(guard.admit('signIn', { ...ada, account: 'bob@example.org' }))).toBeNull();
  });

  it('lets a stranger lock nobody out: the owner comes in elsewhere, and from a known browser anywhere', async () => {
    const guard = guardOver(countingLimiter());
    await fail(guard, signIn.pair.limit, () => ada);
    expect(await refusal(guard.admit('signIn', { ...ada, address: '198.51.100.1' }))).toBeNull();
    expect(await refusal(guard.admit('signIn', { ...ada, browser: 'known' }))).toBeNull();
  });

  it('ends guessing from many addresses at a ceiling, from which known browsers are spared', async () => {
    const guard = guardOver(countingLimiter());
    await fail(guard, signIn.account.limit, (time) => ({ ...ada, address: `203.0.113.${time}` }));
    expect(await refusal(guard.admit('signIn', { ...ada, address: '198.51.100.1' }))).toMatchObject({
      limit: signIn.account.limit,
    });
    expect(await refusal(guard.admit('signIn', { ...ada, browser: 'known' }))).toBeNull();
  });

  it('counts a known browser by itself', async () => {
    const limiter = countingLimiter();
    const guard = guardOver(limiter);
    await fail(guard, signIn.browser.limit, () => ({ ...ada, browser: 'known' }));
    expect(await refusal(guard.admit('signIn', { ...ada, browser: 'known' }))).toMatchObject({ reason: 'too_many' });
    expect(limiter.counts.size).toBe(1);
    expect(await refusal(guard.admit('signIn', ada))).toBeNull();
  });

  it('never names a longer wait than the window, whatever clock the store has', async () => {
    const later = new Date(Date.now() + 3_600_000 * 25);
    const answer = async () => ({ allowed: false, remaining: 0, retryAt: later });
    const done = async () => undefined;
    for (const [act, rules] of Object.entries<AbuseRules>(ABUSE_LIMITS)) {
      const most = Math.max(...[rules.account, rules.address, rules.pair].map((rule) => rule?.windowMs ?? 0));
      const guard = guardOver({ limit: answer, giveBack: done, clear: done });
      const error = await refusal(guard.admit(act as LimitedAct, ada));
      expect(error?.retryAt?.getTime()).toBeLessThanOrEqual(Date.now() + most + 1);
      const minutes = error?.message.match(/Wait (\d+) minutes/)?.[1] ?? '1';
      expect(Number(minutes)).toBeLessThanOrEqual(most / 60_000);
    }
  });

  it('refuses an address over its limit, whoever it names', async () => {
    const guard = guardOver(countingLimiter());
    for (let time = 0; time < register.address.limit; time += 1)
      await guard.admit('register', { ...ada, account: `${time}@example.org` });
    expect(await refusal(guard.admit('register', { ...ada, account: 'new@example.org' }))).toMatchObject({
      code: 'limited',
    });
  });

  it('multiplies what an address may do, not what an account may do', async () => {
    const guard = guardOver(countingLimiter(), { addressFactor: 2 });
    for (let time = 0; time < register.address.limit * 2; time += 1)
      await guard.admit('register', { ...ada, account: `${time}@example.org` });
    expect(await refusal(guard.admit('register', { ...ada, account: 'new@example.org' }))).not.toBeNull();
    for (let time = 0; time < register.pair.limit; time += 1) await guard.admit('register', { ...ada, address: null });
    expect(await refusal(guard.admit('register', { ...ada, address: null }))).not.toBeNull();
  });

  it('counts a refused try nowhere', async () => {
    const limiter = countingLimiter();
    const guard = guardOver(limiter);
    await fail(guard, signIn.account.limit, (time) => ({ ...ada, address: `203.0.113.${time}` }));
    const before = new Map(limiter.counts);
    const owner = { ...ada, address: '198.51.100.1' };
    for (let time = 0; time < 20; time += 1) expect(await refusal(guard.admit('signIn', owner))).not.toBeNull();
    for (const [key, count] of limiter.counts) expect(count).toBe(before.get(key) ?? 0);
  });

  it('forgets what failed from here once it succeeds, and keeps what failed elsewhere', async () => {
    const limiter = countingLimiter();
    const guard = guardOver(limiter);
    const stranger = { ...ada, address: '198.51.100.1' };
    await fail(guard, 5, () => stranger);
    await fail(guard, signIn.pair.limit, () => ada);
    await guard.succeed('signIn', ada);
    await fail(guard, signIn.pair.limit, () => ada);
    expect(await refusal(guard.admit('signIn', ada))).not.toBeNull();
    await fail(guard, signIn.pair.limit - 5, () => stranger);
    expect(await refusal(guard.admit('signIn', stranger))).not.toBeNull();
  });

  it('hands the store neither addresses nor names', async () => {
    const limiter = countingLimiter();
    await guardOver(limiter).admit('signIn', ada);
    expect([...limiter.counts.keys()].join()).not.toMatch(/ada|203/);
  });

  it.each([
    ['dead', () => Promise.reject(new Error('connect ECONNREFUSED'))],
    ['silent', () => new Promise<never>(() => undefined)],
  ])('with a %s limiter refuses sign-in, lets reading through, and says which', async (_, answer) => {
    const guard = guardOver({ limit: answer, giveBack: answer, clear: answer });
    expect(await refusal(guard.admit('signIn', ada))).toMatchObject({ code: 'unavailable', reason: 'limits_down' });
    expect(await refusal(guard.admit('api', ada))).toBeNull();
    await guard.succeed('signIn', ada);
    expect(guard.reports).toContain('The limits cannot be counted: signIn is refused');
    expect(guard.reports).toContain('The limits cannot be counted: api is let through');
  });
});

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::ffff', '2001:db8:1:2::/64'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
