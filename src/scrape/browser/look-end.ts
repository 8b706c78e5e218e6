import type { Failure } from '@/domain/outcome';

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
