import type { Failure } from '@/domain/outcome';

/**
 * The time of one look. It begins with the look's first place in the browser and stands still while it waits for
 * another: waiting is ours, and never the page's fault.
 */
export interface LookClock {
  /** Aborted when the time is spent, or with its reason when `outer` is. */
  signal: AbortSignal;
  /** Whole milliseconds. */
  limitMs: number;
  leftMs(): number;
  /** The time is spent; false where somebody called the look off before. */
  isSpent(): boolean;
  run(): void;
  stop(): void;
}

/** A clock that stands still until `run`. */
export function createLookClock(limitMs: number, outer?: AbortSignal): LookClock {
  const ended = new AbortController();
  const signal = outer ? AbortSignal.any([ended.signal, outer]) : ended.signal;
  let usedMs = 0;
  let since: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  const leftMs = () => limitMs - usedMs - (since === null ? 0 : performance.now() - since);
  return {
    signal,
    limitMs,
    leftMs,
    isSpent: () => ended.signal.aborted,
    run: () => {
      if (since !== null) return;
      since = performance.now();
      timer = setTimeout(() => ended.abort(new DOMException('The look took too long.', 'TimeoutError')), leftMs());
      timer.unref();
    },
    stop: () => {
      clearTimeout(timer);
      if (since !== null) usedMs += performance.now() - since;
      since = null;
    },
  };
}

/** The look has to be done once more: the browser died under it. */
export class BrowserLost extends Error {}

/** The page does not follow a clock that runs ahead: look again in real time, in a fresh context. */
export class NeedsRealTime extends Error {}

/** A failure found on the way, thrown to leave the look. */
export class LookFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/** The promise, unless the signal comes first. */
export function race<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  promise.catch(() => undefined);
  if (signal.aborted) return Promise.reject(signal.reason);
  return new Promise((resolve, reject) => {
    const late = () => reject(signal.reason);
    signal.addEventListener('abort', late, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
  });
}

/** A deadline as timers take it: whole milliseconds, at least one, at most the setting's. */
export function wholeMs(wanted: number, most: number): number {
  return Math.max(1, Math.ceil(Math.min(Number.isFinite(wanted) ? wanted : most, most)));
}

/** Thrown when something took longer than it may. */
class TimeOutError extends Error {
  override readonly name = 'TimeOutError';
}

/** The promise, or a TimeOutError after `ms` milliseconds. What is waited for goes on unheard. */
export async function withTimeout<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeOutError(`${what} took longer than ${ms} ms`)), Math.max(0, ms));
  });
  promise.catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
