import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { SPIN, threadFileOf } from '@/test/thread-file-of';
import { type ThreadEnd, ThreadError, ThreadPool } from './thread-pool';

const FILE = threadFileOf({
  echo: '(input) => input',
  spin: SPIN,
  exit: '() => process.exit(3)',
  fill: '() => { const all = []; for (let i = 0; ; i++) all.push({ a: i, b: { c: i } }); }',
  fail: '() => { throw new Error("as the task says") }',
  environment: '() => ({ ...process.env })',
});

/** What no test here waits for. */
const LONG = { waitMs: 60_000, runMs: 60_000 };

let pool: ThreadPool;
let ends: [string, ThreadEnd][];
afterEach(() => pool.close());

function open(threads = 1, maxWaiting = 10): ThreadPool {
  ends = [];
  pool = new ThreadPool({
    file: FILE,
    threads,
    maxWaiting,
    heapMb: 64,
    onEnd: (task, end) => void ends.push([task, end]),
  });
  return pool;
}

const endOf = (work: Promise<unknown>) =>
  work.then(
    (output) => output,
    (error: unknown) => (error instanceof ThreadError ? error.end : error),
  );

/** Resolves when the thread is at it: a task that is not waiting any more. */
async function spinning(): Promise<{ work: Promise<unknown> }> {
  const work = endOf(pool.run('spin', null, LONG));
  const queued = pool.run('echo', 'after', LONG, AbortSignal.timeout(300));
  expect(await endOf(queued)).toBe('cancelled');
  return { work };
}

test('a task over its deadline ends with its thread, and the next one finds a new thread', async () => {
  open();
  expect(await endOf(pool.run('spin', null, { waitMs: 60_000, runMs: 100 }))).toBe('deadline');
  expect(await pool.run('echo', 'next', LONG)).toBe('next');
  expect(ends).toEqual([['spin', 'deadline']]);
});

test.each([
  ['exit', 'crashed'],
  ['fill', 'memory'],
])('a thread that dies (%s) is a typed end, and is replaced', async (task, end) => {
  open();
  expect(await endOf(pool.run(task, null, LONG))).toBe(end);
  expect(await pool.run('echo', 'next', LONG)).toBe('next');
  expect(ends).toEqual([[task, end]]);
});

test('a task of unknown time keeps no other from the second thread', async () => {
  open(2);
  await pool.run('echo', 'warm', LONG);
  const spin = endOf(pool.run('spin', null, LONG));
  expect(await Promise.all([1, 2, 3].map((input) => pool.run('echo', input, LONG)))).toEqual([1, 2, 3]);
  await pool.close();
  expect(await spin).toBe('closed');
});

test('more than may wait are refused at once, and waiting ends at its own deadline', async () => {
  open(1, 1);
  const { work } = await spinning();
  const waiting = endOf(pool.run('echo', 'waits', { waitMs: 200, runMs: 60_000 }));
  expect(await endOf(pool.run('echo', 'too many', LONG))).toBe('busy');
  expect(await waiting).toBe('busy');
  expect(ends).toEqual([
    ['echo', 'busy'],
    ['echo', 'busy'],
  ]);
  await pool.close();
  expect(await work).toBe('closed');
});

test('whoever aborts waits no longer; a task that has begun goes on to its own end', async () => {
  open();
  await pool.run('echo', 'warm', LONG);
  const leaving = new AbortController();
  const work = endOf(pool.run('spin', null, { waitMs: 60_000, runMs: 1_500 }, leaving.signal));
  await sleep(200);
  leaving.abort();
  expect(await work).toBe('cancelled');
  expect(ends).toEqual([]);
  expect(await pool.run('echo', 'next', LONG)).toBe('next');
  expect(ends).toEqual([['spin', 'deadline']]);
});

test('an error of the task itself is told with its words, and ends no thread', async () => {
  open();
  await expect(pool.run('fail', null, LONG)).rejects.toThrow('as the task says');
  expect(await endOf(pool.run('fail', null, LONG))).not.toBeInstanceOf(ThreadError);
  expect(ends).toEqual([]);
});

test('threads see nothing of the environment', async () => {
  open();
  expect(await pool.run('environment', null, LONG)).toEqual({});
});

test('closing ends a busy thread at once, and what is asked afterwards', async () => {
  open();
  const { work } = await spinning();
  const started = performance.now();
  await pool.close();
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(await work).toBe('closed');
  expect(await endOf(pool.run('echo', 'late', LONG))).toBe('closed');
});

test('code that was not built is named', async () => {
  pool = new ThreadPool({ file: '/nowhere/thread.mjs', threads: 1, maxWaiting: 1, heapMb: 64 });
  await expect(pool.run('echo', 1, LONG)).rejects.toThrow('npm run build');
});
