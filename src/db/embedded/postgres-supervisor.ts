import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, type Place, type Running } from './postgres-place';
import { attach, start } from './postgres-process';

const LOOK_EVERY_MS = 250;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

export interface Supervision {
  /** The server's process now. */
  pid(): number;
  /** From here on the server is left alone. Resolves when nothing is being started any more. */
  end(): Promise<void>;
}

/**
 * Starts the server again whenever its process is gone, on the port it had, since that stands in connection strings.
 * What stands in the way is tried again after a while, up to five seconds, for as long as it takes.
 * @param say told when it is gone, when it is back, and once what stands in the way.
 */
export function supervise(place: Place, first: Running, say: (news: string) => void): Supervision {
  const ending = new AbortController();
  const { signal } = ending;
  let running = first;
  const watching = (async () => {
    while (!signal.aborted) {
      await sleep(LOOK_EVERY_MS, undefined, { signal, ref: false });
      if (isAlive(running.pid)) continue;
      say('The embedded PostgreSQL is gone; it is started again.');
      running = await again(place, running.port, signal, say);
      say('The embedded PostgreSQL is back.');
    }
  })().catch((error: unknown) => {
    if (!signal.aborted) say(`The embedded PostgreSQL is watched no longer: ${String(error)}`);
  });
  return {
    pid: () => running.pid,
    end: () => {
      ending.abort();
      return watching;
    },
  };
}

async function again(place: Place, port: number, signal: AbortSignal, say: (news: string) => void): Promise<Running> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      // Another process may have been faster.
      return (await attach(place)) ?? (await start(place, port));
    } catch (error) {
      if (wait === FIRST_WAIT_MS) say(error instanceof Error ? error.message : String(error));
      await sleep(wait, undefined, { signal });
    }
  }
}
