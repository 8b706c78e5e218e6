import { existsSync } from 'node:fs';
import { Piscina } from 'piscina';

/**
 * How a task may end without an answer. `memory`: it took more than a thread may. `busy`: no thread was free in time.
 * `cancelled`: nobody waits any more.
 */
export type ThreadEnd = 'deadline' | 'memory' | 'busy' | 'crashed' | 'cancelled' | 'closed';

/** A task that was ended, or never begun; an error of the task itself is thrown as it is. */
export class ThreadError extends Error {
  override readonly name = 'ThreadError';

  constructor(
    readonly end: ThreadEnd,
    task: string,
    options?: { cause?: unknown },
  ) {
    super(`The task "${task}" ended without an answer: ${end}`, options);
  }
}

export interface TaskLimits {
  /** Milliseconds until a thread must have begun it. */
  waitMs: number;
  /** Milliseconds from then until the thread is ended. */
  runMs: number;
}

export interface ThreadPoolOptions {
  /** The bundle that the threads run. */
  file: string;
  threads: number;
  /** Tasks that may wait; further ones are refused at once. */
  maxWaiting: number;
  /** Memory of one thread, garbage included, in megabytes. */
  heapMb: number;
  /** Told of every task that ended without an answer, but for those nobody waits for. */
  onEnd?: (task: string, end: ThreadEnd) => void;
}

/** What a thread is sent, and what it sends back. */
export interface ThreadCall {
  id: number;
  task: string;
  input: unknown;
}
/** The first word of a thread: it is at this task now. */
export interface ThreadBegun {
  id: number;
  threadId: number;
}
export type ThreadAnswer = { ok: true; output: unknown } | { ok: false; message: string; stack: string | undefined };

const WATCH_MS = 200;
/**
 * At its own limit V8 ends a thread, or, in half of the ways to get there, the whole process. So threads are watched,
 * and V8's limit is so far off that none gets there between two looks.
 */
const HARD_LIMIT_FACTOR = 3;
/** Megabytes; those of a process that serves (package.json) would let a thread grow by 200 MB at once. */
const YOUNG_MB = 48;

interface UnderWay {
  task: string;
  ending: AbortController;
  clock: NodeJS.Timeout;
  /** The thread that is at it; null while it waits. */
  threadId: number | null;
  runMs: number;
}

/**
 * A few kept threads that carry out tasks of unknown time. A task that is over its deadline ends with its thread, which
 * is replaced; waiting has a deadline and a bound of its own. Threads start with the first task and see neither
 * environment nor arguments of this process.
 */
export class ThreadPool {
  #piscina: Piscina<ThreadCall, ThreadAnswer> | null = null;
  #closed = false;
  #lastId = 0;
  #watch: NodeJS.Timeout | undefined;
  readonly #underWay = new Map<number, UnderWay>();

  constructor(private readonly options: ThreadPoolOptions) {}

  /**
   * Has a thread carry out a task. Whoever aborts waits no longer; a task that has begun goes on to its own end, since
   * a new thread would cost more than that. `Output` is what the thread's code gives for the task.
   * @throws ThreadError where it was ended; Error with the words of the task's own error.
   */
  async run<Output>(task: string, input: unknown, limits: TaskLimits, signal?: AbortSignal): Promise<Output> {
    if (this.#closed) throw new ThreadError('closed', task);
    if (signal?.aborted) throw new ThreadError('cancelled', task);
    const { threads, maxWaiting } = this.options;
    if (this.#underWay.size >= threads + maxWaiting) throw this.#ended(task, 'busy');
    const id = ++this.#lastId;
    const work = this.#carryOut({ id, task, input }, limits) as Promise<Output>;
    return signal === undefined ? work : this.#unlessAborted(id, work, signal);
  }

  /** Ends all threads with what they are at. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#watch);
    await this.#piscina?.destroy();
    this.#piscina = null;
  }

  async #carryOut(call: ThreadCall, { waitMs, runMs }: TaskLimits): Promise<unknown> {
    const ending = new AbortController();
    const clock = setTimeout(() => ending.abort('busy' satisfies ThreadEnd), waitMs);
    this.#underWay.set(call.id, { task: call.task, ending, clock, threadId: null, runMs });
    try {
      const answer = await this.#answer(call, ending.signal);
      if (answer.ok) return answer.output;
      throw Object.assign(new Error(answer.message), { stack: answer.stack });
    } finally {
      clearTimeout(this.#underWay.get(call.id)?.clock);
      this.#underWay.delete(call.id);
    }
  }

  /** A task's own error comes as an answer: whatever rejects is the end of its thread, or of the wait for one. */
  async #answer(call: ThreadCall, ending: AbortSignal): Promise<ThreadAnswer> {
    const piscina = this.#open();
    try {
      return await piscina.run(call, { signal: ending });
    } catch (error) {
      const end = ending.aborted ? (ending.reason as ThreadEnd) : this.#closed ? 'closed' : 'crashed';
      throw this.#ended(call.task, end, error);
    }
  }

  /** The task has begun: from now on it is its own time that it takes. */
  #begin({ id, threadId }: ThreadBegun): void {
    const task = this.#underWay.get(id);
    if (task === undefined) return;
    task.threadId = threadId;
    clearTimeout(task.clock);
    task.clock = setTimeout(() => task.ending.abort('deadline' satisfies ThreadEnd), task.runMs);
  }

  /** Only threads that are at a task are looked at. */
  #endThoseTooLarge(piscina: Piscina<ThreadCall, ThreadAnswer>): void {
    for (const task of this.#underWay.values()) {
      const thread = piscina.threads.find(({ threadId }) => threadId === task.threadId);
      thread?.getHeapStatistics().then(
        ({ used_heap_size, external_memory }) => {
          const tooLarge = used_heap_size + external_memory > this.options.heapMb * 2 ** 20;
          if (tooLarge) task.ending.abort('memory' satisfies ThreadEnd);
        },
        // It has ended meanwhile.
        () => undefined,
      );
    }
  }

  async #unlessAborted<Output>(id: number, work: Promise<Output>, signal: AbortSignal): Promise<Output> {
    const task = this.#underWay.get(id);
    const left = Promise.withResolvers<never>();
    const leave = () => {
      if (task?.threadId === null) task.ending.abort('cancelled' satisfies ThreadEnd);
      left.reject(new ThreadError('cancelled', task?.task ?? ''));
    };
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await Promise.race([work, left.promise]);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  #ended(task: string, end: ThreadEnd, cause?: unknown): ThreadError {
    if (end !== 'cancelled' && end !== 'closed') this.options.onEnd?.(task, end);
    return new ThreadError(end, task, { cause });
  }

  #open(): Piscina<ThreadCall, ThreadAnswer> {
    if (this.#piscina !== null) return this.#piscina;
    const { file, threads, heapMb } = this.options;
    if (!existsSync(file)) throw new Error(`The code of the threads is missing (${file}). Run: npm run build`);
    const piscina = new Piscina<ThreadCall, ThreadAnswer>({
      filename: file,
      minThreads: threads,
      maxThreads: threads,
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMb * HARD_LIMIT_FACTOR, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    piscina.on('message', (begun: ThreadBegun) => this.#begin(begun));
    // A thread that dies while it has nothing to do; unheard, it would take this process along.
    piscina.on('error', () => this.options.onEnd?.('none', 'crashed'));
    this.#piscina = piscina;
    this.#watch = setInterval(() => this.#endThoseTooLarge(piscina), WATCH_MS).unref();
    return piscina;
  }
}
