import type { Logger } from 'pino';

/**
 * Writes the warnings of the process to the log: rooms that may not know the log (sign-in, limits) report faults that
 * way, and say in them what was done about it. Returns the way to end it.
 */
export function logWarnings(log: Logger): () => void {
  const write = (warning: Error) => log.warn({ err: warning }, warning.message);
  process.on('warning', write);
  return () => process.off('warning', write);
}
