import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countedAtOnce } from './counted-at-once';
import type { RateLimiter } from './rate-limiter';

const MINUTE = 60_000;
const rule = { limit: 100, windowMs: MINUTE, atOnce: 10 };

/** A store that many processes ask; counts within one window. */
function store(): RateLimiter & { asked: number[]; used: number } {
  return {
    asked: [],
    used: 0,
    async limit(_, { limit }, tries = 1) {
      this.asked.push(tries);
      await Promise.resolve();
      const allowed = this.used + tries <= limit;
      if (allowed) this.used += tries;
      return { allowed, remaining: limit - this.used, retryAt: new Date(Date.now() + MINUTE) };
    },
    async giveBack() {
      this.used -= 1;
    },
    async clear() {
      this.used = 0;
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.UTC(2030, 0, 1, 12, 0, 5));
});
afterEach(() => {
  vi.useRealTimers();
});

describe('tries that are counted several at once', () => {
  it('ask the store once for many, and let exactly the limit through', async () => {
    const counted = store();
    const limiter = countedAtOnce(counted);
    const verdicts = [];
    for (let time = 0; time < 130; time += 1) verdicts.push((await limiter.limit('ada', rule)).allowed);
    expect(verdicts.filter(Boolean)).toHaveLength(100);
    expect(verdicts.indexOf(false)).toBe(100);
    expect(counted.asked.filter((tries) => tries === 10).length).toBe(10 + 30);
  });

  it('let exactly the limit through two processes, also at once', async () => {
    const counted = store();
    const [one, other] = [countedAtOnce(counted), countedAtOnce(counted)];
    const verdicts = await Promise.all(
      Array.from({ length: 400 }, (_, time) => (time % 2 ? one : other).limit('ada', rule)),
    );
    expect(counted.used).toBeLessThanOrEqual(100);
    const later = [];
    for (let time = 0; time < 200; time += 1) later.push(await (time % 2 ? one : other).limit('ada', rule));
    const through = [...verdicts, ...later].filter(({ allowed }) => allowed);
    expect(through.length).toBe(100);
  });

  it('are not carried into the next window', async () => {
    const counted = store();
    const limiter = countedAtOnce(counted);
    await limiter.limit('ada', rule);
    vi.setSystemTime(Date.now() + MINUTE);
    await limiter.limit('ada', rule);
    expect(counted.asked).toEqual([10, 10]);
  });

  it('are counted singly where the limit is small or the rule says nothing', async () => {
    const counted = store();
    const limiter = countedAtOnce(counted);
    await limiter.limit('ada', { limit: 10, windowMs: MINUTE, atOnce: 10 });
    await limiter.limit('bob', { limit: 100, windowMs: MINUTE });
    expect(counted.asked).toEqual([1, 1]);
  });

  it('reject when the store does', async () => {
    const dead: RateLimiter = {
      limit: () => Promise.reject(new Error('down')),
      giveBack: () => Promise.resolve(),
      clear: () => Promise.resolve(),
    };
    await expect(countedAtOnce(dead).limit('ada', rule)).rejects.toThrow('down');
  });
});
