import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for the next window where this one ends too soon for a test: tries before its end count less after it. */
export async function clearOfWindowEnd(windowMs: number, neededMs = 15_000): Promise<void> {
  const left = windowMs - (Date.now() % windowMs);
  if (left < neededMs) await sleep(left + 50);
}
