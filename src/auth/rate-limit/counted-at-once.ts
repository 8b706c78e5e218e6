import { LRUCache } from 'lru-cache';
import type { RateLimiter } from './rate-limiter';

/** Tries that were counted and are not used yet; only in the window in which they were counted. */
interface Prepaid {
  left: number;
  window: number;
}

const MOST_KEYS = 20_000;
/** Of a small limit none may lie unused in a process: others would be refused for it. */
const MOST_OF_LIMIT = 0.1;

/**
 * Over a limiter: rules that say `atOnce` ask the store once for so many tries. No more than the limit are ever let
 * through; what a process counted and did not use before the window ended is lost to that window.
 */
export function countedAtOnce(limiter: RateLimiter): RateLimiter {
  const prepaid = new LRUCache<string, Prepaid>({ max: MOST_KEYS });
  return {
    async limit(key, rule) {
      const tries = Math.min(rule.atOnce ?? 1, Math.floor(rule.limit * MOST_OF_LIMIT));
      if (tries <= 1) return limiter.limit(key, rule);
      const window = Math.floor(Date.now() / rule.windowMs);
      const known = prepaid.get(key);
      if (known?.window === window && known.left > 0) {
        known.left -= 1;
        return { allowed: true, remaining: known.left, retryAt: new Date() };
      }
      const verdict = await limiter.limit(key, rule, tries);
      // So many are not left, but one may be.
      if (!verdict.allowed) return limiter.limit(key, rule);
      prepaid.set(key, { left: tries - 1 + unused(prepaid.get(key), window), window });
      return verdict;
    },
    giveBack: (key, rule) => limiter.giveBack(key, rule),
    clear: (key, rule) => {
      prepaid.delete(key);
      return limiter.clear(key, rule);
    },
  };
}

/** Another request may have counted meanwhile. */
function unused(prepaid: Prepaid | undefined, window: number): number {
  return prepaid?.window === window ? prepaid.left : 0;
}
