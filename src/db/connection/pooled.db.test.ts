import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEvaluationQueue } from '@/queue/evaluation-queue';
import { useDatabase } from '@/test/database';
import { openStrictPooler, type StrictPooler } from '@/test/strict-pooler';
import { createDb } from '../client';

const database = useDatabase();
let pooler: StrictPooler;

beforeAll(async () => {
  pooler = await openStrictPooler(database.connectionString);
});

afterAll(() => pooler.close());

describe('behind a pooler that refuses what it does not know', () => {
  it('connections open, ask and write', async () => {
    const { db } = createDb(pooler.connectionString, { pooled: true });
    const { rows } = await sql<{ answer: number }>`SELECT 42 AS answer`.execute(db);
    expect(rows).toEqual([{ answer: 42 }]);
    await db.destroy();
    expect(pooler.refused).toEqual([]);
  });

  it('a statement still has a limit', async () => {
    const { db } = createDb(pooler.connectionString, { pooled: true, statementTimeoutMs: 200 });
    await expect(sql`SELECT pg_sleep(20)`.execute(db)).rejects.toThrow('timeout');
    await db.destroy();
  });

  it('the queue of a process without a worker opens too', async () => {
    const queue = createEvaluationQueue({
      connectionString: pooler.connectionString,
      expireSeconds: 60,
      resident: false,
      onError: (error) => {
        throw error;
      },
    });
    await queue.start();
    await queue.stop();
    expect(pooler.refused).toEqual([]);
  });

  it('is told from the server itself, which takes the limits as a connection opens', async () => {
    const { db } = createDb(pooler.connectionString);
    await expect(sql`SELECT 1`.execute(db)).rejects.toThrow('unsupported startup parameter: statement_timeout');
    await db.destroy();
  });
});
