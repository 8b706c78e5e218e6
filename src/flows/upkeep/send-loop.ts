import { setTimeout as sleep } from 'node:timers/promises';
import { createSender } from './send-notifications';
import type { SendDeps } from './send-one';

/** Also without a signal: tries that have come due, and what other processes have written. */
const LOOK_EVERY_MS = 5_000;

/**
 * Sends notifications beside everything else until `stop`, which waits for those under way: a slow mail service holds
 * up nothing but mails.
 */
export function startSendLoop(deps: SendDeps, signal: MailSignal): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const looping = loop(deps, signal, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      signal.raise();
      await looping;
    },
  };
}

async function loop(deps: SendDeps, signal: MailSignal, stopped: AbortSignal): Promise<void> {
  const sender = createSender(deps);
  while (!stopped.aborted) {
    signal.lower();
    try {
      await sender.fill(stopped);
      if (!stopped.aborted) await firstOf(signal.raised(), sender.next());
    } catch (error) {
      deps.log.error({ err: error }, 'mails could not be sent; it is tried again in a moment');
      await sleep(LOOK_EVERY_MS, undefined, { signal: stopped }).catch(() => undefined);
    }
  }
  await sender.empty();
}

/** Waits for the first of them, at most `LOOK_EVERY_MS`. */
async function firstOf(raised: Promise<void>, ended: Promise<unknown> | null): Promise<void> {
  const over = new AbortController();
  const timer = sleep(LOOK_EVERY_MS, undefined, { signal: over.signal }).catch(() => undefined);
  await Promise.race(ended ? [raised, ended, timer] : [raised, timer]);
  over.abort();
}

/** Tells the loop that sends mails that one is due. Raised while nobody waits, it is heard by the next who does. */
export interface MailSignal {
  raise(): void;
  /** Resolves when it is raised, at once if it was since the last `lower`. */
  raised(): Promise<void>;
  /** From here on only what is raised anew counts. */
  lower(): void;
}

export function createMailSignal(): MailSignal {
  let flag = Promise.withResolvers<void>();
  return {
    raise: () => flag.resolve(),
    raised: () => flag.promise,
    lower: () => {
      flag = Promise.withResolvers<void>();
    },
  };
}
