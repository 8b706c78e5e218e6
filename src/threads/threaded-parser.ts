import type { Failure } from '@/domain/outcome';
import type { PageParser } from '@/scrape/document/page-parser';
import type { SnapshotResult } from '@/scrape/document/static-snapshot';
import { unpackSnapshot } from './packed-snapshot';
import { type ThreadEnd, ThreadError } from './thread-pool';
import type { CallThread, ThreadTasks } from './thread-tasks';

/** 10 MB of HTML take 3 s on two cores, 300 pages of PDF as long; the HTML parser stops by itself after 8 s. */
const PARSE_MS = 10_000;

/** Pages parsed in threads. What a thread could not answer is a Failure. */
export function threadedParser(call: CallThread): PageParser {
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
