/**
 * Loaded into the app's process before the app (`--import`): tells whoever started it, once a second, how long its
 * event loop stood still and how much memory it holds, and ends a thread when told to. Nothing of the app knows of it.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Worker } from 'node:worker_threads';

export interface Vitals {
  /** Milliseconds since the epoch. */
  at: number;
  /** The longest that the event loop stood still in the last second, in milliseconds. */
  pauseMs: number;
  /** What the serving thread computed meanwhile, in milliseconds: the rest of a longer pause was the machine's. */
  computedMs: number;
  /** Resident memory of the process, threads included, in megabytes. */
  rssMb: number;
  /** Of that, what JavaScript of the serving thread uses. */
  heapMb: number;
}

/** What the process says: how it is, whether there was a thread to end, what nobody caught. */
export type Word = { vitals: Vitals } | { threadEnded: boolean } | { uncaught: string };

const EVERY_MS = 1_000;
const workers = new Set<Worker>();
process.on('worker', (worker) => {
  workers.add(worker);
  worker.once('exit', () => workers.delete(worker));
});

const delays = monitorEventLoopDelay({ resolution: 10 });
delays.enable();
let used = process.threadCpuUsage();
setInterval(() => {
  const { rss, heapUsed } = process.memoryUsage();
  const pauseMs = delays.max / 1e6;
  delays.reset();
  const { user, system } = process.threadCpuUsage(used);
  used = process.threadCpuUsage();
  const computedMs = (user + system) / 1e3;
  const vitals = { at: Date.now(), pauseMs, computedMs, rssMb: rss / 2 ** 20, heapMb: heapUsed / 2 ** 20 };
  say({ vitals });
}, EVERY_MS).unref();

process.on('message', (message) => {
  if (message === 'end a thread') void endBusiest();
});
process.on('uncaughtExceptionMonitor', (error) => say({ uncaught: error.message }));
// Whoever measures is gone: nothing may be left behind.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

async function endBusiest(): Promise<void> {
  const active = (worker: Worker) => worker.performance.eventLoopUtilization().active;
  const [busiest] = [...workers].sort((one, other) => active(other) - active(one));
  await busiest?.terminate();
  say({ threadEnded: busiest !== undefined });
}

function say(word: Word): void {
  if (process.connected) process.send?.(word);
}
