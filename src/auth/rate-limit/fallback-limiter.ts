import { type RateLimiter, within } from './rate-limiter';

export interface FallbackOptions {
  /** How long somebody waits for the first store before the second counts, in milliseconds. */
  patienceMs?: number;
  /** How long the first store is left alone after it failed, in milliseconds. */
  restMs?: number;
  /** Told when the second store takes over, and when the first is back. */
  report: (error: Error) => void;
  /** Told after each answer, and each that did not come, whether the first store is there. */
  note?: (isThere: boolean) => void;
}

const PATIENCE_MS = 1_000;
const REST_MS = 5_000;
const PROBE = { limit: 1_000_000, windowMs: 60_000 };

/**
 * Counts in `first`; when that rejects or is slow, in `second` until `first` answers again. Only those who ask in the
 * moment it dies wait for it: after that it is probed beside the requests, one at a time. Each store keeps its own
 * counts, so at a switch at most one more limit is let through.
 */
export function createFallbackLimiter(first: RateLimiter, second: RateLimiter, options: FallbackOptions): RateLimiter {
  const patience = options.patienceMs ?? PATIENCE_MS;
  const rest = options.restMs ?? REST_MS;
  /** Null while the first store answers. */
  let probeAt: number | null = null;
  const leave = (cause: unknown) => {
    options.note?.(false);
    if (probeAt === null)
      options.report(new Error('Redis does not answer: limits are counted in PostgreSQL', { cause }));
    probeAt = performance.now() + rest;
  };
  const probe = async () => {
    if (probeAt === null || performance.now() < probeAt) return;
    // Until this one has ended nobody else begins.
    probeAt = Number.POSITIVE_INFINITY;
    try {
      await within(patience, first.limit('probe', PROBE));
      probeAt = null;
      options.note?.(true);
      options.report(new Error('Redis answers again: limits are counted there'));
    } catch (error) {
      leave(error);
    }
  };
  const ask = async <T>(question: (limiter: RateLimiter) => Promise<T>): Promise<T> => {
    if (probeAt !== null) {
      void probe();
      return question(second);
    }
    try {
      const answer = await within(patience, question(first));
      options.note?.(true);
      return answer;
    } catch (error) {
      leave(error);
      return question(second);
    }
  };
  return {
    limit: (key, rule, tries) => ask((limiter) => limiter.limit(key, rule, tries)),
    giveBack: (key, rule) => ask((limiter) => limiter.giveBack(key, rule)),
    clear: (key, rule) => ask((limiter) => limiter.clear(key, rule)),
  };
}
