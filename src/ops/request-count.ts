import { metrics } from './metrics';

/** What was counted of requests since it was last taken. */
interface Counted {
  requests: number;
  failed: number;
  timed: number;
  totalMs: number;
}

const none = (): Counted => ({ requests: 0, failed: 0, timed: 0, totalMs: 0 });

const shared = globalThis as typeof globalThis & { __monitorsRequests?: Counted };

/** An answered request; `route` is null where it is none of ours: labels must not grow with what strangers ask for. */
export interface AnsweredRequest {
  method: string;
  route: string | null;
  status: number;
  durationMs: number;
  /** Its time says nothing of us: a stream, or one that waits for a page of somebody else. */
  waits: boolean;
}

export function countRequest({ method, route, status, durationMs, waits }: AnsweredRequest): void {
  metrics().requests.observe({ method, route: route ?? 'other', status }, durationMs / 1_000);
  shared.__monitorsRequests ??= none();
  const counted = shared.__monitorsRequests;
  counted.requests += 1;
  if (status >= 500) counted.failed += 1;
  if (waits) return;
  counted.timed += 1;
  counted.totalMs += durationMs;
}

/** What was counted since the last time; nobody else gets it. Null where it was nothing. */
export function takeRequestCount(): Counted | null {
  const counted = shared.__monitorsRequests;
  shared.__monitorsRequests = none();
  return counted !== undefined && counted.requests > 0 ? counted : null;
}

/** Gives back what could not be kept. */
export function returnRequestCount(counted: Counted): void {
  const since = shared.__monitorsRequests ?? none();
  shared.__monitorsRequests = {
    requests: since.requests + counted.requests,
    failed: since.failed + counted.failed,
    timed: since.timed + counted.timed,
    totalMs: since.totalMs + counted.totalMs,
  };
}
