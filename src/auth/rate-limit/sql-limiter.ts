import type { Kysely } from 'kysely';
import { forgetWindow, giveBackToWindow, takeFromWindow, type WindowAt } from '@/db/rate-windows';
import type { DB } from '@/db/types';
import { firstRetry, type RateLimiter } from './rate-limiter';

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
