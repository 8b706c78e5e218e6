import { setTimeout as delay } from 'node:timers/promises';

/** Clock and chance come from outside, so that tests do not wait. */
export interface RetryOptions {
  /** How many more times after the first. */
  retries: number;
  baseMs?: number;
  maxMs?: number;
  /** How long there is left for waiting and trying again. */
  remainingMs?: () => number;
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** From 0 up to 1. */
  random?: () => number;
  signal?: AbortSignal | undefined;
}

/** What to do after an attempt: null is final; `afterMs` is what the site asked for, if it did. */
export type Again = { afterMs?: number | undefined } | null;

/**
 * Tries until the answer is final, the retries are spent, or the next wait would not fit into the time that is left.
 * Waits grow exponentially with jitter, and are never shorter than what the site asked for.
 */
export async function withRetries<T>(
  attempt: (number: number) => Promise<T>,
  again: (result: T) => Again,
  options: RetryOptions,
): Promise<T> {
  const { retries, baseMs = 400, maxMs = 8_000, remainingMs, sleep = pause, random = Math.random, signal } = options;
  for (let number = 0; ; number += 1) {
    const result = await attempt(number);
    const decision = again(result);
    if (decision === null || number >= retries || signal?.aborted) return result;
    const wait = Math.max(decision.afterMs ?? 0, backoffMs(number, baseMs, maxMs, random));
    if (remainingMs && wait >= remainingMs()) return result;
    try {
      await sleep(wait, signal);
    } catch (error) {
      if (signal?.aborted) return result;
      throw error;
    }
  }
}

/** Half of the exponential step for sure, the other half by chance, so that callers do not march in step. */
export function backoffMs(number: number, baseMs: number, maxMs: number, random: () => number): number {
  const step = Math.min(maxMs, baseMs * 2 ** number);
  return Math.round(step / 2 + (step / 2) * random());
}

async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await delay(ms, undefined, signal ? { signal } : {});
}
