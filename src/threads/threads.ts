import { availableParallelism } from 'node:os';
import { ReaderError } from '@/ai/reader-error';
import type { Rules } from '@/ai/rules';
import type { Question } from '@/domain/contract/reading';
import type { Failure } from '@/domain/outcome';
import type { Snapshot } from '@/domain/snapshot';
import type { PageParser } from '@/scrape/document/page-parser';
import type { SnapshotResult } from '@/scrape/document/static-snapshot';
import { packSnapshot, unpackSnapshot } from './packed-snapshot';
import { threadFile } from './thread-file';
import { type ThreadEnd, ThreadError, ThreadPool } from './thread-pool';
import type { Asked, CallThread, ThreadTasks } from './thread-tasks';

/** 10 MB of HTML take 3 s on two cores, 300 pages of PDF as long; the HTML parser stops by itself after 8 s. */
const PARSE_MS = 10_000;

/** Pages parsed in threads. What a thread could not answer is a Failure. */
function threadedParser(call: CallThread): PageParser {
  return {
    fromDocument: (loaded, signal) => snapshotOf(call('parseDocument', loaded, PARSE_MS, signal)),
    fromDrawn: (page, signal) => snapshotOf(call('parseDrawn', page, PARSE_MS, signal)),
  };
}

async function snapshotOf(parsing: ReturnType<ThreadTasks['parseDocument']>): Promise<SnapshotResult> {
  try {
    const parsed = await parsing;
    return parsed.ok ? { ok: true, snapshot: unpackSnapshot(parsed.page) } : parsed;
  } catch (error) {
    if (error instanceof ThreadError) return { ok: false, failure: FAILURES[error.end] };
    throw error;
  }
}

const TOO_MUCH: Failure = {
  outcome: 'empty',
  message:
    'The page is made so that it takes too long to read. Use a smaller page that shows the same fact, for example ' +
    'the page of the single item.',
  retryable: false,
};

const BUSY: Failure = {
  outcome: 'internal',
  message: 'We are reading too many pages at this moment. Please try again in a minute.',
  retryable: true,
};

const FAILURES: Record<ThreadEnd, Failure> = {
  deadline: { ...TOO_MUCH, detail: 'parsing was ended at its deadline' },
  memory: { ...TOO_MUCH, detail: 'parsing took more memory than a thread may' },
  crashed: { ...BUSY, message: 'Something went wrong on our side. Try again later.', detail: 'the thread died' },
  busy: { ...BUSY, detail: 'no thread was free in time' },
  closed: { ...BUSY, detail: 'the app is ending' },
  cancelled: {
    outcome: 'unavailable',
    message: 'The page took too long to load. Try again later.',
    retryable: true,
    detail: 'nobody waits for it any more',
  },
};

/**
 * A sentence takes milliseconds; the first one of its language 0.3 s, while V8 compiles its patterns, and that six
 * times as long on cores that others load.
 */
const INTERPRET_MS = 3_000;
/** The largest page that we keep (60,000 elements) is read and verified in less than half of it. */
const READ_MS = 6_000;

const NOT_IN_TIME =
  'This sentence took too long to understand. Say it in fewer and simpler words, for example: "Tell me when the ' +
  'price of … falls below …".';

/** The rules, carried out in threads. What a thread could not answer is a ReaderError. */
function threadedRules(call: CallThread): Rules {
  const asked = (question: Question, snapshot: Snapshot): Asked => ({ question, page: packSnapshot(snapshot) });
  return {
    interpret: async (prompt, now, signal) => {
      const understood = await call('interpret', { prompt, now }, INTERPRET_MS, signal).catch(
        asReaderError('interpret'),
      );
      if (understood.ok) return understood.understanding;
      throw new ReaderError('not_understood', understood.message);
    },
    read: (question, snapshot, now, signal) =>
      call('read', { ...asked(question, snapshot), now }, READ_MS, signal).catch(asReaderError('read')),
    readByRecipe: (question, snapshot, recipe, signal) =>
      call('readByRecipe', { ...asked(question, snapshot), recipe }, READ_MS, signal).catch(asReaderError('read')),
    heal: (question, snapshot, recipe, signal) =>
      call('heal', { ...asked(question, snapshot), recipe }, READ_MS, signal).catch(asReaderError('read')),
    readAgain: (question, snapshot, first, signal) =>
      call('readAgain', { ...asked(question, snapshot), first }, READ_MS, signal).catch(asReaderError('read')),
    judge: (reader, question, snapshot, reading, signal) =>
      call('judge', { ...asked(question, snapshot), reader, reading }, READ_MS, signal).catch(asReaderError('read')),
    candidates: (question, snapshot, now, signal) =>
      call('candidates', { ...asked(question, snapshot), now }, READ_MS, signal).catch(asReaderError('read')),
    contractFor: (prompt, value, now, signal) =>
      call('contractFor', { prompt, value, now }, INTERPRET_MS, signal).catch(asReaderError('interpret')),
    readPointed: (question, snapshot, span, signal) =>
      call('readPointed', { ...asked(question, snapshot), span }, READ_MS, signal).catch(asReaderError('read')),
    passages: (question, snapshot, signal) =>
      call('passages', asked(question, snapshot), READ_MS, signal).catch(asReaderError('read')),
    passagesForAll: (questions, snapshot, signal) =>
      call('passagesForAll', { questions, page: packSnapshot(snapshot) }, READ_MS, signal).catch(asReaderError('read')),
  };
}

/** That a sentence took all its time is the sentence's: the person can say it differently. The rest is ours. */
function asReaderError(what: 'interpret' | 'read') {
  return (error: unknown): never => {
    if (!(error instanceof ThreadError)) throw error;
    if (what === 'interpret' && (error.end === 'deadline' || error.end === 'memory')) {
      throw new ReaderError('not_understood', NOT_IN_TIME, { cause: error });
    }
    const kind = error.end === 'crashed' || error.end === 'closed' ? 'failed' : 'timeout';
    throw new ReaderError(kind, `Reading by rules was ended (${error.end}).`, { cause: error });
  };
}

/** Who has not begun by then is told to try again: by the time it is read, nobody would wait any more. */
const WAIT_MS = 15_000;
/** Tasks take about 20 ms; so many for each thread are over in a second or two, unless pages are hostile. */
const MAX_WAITING_PER_THREAD = 64;
/** 10 MB of HTML take 400 MB, with what the page before left 500 (measured: the most that is parsed). */
const HEAP_MB = 640;
/** More threads than that have no work: two pages are looked at beside each other. */
const MOST_BY_DEFAULT = 2;

interface ThreadsOptions {
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
