import { asDomainError, toTrpcError } from './error-map';

/** What a client learns of work under way: each phase as it begins, then what came of it. */
export type Told<Phase, Result> = { phase: Phase } | { result: Result };

/**
 * Work that tells its phases, as a stream of tRPC's. Streams run outside the middlewares, so domain errors get their
 * tRPC code here. Whoever stops listening stops nothing: the work has the signal of its request.
 */
export async function* inPhases<Phase, Result>(
  work: (tell: (phase: Phase) => void) => Promise<Result>,
): AsyncGenerator<Told<Phase, Result>, void> {
  const told: Phase[] = [];
  let wake: () => void = () => undefined;
  let ended = false;
  const running = work((phase) => {
    told.push(phase);
    wake();
  }).finally(() => {
    ended = true;
    wake();
  });
  // It is awaited below; until then a failure is not one that nobody handles.
  running.catch(() => undefined);
  while (!ended || told.length > 0) {
    const [phase] = told.splice(0, 1);
    if (phase !== undefined) yield { phase };
    else if (!ended)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }
  yield { result: await running.catch(rethrown) };
}

function rethrown(error: unknown): never {
  const known = asDomainError(error);
  throw known ? toTrpcError(known) : error;
}
