import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import { ReaderError } from './reader-error';

const FAILURES_TO_OPEN = 4;
const OPEN_MS = 60_000;

/** Failures that speak of the provider's health; a refusal or a bad answer speaks of one question. */
const UNHEALTHY = new Set(['timeout', 'rate_limited', 'server_error', 'failed']);

/** Opens after several failures in a row, and lets one call try again after a minute. */
export function createBreaker() {
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof ReaderError && UNHEALTHY.has(error.kind)),
    { halfOpenAfter: OPEN_MS, breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN) },
  );
  let openedAt = Number.NEGATIVE_INFINITY;
  breaker.onBreak(() => {
    openedAt = Date.now();
  });
  return {
    isClosed: () => breaker.state === CircuitState.Closed,
    /** Closed, or open for a minute: the next call finds out. */
    mayBeTried: () => breaker.state === CircuitState.Closed || Date.now() - openedAt >= OPEN_MS,
    protect: <Answer>(call: () => Promise<Answer>) => breaker.execute(call).catch(asReaderError),
  };
}

function asReaderError(error: unknown): never {
  if (error instanceof BrokenCircuitError) {
    throw new ReaderError('circuit_open', 'The reader has failed several times and is given a minute to recover.');
  }
  throw error;
}
