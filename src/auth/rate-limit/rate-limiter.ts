import type { Kysely } from 'kysely';
import { forgetWindow, giveBackToWindow, takeFromWindow, type WindowAt } from '@/db/rate-windows';
import type { DB } from '@/db/types';
import type { RateRule } from '@/domain/limits';

/** What a limiter says of one try. */
interface RateVerdict {
  allowed: boolean;
  /** How many more would be let through now. */
  remaining: number;
  /** By when one more is let through again, at the latest, if nobody else tries. */
  retryAt: Date;
}

/**
 * Counts tries in sliding windows: the present window, and of the one before the share that still counts. All
 * implementations do the same arithmetic, and none lets more than `limit` through at once. A refused try is not
 * counted; of several `tries` (1 unless given) all are let through or none. Methods reject when the store does not
 * answer: what that means is for the caller to say.
 */
export interface RateLimiter {
  limit(key: string, rule: RateRule, tries?: number): Promise<RateVerdict>;
  /** Takes back one try that was let through: a sign-in that worked is no guess. */
  giveBack(key: string, rule: RateRule): Promise<void>;
  /** Forgets all that was counted. */
  clear(key: string, rule: RateRule): Promise<void>;
}

/** One millisecond into the next window at least one of those of this one has stopped counting. */
export function firstRetry(nowMs: number, windowMs: number): Date {
  return new Date((Math.floor(nowMs / windowMs) + 1) * windowMs + 1);
}

/** The answer, or a rejection when it does not come in so many milliseconds. */
export async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Limits counted in PostgreSQL. A window of another length is another count, so lengths may change. */
export function createSqlLimiter(db: () => Kysely<DB>): RateLimiter {
  return {
    async limit(key, { limit, windowMs }, tries = 1) {
      const now = Date.now();
      const verdict = await takeFromWindow(db(), windowAt(key, windowMs, now), limit, tries);
      return { ...verdict, retryAt: firstRetry(now, windowMs) };
    },
    clear: (key, { windowMs }) => forgetWindow(db(), windowAt(key, windowMs, Date.now())),
    giveBack: (key, { windowMs }) => giveBackToWindow(db(), windowAt(key, windowMs, Date.now())),
  };
}

function windowAt(key: string, windowMs: number, now: number): WindowAt {
  const bucket = Math.floor(now / windowMs);
  return {
    key: `${key}:${windowMs}`,
    bucket,
    passed: (now % windowMs) / windowMs,
    expiresAt: new Date((bucket + 2) * windowMs),
  };
}
