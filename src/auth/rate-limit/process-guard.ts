import { Redis as UpstashRedis } from '@upstash/redis';
import { getDb } from '@/db/connection/connection';
import type { SeenLimits } from '@/domain/health';
import { ABUSE_LIMITS, type AbuseRules } from '@/domain/limits';
import { type Env, getEnv } from '@/env';
import { type AbuseGuard, createAbuseGuard } from './abuse-guard';
import { countedAtOnce } from './counted-at-once';
import { createFallbackLimiter } from './fallback-limiter';
import { createSqlLimiter, type RateLimiter } from './rate-limiter';
import { asLimitRedis, connectRedis, createUpstashLimiter } from './redis-limiter';

/** The limiter of the settings: Upstash's REST or a plain Redis with PostgreSQL behind it, else that alone. */
function buildLimiter(env: Env, report: (error: Error) => void): RateLimiter {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token, REDIS_URL } = env;
  const seen = limitsSeen();
  const sql = noted(createSqlLimiter(getDb), (isThere) => {
    seen.databaseAnswers = isThere;
  });
  const note = (isThere: boolean) => {
    seen.redisAnswers = isThere;
  };
  const before = (limiter: RateLimiter) => createFallbackLimiter(limiter, sql, { report, note });
  if (url && token) {
    const redis = createUpstashRedis(url, token);
    shared.__monitorsRedisInfo = () => redis.exec<string>(['INFO']);
    return before(createUpstashLimiter(redis));
  }
  if (REDIS_URL) {
    const redis = connectRedis(REDIS_URL, report);
    shared.__monitorsRedisInfo = () => redis.info();
    return before(createUpstashLimiter(asLimitRedis(redis)));
  }
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
    if (performance.now() < quietUntil) return;
    quietUntil = performance.now() + 10_000;
    process.emitWarning(error);
  };
}

/** One a process: Next loads modules once per bundle. */
const shared = globalThis as typeof globalThis & {
  __monitorsGuard?: AbuseGuard;
  __monitorsLimits?: SeenLimits;
  /** What the Redis of the settings tells of itself: INFO, lines of "name:value". */
  __monitorsRedisInfo?: () => Promise<string>;
};

/** Where this process counts its limits, and whether that answered when it was last asked. */
export function limitsSeen(): SeenLimits {
  const { REDIS_URL, UPSTASH_REDIS_REST_URL } = getEnv();
  const redis = (REDIS_URL ?? UPSTASH_REDIS_REST_URL) !== undefined;
  shared.__monitorsLimits ??= { redis, redisAnswers: null, databaseAnswers: null };
  return shared.__monitorsLimits;
}

const REDIS_FIGURES = /^(keyspace_hits|keyspace_misses|used_memory):(\d+)/gm;

/** Hits, misses and bytes of the Redis of the settings, as far as it tells them; none without one. */
export async function redisFigures(): Promise<Record<string, number>> {
  const told = (await shared.__monitorsRedisInfo?.()) ?? '';
  return Object.fromEntries([...told.matchAll(REDIS_FIGURES)].map(([, name = '', value]) => [name, Number(value)]));
}

/** The same limiter, that tells after each question whether its store answered. */
function noted(limiter: RateLimiter, note: (isThere: boolean) => void): RateLimiter {
  const after = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    try {
      const given = await answer;
      note(true);
      return given;
    } catch (error) {
      note(false);
      throw error;
    }
  };
  return {
    limit: (key, rule, tries) => after(limiter.limit(key, rule, tries)),
    giveBack: (key, rule) => after(limiter.giveBack(key, rule)),
    clear: (key, rule) => after(limiter.clear(key, rule)),
  };
}

/** So many previews of the sample shop within the product's ten minutes. */
function samplePreviewRules(limit: number): AbuseRules {
  const { address, account, whenUncounted } = ABUSE_LIMITS.samplePreview;
  return { address: { ...address, limit }, account: { ...account, limit }, whenUncounted };
}

/** The guard of this process, made at the first call. */
export function abuseGuard(): AbuseGuard {
  if (shared.__monitorsGuard) return shared.__monitorsGuard;
  const env = getEnv();
  const report = warnSometimes();
  shared.__monitorsGuard = createAbuseGuard(countedAtOnce(buildLimiter(env, report)), {
    addressFactor: env.ADDRESS_LIMIT_FACTOR,
    rules: { samplePreview: samplePreviewRules(env.SAMPLE_PREVIEW_LIMIT) },
    report,
  });
  return shared.__monitorsGuard;
}
