import { createHash } from 'node:crypto';
import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from 'ioredis';
import type { RateRule } from '@/domain/limits';
import { firstRetry, type RateLimiter } from './rate-limiter';

/** What @upstash/ratelimit and we call of a Redis. */
type LimitRedis = ConstructorParameters<typeof Ratelimit>[0]['redis'] & {
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

const PATIENCE_MS = 2_500;

/** A connection for limits: it is given up soon, because somebody waits for the answer. */
export function connectRedis(url: string, onError: (error: Error) => void): Redis {
  const redis = new Redis(url, {
    connectionName: 'monitors-limits',
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 1,
    lazyConnect: true,
  });
  // Without a listener a lost connection would end the process.
  redis.on('error', onError);
  return redis;
}

/**
 * A plain Redis as @upstash/ratelimit wants it. Its scripts begin with a flag that only Upstash knows and Redis
 * refuses, so that line goes, and with it the hash changes: the library's hashes are mapped to those of what is
 * really run.
 */
export function asLimitRedis(redis: Redis): LimitRedis {
  const hashes = new Map<string, string>();
  const call = (command: 'EVAL' | 'EVALSHA', script: string, keys: string[], args: unknown[]) =>
    redis.call(command, script, keys.length, ...keys, ...args.map(String));
  async function evaluate<Args extends unknown[], Data>(script: string, keys: string[], args: Args): Promise<Data> {
    const plain = script.replace(/^#!lua[^\n]*\n/, '');
    hashes.set(sha1(script), sha1(plain));
    return (await call('EVAL', plain, keys, args)) as Data;
  }
  return {
    eval: evaluate,
    async evalsha<Args extends unknown[], Data>(hash: string, keys: string[], args: Args): Promise<Data> {
      const plain = hashes.get(hash);
      // As Redis says it: the library then sends the script.
      if (plain === undefined) throw new Error('NOSCRIPT No matching script.');
      return (await call('EVALSHA', plain, keys, args)) as Data;
    },
    get: unused,
    set: unused,
  };
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

/** Of dynamic limits, which we do not have. */
function unused(): never {
  throw new Error('Limits are given by the code, not kept in Redis');
}
