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
