import { Redis as UpstashRedis } from '@upstash/redis';
import { getDb } from '@/db/connection/connection';
import { type Env, getEnv } from '@/env';
import { type AbuseGuard, createAbuseGuard } from './abuse-guard';
import { countedAtOnce } from './counted-at-once';
import { createFallbackLimiter } from './fallback-limiter';
import { createSqlLimiter, type RateLimiter } from './rate-limiter';
import { asLimitRedis, connectRedis, createUpstashLimiter } from './redis-limiter';

/** The limiter of the settings: Upstash's REST or a plain Redis with PostgreSQL behind it, else that alone. */
function buildLimiter(env: Env, report: (error: Error) => void): RateLimiter {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token, REDIS_URL } = env;
  const sql = createSqlLimiter(getDb);
  const before = (limiter: RateLimiter) => createFallbackLimiter(limiter, sql, { report });
  if (url && token) return before(createUpstashLimiter(createUpstashRedis(url, token)));
  if (REDIS_URL) return before(createUpstashLimiter(asLimitRedis(connectRedis(REDIS_URL, report))));
  return sql;
}

/** A client of Upstash's REST that gives up soon, because somebody waits for the answer. */
export function createUpstashRedis(url: string, token: string): UpstashRedis {
  return new UpstashRedis({
    url,
    token,
    enableTelemetry: false,
    retry: { retries: 1, backoff: () => 100 },
    signal: () => AbortSignal.timeout(2_500),
  });
}

/**
 * A warning of the process, which src/instrumentation.ts writes to the log; told at most once in ten seconds, or a
 * flood would flood it.
 */
function warnSometimes(): (error: Error) => void {
  let quietUntil = 0;
  return (error) => {
    if (Date.now() < quietUntil) return;
    quietUntil = Date.now() + 10_000;
    process.emitWarning(error);
  };
}

/** One a process: Next loads modules once per bundle. */
const shared = globalThis as typeof globalThis & { __monitorsGuard?: AbuseGuard };

/** The guard of this process, made at the first call. */
export function abuseGuard(): AbuseGuard {
  if (shared.__monitorsGuard) return shared.__monitorsGuard;
  const env = getEnv();
  const report = warnSometimes();
  shared.__monitorsGuard = createAbuseGuard(countedAtOnce(buildLimiter(env, report)), {
    addressFactor: env.ADDRESS_LIMIT_FACTOR,
    report,
  });
  return shared.__monitorsGuard;
}
