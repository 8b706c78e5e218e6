import { availableParallelism } from 'node:os';
import type { Rules } from '@/ai/rules';
import type { PageParser } from '@/scrape/document/page-parser';
import { threadFile } from './thread-file';
import { type ThreadEnd, ThreadPool } from './thread-pool';
import type { CallThread } from './thread-tasks';
import { threadedParser } from './threaded-parser';
import { threadedRules } from './threaded-rules';

/** Who has not begun by then is told to try again: by the time it is read, nobody would wait any more. */
const WAIT_MS = 15_000;
/** Tasks take about 20 ms; so many for each thread are over in a second or two, unless pages are hostile. */
const MAX_WAITING_PER_THREAD = 64;
/** 10 MB of HTML take 400 MB, with what the page before left 500 (measured: the most that is parsed). */
const HEAP_MB = 640;
/** More threads than that have no work: two pages are looked at beside each other. */
const MOST_BY_DEFAULT = 2;

export interface ThreadsOptions {
  /** How many; by default as many as there are cores, at most two. */
  threads?: number | undefined;
  /** The bundle that they run; by default the one that the build makes. */
  file?: string;
  onEnd?: (task: string, end: ThreadEnd) => void;
}

/** Where work of unknown time is carried out, so that the thread that serves is never kept. */
export interface Threads {
  rules: Rules;
  parser: PageParser;
  close(): Promise<void>;
}

export function openThreads({ threads, file, onEnd }: ThreadsOptions = {}): Threads {
  const count = threads ?? Math.min(availableParallelism(), MOST_BY_DEFAULT);
  const pool = new ThreadPool({
    file: file ?? threadFile(),
    threads: count,
    maxWaiting: count * MAX_WAITING_PER_THREAD,
    heapMb: HEAP_MB,
    ...(onEnd ? { onEnd } : {}),
  });
  const call: CallThread = (task, input, runMs, signal) => pool.run(task, input, { waitMs: WAIT_MS, runMs }, signal);
  return { rules: threadedRules(call), parser: threadedParser(call), close: () => pool.close() };
}
