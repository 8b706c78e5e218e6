import { describe, expect, it } from 'vitest';
import { DomainError } from '@/domain/errors';
import { ABUSE_LIMITS, type AbuseRules, type LimitedAct } from '@/domain/limits';
import { createAbuseGuard, networkOf } from './abuse-guard';
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
  };
}

function guardOver(limiter: RateLimiter, options = {}) {
  const reports: string[] = [];
  const report = (error: Error) => reports.push(error.message);
  return { reports, ...createAbuseGuard(limiter, { addressFactor: 1, patienceMs: 30, report, ...options }) };
}

const ada = { address: '203.0.113.7', account: 'ada@example.org' };
const refusal = (promise: Promise<void>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error : Promise.reject(error)),
  );

describe('the guard', () => {
  it('refuses an account over its limit with the time to come again, from any address and in any spelling', async () => {
    const guard = guardOver(countingLimiter());
    const tries = ABUSE_LIMITS.signIn.account.limit;
    for (let time = 0; time < tries; time += 1) await guard.admit('signIn', { ...ada, address: `203.0.113.${time}` });
    const error = await refusal(guard.admit('signIn', { ...ada, account: ' ADA@example.org ' }));
    expect(error).toMatchObject({ code: 'limited', reason: 'too_many', limit: tries });
    expect(error?.retryAt?.getTime()).toBeGreaterThan(Date.now());
    expect(error?.message).toBe('Too many sign-ins failed. Wait 2 minutes, then try again.');
    expect(await refusal(guard.admit('signIn', { ...ada, account: 'bob@example.org' }))).toBeNull();
  });

  it('never names a longer wait than the window, whatever clock the store has', async () => {
    const later = new Date(Date.now() + 3_600_000 * 5);
    const answer = async () => ({ allowed: false, remaining: 0, retryAt: later });
    for (const [act, { account, address }] of Object.entries<AbuseRules>(ABUSE_LIMITS)) {
      const most = Math.max(account?.windowMs ?? 0, address?.windowMs ?? 0);
      const guard = guardOver({ limit: answer, giveBack: async () => undefined });
      const error = await refusal(guard.admit(act as LimitedAct, ada));
      expect(error?.retryAt?.getTime()).toBeLessThanOrEqual(Date.now() + most + 1);
      const minutes = error?.message.match(/Wait (\d+) minutes/)?.[1] ?? '1';
      expect(Number(minutes)).toBeLessThanOrEqual(most / 60_000);
    }
  });

  it('refuses an address over its limit, whoever it names', async () => {
    const guard = guardOver(countingLimiter());
    for (let time = 0; time < ABUSE_LIMITS.register.address.limit; time += 1)
      await guard.admit('register', { ...ada, account: `${time}@example.org` });
    expect(await refusal(guard.admit('register', { ...ada, account: 'new@example.org' }))).toMatchObject({
      code: 'limited',
    });
  });

  it('multiplies what an address may do, not what an account may do', async () => {
    const guard = guardOver(countingLimiter(), { addressFactor: 2 });
    for (let time = 0; time < ABUSE_LIMITS.register.address.limit * 2; time += 1)
      await guard.admit('register', { ...ada, account: `${time}@example.org` });
    expect(await refusal(guard.admit('register', { ...ada, account: 'new@example.org' }))).not.toBeNull();
    for (let time = 0; time < ABUSE_LIMITS.register.account.limit; time += 1)
      await guard.admit('register', { ...ada, address: null });
    expect(await refusal(guard.admit('register', { ...ada, address: null }))).not.toBeNull();
  });

  it('gives a try back to account and address', async () => {
    const limiter = countingLimiter();
    const guard = guardOver(limiter);
    await guard.admit('signIn', ada);
    await guard.giveBack('signIn', ada);
    expect([...limiter.counts.values()]).toEqual([0, 0]);
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
    const guard = guardOver({ limit: answer, giveBack: answer });
    expect(await refusal(guard.admit('signIn', ada))).toMatchObject({ code: 'unavailable', reason: 'limits_down' });
    expect(await refusal(guard.admit('api', ada))).toBeNull();
    await guard.giveBack('signIn', ada);
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
