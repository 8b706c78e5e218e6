import { after } from 'next/server';
import type { Logger } from 'pino';

/**
 * Runs work once the answer has left, so that neither its result nor its time tells the asker anything. What goes wrong
 * is logged. Outside a request of Next (a test, a script) it runs at once, beside the caller.
 */
export function afterAnswer(log: Logger, work: () => Promise<unknown>): void {
  const run = async () => {
    try {
      await work();
    } catch (error) {
      log.error({ err: error }, 'work after an answer failed');
    }
  };
  try {
    after(run);
  } catch {
    void run();
  }
}
