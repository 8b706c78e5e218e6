import { Ratelimit } from '@upstash/ratelimit';
import type { RateRule } from '@/domain/limits';
import { firstRetry, type RateLimiter } from './rate-limiter';

/** What @upstash/ratelimit and we call of a Redis. */
export type LimitRedis = ConstructorParameters<typeof Ratelimit>[0]['redis'] & {
  eval<Args extends unknown[], Data>(script: string, keys: string[], args: Args): Promise<Data>;
};

const prefixOf = (windowMs: number) => `monitors:limit:${windowMs}`;

/** Limits counted in Redis by @upstash/ratelimit. */
export function createUpstashLimiter(redis: LimitRedis): RateLimiter {
  const made = new Map<string, Ratelimit>();
  const limiterOf = ({ limit, windowMs }: RateRule): Ratelimit => {
    const name = `${limit}/${windowMs}`;
    const known = made.get(name);
    if (known) return known;
    const limiter = new Ratelimit({
      redis,
      limiter: Ratelimit.slidingWindow(limit, `${windowMs} ms`),
      prefix: prefixOf(windowMs),
      // Its own time-out lets requests through without a word; the guard has one that says so.
      timeout: 0,
      // A place that is given back must count at once, in every process.
      ephemeralCache: false,
      enableTelemetry: false,
    });
    made.set(name, limiter);
    return limiter;
  };
  return {
    async limit(key, rule, tries = 1) {
      const now = Date.now();
      const retryAt = firstRetry(now, rule.windowMs);
      // Its script counts several also where they do not fit, so that is asked first.
      if (tries > 1) {
        const { remaining } = await limiterOf(rule).getRemaining(key);
        if (remaining < tries) return { allowed: false, remaining: Math.max(0, remaining), retryAt };
      }
      const { success, remaining } = await limiterOf(rule).limit(key, { rate: tries });
      return { allowed: success, remaining: Math.max(0, remaining), retryAt };
    },
    async clear(key, { windowMs }) {
      const window = Math.floor(Date.now() / windowMs);
      // Named as the library names them; its own way to forget looks through every key of the store.
      const keys = [window, window - 1].map((at) => `${prefixOf(windowMs)}:${key}:${at}`);
      await redis.eval("return redis.call('DEL', KEYS[1], KEYS[2])", keys, []);
    },
    async giveBack(key, rule) {
      await limiterOf(rule).limit(key, { rate: -1 });
    },
  };
}
