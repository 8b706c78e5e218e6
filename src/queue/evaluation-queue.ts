import { fromKysely, type JobWithMetadata, PgBoss } from 'pg-boss';

/** pg-boss wants no more of a transaction than to run SQL in it. */
type QueueTransaction = Parameters<typeof fromKysely>[0];

const QUEUE = 'evaluations';

export interface EvaluationQueue {
  start(): Promise<void>;
  /** Starts it where it is not, and asks it for itself. Rejects where it is not there. */
  probe(): Promise<void>;
  /**
   * Written with the evaluation's row: both are there after the commit, or neither. Of two jobs the higher is sooner.
   */
  enqueue(trx: QueueTransaction, evaluationId: string, priority: number): Promise<void>;
  /** Gives a job that waits another priority; one that is under way or over is left alone. */
  hurry(trx: QueueTransaction, evaluationId: string, priority: number): Promise<void>;
  /**
   * Lets jobs that were given up be tried once more; others are left alone. Whoever takes one whose evaluation has
   * ended finds nothing to do.
   */
  retry(trx: QueueTransaction, evaluationIds: string[]): Promise<void>;
  /** Which of these evaluations, that nobody has begun, have a job that waits, is tried again, or was just taken. */
  findLive(evaluationIds: string[]): Promise<Set<string>>;
  /**
   * Carries out jobs until `stop`, `concurrency` at a time. The handler must not throw for what a site does: what it
   * throws is ours (a busy database), and the job is tried again for some minutes.
   */
  work(concurrency: number, handler: (evaluationId: string) => Promise<void>): Promise<void>;
  /** Carries out what is queued until nothing is left or `budgetMs` is over; for serverless. */
  drain(budgetMs: number, handler: (evaluationId: string) => Promise<void>): Promise<number>;
  /** Takes no more jobs, and gives those under way `patienceMs` (5 s); what is not done then is given out again. */
  stop(patienceMs?: number): Promise<void>;
}

export interface QueueOptions {
  connectionString: string;
  /** Seconds after which a job whose worker died is given to another one. */
  expireSeconds: number;
  onError: (error: Error) => void;
  /** False where no worker runs: on serverless, where requests drain and supervise, and beside workers apart. */
  resident: boolean;
}

interface Job {
  evaluationId: string;
}

/** A handler throws only for what is ours and passes, such as a busy database: about six minutes of tries. */
const TRIES = { retryLimit: 40, retryDelay: 1, retryBackoff: true, retryDelayMax: 10 };

/** So long whoever took a job may need to begin its evaluation, on a database that is busy. */
const BEGUN_WITHIN_MS = 30_000;

/**
 * The queue of evaluations on pg-boss, in our own database. LISTEN/NOTIFY wakes the worker at once; polling stays as
 * the safety net.
 */
export function createEvaluationQueue(options: QueueOptions): EvaluationQueue {
  const boss = new PgBoss({
    connectionString: options.connectionString,
    max: 4,
    connectionTimeoutMillis: 10_000,
    supervise: options.resident,
    schedule: false,
    useListenNotify: options.resident,
  });
  boss.on('error', (error: unknown) => options.onError(asError(error)));
  let started: Promise<void> | null = null;
  const start = () => {
    started ??= startBoss(boss, options).catch((error) => {
      started = null;
      throw error;
    });
    return started;
  };
  return {
    start,
    async probe() {
      await start();
      if ((await boss.getQueue(QUEUE)) === null) throw new Error(`There is no queue ${QUEUE}`);
    },
    async enqueue(trx, evaluationId, priority) {
      const options = { id: evaluationId, db: fromKysely(trx), priority };
      const id = await boss.send(QUEUE, { evaluationId } satisfies Job, options);
      if (id === null) throw new Error(`The queue did not take evaluation ${evaluationId}`);
    },
    async hurry(trx, evaluationId, priority) {
      await boss.update(QUEUE, undefined, { id: evaluationId, db: fromKysely(trx), priority });
    },
    async retry(trx, evaluationIds) {
      await start();
      await boss.retry(QUEUE, evaluationIds, { db: fromKysely(trx) });
    },
    async findLive(evaluationIds) {
      await start();
      return findLive(boss, evaluationIds);
    },
    async work(concurrency, handler) {
      await start();
      for (let worker = 0; worker < concurrency; worker += 1) {
        await startWorker(boss, handler);
      }
    },
    async drain(budgetMs, handler) {
      await start();
      return drain(boss, budgetMs, handler);
    },
    async stop(patienceMs = 5_000) {
      if (started === null) return;
      await boss.stop({ graceful: true, timeout: patienceMs, close: true });
      started = null;
    },
  };
}

/** pg-boss hands on copies of errors that are plain objects; what they say is kept, and where they came from. */
function asError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  const { message, ...members } = Object(thrown) as { message?: unknown };
  return Object.assign(new Error(typeof message === 'string' ? message : String(thrown)), members);
}

/** Must be over before the first transaction that enqueues: pg-boss looks the queue up on a connection of its own. */
async function startBoss(boss: PgBoss, options: QueueOptions): Promise<void> {
  await boss.start();
  const queue = { ...TRIES, expireInSeconds: options.expireSeconds, notify: true };
  await boss.createQueue(QUEUE, queue);
  // One that an older version made keeps its own options otherwise.
  await boss.updateQueue(QUEUE, queue);
}

/**
 * A worker looks for the next job as soon as it has done one. By itself it would sleep until it is notified or polls,
 * and those who wait were notified of long ago: of ten jobs for two workers, the last would wait 40 s.
 */
async function startWorker(boss: PgBoss, handler: (evaluationId: string) => Promise<void>): Promise<void> {
  let id: string | null = null;
  const options = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 10 };
  id = await boss.work<Job>(QUEUE, options, async (jobs) => {
    try {
      for (const job of jobs) await handler(job.data.evaluationId);
    } finally {
      if (id !== null) boss.notifyWorker(id);
    }
  });
}

async function findLive(boss: PgBoss, evaluationIds: string[]): Promise<Set<string>> {
  const live = new Set<string>();
  for (const id of evaluationIds) {
    const [job] = await boss.findJobs<Job>(QUEUE, { id, limit: 1 });
    if (job !== undefined && isLive(job)) live.add(id);
  }
  return live;
}

/**
 * Who takes a job begins its evaluation at once. One that was taken when the database went away is nobody's, and would
 * only be given out again when its whole time is over: minutes in which somebody waits in front of a page.
 */
function isLive({ state, startedOn }: JobWithMetadata<Job>): boolean {
  if (state === 'active') return Date.now() - startedOn.getTime() < BEGUN_WITHIN_MS;
  return state === 'created' || state === 'retry';
}

async function drain(
  boss: PgBoss,
  budgetMs: number,
  handler: (evaluationId: string) => Promise<void>,
): Promise<number> {
  const end = performance.now() + budgetMs;
  let done = 0;
  // Nothing else gives the job of a worker that died to another one here.
  await boss.supervise(QUEUE);
  while (performance.now() < end) {
    const [job] = await boss.fetch<Job>(QUEUE, { batchSize: 1 });
    if (!job) break;
    try {
      await handler(job.data.evaluationId);
    } catch (error) {
      await boss.fail(QUEUE, job.id);
      throw error;
    }
    await boss.complete(QUEUE, job.id);
    done += 1;
  }
  return done;
}
