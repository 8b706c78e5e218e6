import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { useDatabase } from '@/test/database';
import { createEvaluationQueue, type EvaluationQueue } from './evaluation-queue';

const database = useDatabase();

async function withQueue(resident: boolean, use: (queue: EvaluationQueue) => Promise<void>): Promise<void> {
  const { connectionString } = database;
  const onError = (error: Error) => {
    throw error;
  };
  const queue = createEvaluationQueue({ connectionString, expireSeconds: 60, resident, onError });
  await queue.start();
  try {
    await use(queue);
  } finally {
    await queue.stop();
  }
}

async function enqueue(queue: EvaluationQueue, ids: string[], priority: (index: number) => number): Promise<void> {
  await database.db.transaction().execute(async (trx) => {
    for (const [index, id] of ids.entries()) await queue.enqueue(trx, id, priority(index));
  });
}

it('takes the next job as soon as one is done, also when many were enqueued at once', async () => {
  await withQueue(true, async (queue) => {
    const done: string[] = [];
    await queue.work(2, async (id) => {
      await sleep(100);
      done.push(id);
    });
    const ids = Array.from({ length: 10 }, () => randomUUID());
    await enqueue(queue, ids, () => 0);
    const started = performance.now();
    await expect.poll(() => done.length, { timeout: 20_000, interval: 50 }).toBe(10);
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});

it('gives out the highest first, hurried ones by their new priority, and nothing that was rolled back', async () => {
  await withQueue(false, async (queue) => {
    const ids = Array.from({ length: 4 }, () => randomUUID());
    await enqueue(queue, ids, (index) => -index);
    await database.db.transaction().execute((trx) => queue.hurry(trx, ids[3] ?? '', 10));
    const broken = database.db.transaction().execute(async (trx) => {
      await queue.enqueue(trx, randomUUID(), 10);
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    const order: string[] = [];
    await queue.drain(10_000, async (id) => {
      order.push(id);
    });
    expect(order).toEqual([ids[3], ids[0], ids[1], ids[2]]);
  });
});

it('counts a job as live that waits or was just taken, not one whose taker never came to begin it', async () => {
  await withQueue(false, async (queue) => {
    const ids = Array.from({ length: 4 }, () => randomUUID());
    await enqueue(queue, ids, () => 0);
    const [waiting, taken, lost, done] = ids;
    const set = (id: string | undefined, state: string, seconds: number) =>
      database.pool.query(
        "UPDATE pgboss.job SET state = $2, started_on = now() - $3 * interval '1 second' WHERE id = $1",
        [id, state, seconds],
      );
    await set(taken, 'active', 5);
    await set(lost, 'active', 45);
    await set(done, 'completed', 5);
    expect(await queue.findLive(ids)).toEqual(new Set([waiting, taken]));
  });
});

it('hands on what its worker fails with as an error', async () => {
  const told: Error[] = [];
  const { connectionString } = database;
  const onError = (error: Error) => void told.push(error);
  const queue = createEvaluationQueue({ connectionString, expireSeconds: 60, resident: true, onError });
  await queue.start();
  await queue.work(1, () => Promise.resolve());
  // Its fetching fails as long as its schema has another name.
  await database.db.executeQuery(sql`ALTER SCHEMA pgboss RENAME TO away`.compile(database.db));
  try {
    // A fetch that was under way may fail in another way first; the worker looks again every ten seconds.
    const missing = (error: Error) => 'worker' in error && 'code' in error && error.code === '42P01';
    const fromWorker = () => told.find(missing);
    await expect.poll(fromWorker, { timeout: 60_000 }).toMatchObject({ queue: 'evaluations' });
    expect(fromWorker()).toBeInstanceOf(Error);
    expect(fromWorker()?.message).toContain('pgboss');
  } finally {
    await database.db.executeQuery(sql`ALTER SCHEMA away RENAME TO pgboss`.compile(database.db));
    await queue.stop();
  }
}, 90_000);
