import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb } from '@/db/client';
import { findMonitorById } from '@/db/monitors';
import { createEvaluationQueue, type EvaluationQueue } from '@/queue/evaluation-queue';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { useRefreshes } from '@/test/refreshes';
import { requestRefresh } from '../refresh/request-refresh';
import { runEvaluation } from '../refresh/run-evaluation';
import { reapEvaluations } from './reap-evaluations';

const database = useDatabase();
const world = useRefreshes(database);
let queue: EvaluationQueue;

beforeAll(async () => {
  const { connectionString } = database;
  const onError = (error: Error) => {
    throw error;
  };
  queue = createEvaluationQueue({ connectionString, expireSeconds: 60, resident: true, onError });
  await queue.start();
});
afterAll(() => queue.stop());

const deps = () => ({ ...world.deps(), queue });
const later = (seconds: number) => {
  world.now = new Date(world.now.getTime() + seconds * 1_000);
};
const evaluationsOf = (userId: string) =>
  database.db.selectFrom('evaluations').selectAll().where('userId', '=', userId).orderBy('requestedAt').execute();

describe('reapEvaluations', () => {
  it('ends what a killed worker left, gives the charge back once, and frees the monitor', async () => {
    const monitor = await insertMonitor(database.db);
    const id = await world.queue(monitor);
    await database.db
      .updateTable('evaluations')
      .set({ phase: 'reading', startedAt: world.now, leaseExpiresAt: new Date(world.now.getTime() - 1) })
      .where('id', '=', id)
      .execute();
    expect(await reapEvaluations(deps())).toBe(1);
    expect(await reapEvaluations(deps())).toBe(0);
    expect(await world.used(monitor.userId)).toBe(0);
    expect((await findMonitorById(database.db, monitor.id))?.currentValue).toBeNull();
    world.shop('$310.00');
    expect((await world.refresh(monitor)).outcome).toBe('value');
  });

  it('ends what waits for a job that is gone, and leaves what waits for one that will come', async () => {
    const { id: userId } = await insertUser(database.db);
    const asked = [];
    for (let index = 0; index < 3; index += 1) {
      const { id: monitorId } = await insertMonitor(database.db, { userId });
      asked.push(await requestRefresh(deps(), { userId, monitorId }));
    }
    const [failed, deleted, waiting] = asked.map(({ id }) => id);
    await database.pool.query("UPDATE pgboss.job SET state = 'failed' WHERE id = $1", [failed]);
    await database.pool.query('DELETE FROM pgboss.job WHERE id = $1', [deleted]);
    expect(await reapEvaluations(deps())).toBe(0);
    later(61);
    expect(await reapEvaluations(deps())).toBe(2);
    expect(await reapEvaluations(deps())).toBe(0);
    const ended = (await evaluationsOf(userId)).filter(({ phase }) => phase === 'done');
    expect(ended.map(({ id }) => id).sort()).toEqual([failed, deleted].sort());
    for (const one of ended) expect(one).toMatchObject({ outcome: 'internal', chargeReturned: true });
    expect(await world.used(userId)).toBe(1);

    const again = await requestRefresh(deps(), { userId, monitorId: asked[0]?.monitorId ?? '' });
    expect(asked.map(({ id }) => id)).not.toContain(again.id);
    expect(await world.used(userId)).toBe(2);
    const live = (await evaluationsOf(userId)).filter(({ phase }) => phase === 'queued');
    expect(live.map(({ id }) => id).sort()).toEqual([waiting, again.id].sort());

    later(3_601);
    expect(await reapEvaluations(deps())).toBe(2);
    expect(await world.used(userId)).toBe(0);
  });
});

describe('a busy database', () => {
  it('does not spend the job: what could not be taken three times is carried out once, with one charge', async () => {
    await database.pool.query('DELETE FROM pgboss.job');
    const monitor = await insertMonitor(database.db);
    world.shop('$310.00');
    const impatient = createDb(database.connectionString, { statementTimeoutMs: 500 });
    const holder = await database.pool.connect();
    const evaluation = await requestRefresh(deps(), { userId: monitor.userId, monitorId: monitor.id });
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE evaluations IN ACCESS EXCLUSIVE MODE');
    let refused = 0;
    const phase = async () => (await evaluationsOf(monitor.userId))[0]?.phase;
    try {
      await queue.work(1, async (evaluationId) => {
        try {
          await runEvaluation({ ...world.deps(), db: impatient.db }, evaluationId);
        } catch (error) {
          refused += 1;
          if (refused === 3) await holder.query('ROLLBACK');
          throw error;
        }
      });
      await expect.poll(() => refused, { timeout: 90_000 }).toBe(3);
      await expect.poll(phase, { timeout: 90_000 }).toBe('done');
    } finally {
      holder.release(true);
      await impatient.db.destroy();
    }
    expect(await evaluationsOf(monitor.userId)).toMatchObject([{ id: evaluation.id, outcome: 'value', attempt: 1 }]);
    expect(await world.used(monitor.userId)).toBe(1);
    expect(await world.factsOf(monitor.id)).toHaveLength(1);
  }, 200_000);
});
