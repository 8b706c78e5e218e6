import type { Logger } from 'pino';

/** What of a piece of work its line tells; null where it is not worth one. */
type Told = Record<string, unknown> | null;

/**
 * Does a piece of work and leaves one line of how it ended: what `tell` says of its result, or that it failed. The
 * error itself is told by whoever takes it.
 */
export async function logged<Result>(
  log: Logger,
  line: { message: 'job' | 'cron run' | 'evaluation'; fields: Record<string, unknown> },
  work: () => Promise<Result>,
  tell: (result: Result) => Told = () => ({ outcome: 'done' }),
): Promise<Result> {
  const beganAt = performance.now();
  const durationMs = () => Math.round(performance.now() - beganAt);
  try {
    const result = await work();
    const told = tell(result);
    if (told !== null) log.info({ ...line.fields, ...told, durationMs: durationMs() }, line.message);
    return result;
  } catch (error) {
    log.warn({ ...line.fields, outcome: 'failed', durationMs: durationMs() }, line.message);
    throw error;
  }
}
