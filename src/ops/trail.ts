import { AsyncLocalStorage } from 'node:async_hooks';

/** What a line of the log belongs to. It stands in every line that is written on the way. */
export interface Trail {
  /** The request that it began with; null where it began with none. */
  requestId: string | null;
  /** Whose it is. */
  personId: string | null;
  evaluationId: string | null;
}

/** One a process: Next loads modules once per bundle, and the server in front of it is no bundle at all. */
const shared = globalThis as typeof globalThis & { __monitorsTrail?: AsyncLocalStorage<Trail | null> };
shared.__monitorsTrail ??= new AsyncLocalStorage();
const trails = shared.__monitorsTrail;

/** Does a piece of work, with all that it begins, on a trail. */
export function onTrail<Result>(trail: Trail, work: () => Result): Result {
  return trails.run(trail, work);
}

/** For what outlives the request that happens to begin it, such as a timer or a connection. */
export function offTrail<Result>(work: () => Result): Result {
  return trails.run(null, work);
}

/** The trail that we are on; null where there is none. */
export function currentTrail(): Trail | null {
  return trails.getStore() ?? null;
}

/** The request that this began with; null where it began with none. */
export function currentRequestId(): string | null {
  return currentTrail()?.requestId ?? null;
}

/** What a line tells of the trail that it is written on. */
export function trailFields(): Partial<Trail> {
  const { requestId, personId, evaluationId } = currentTrail() ?? {};
  return {
    ...(requestId ? { requestId } : {}),
    ...(personId ? { personId } : {}),
    ...(evaluationId ? { evaluationId } : {}),
  };
}
