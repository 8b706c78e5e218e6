import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDb, type Database } from '@/db/client';
import { createEvaluationQueue, type EvaluationQueue } from '@/queue/evaluation-queue';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { useRefreshes } from '@/test/refreshes';
import { requestRefresh } from '../refresh/request-refresh';
import { runEvaluation } from '../refresh/run-evaluation';
import { reapEvaluations } from '../upkeep/reap-evaluations';
import { discardDeadLetters, readDeadLetters, readQueueDepths, retryDeadLetters } from './dead-letters';

const database = useDatabase();
const world = useRefreshes(database);
const PAGE = { limit: 50, offset: 0 };
/** Two processes: each with its own connections and its own queue. */
const processes: { db: Database['db']; queue: EvaluationQueue }[] = [];
let actorId: string;

beforeAll(async () => {
  const { connectionString } = database;
  for (let index = 0; index < 2; index += 1) {
    const onError = (error: Error) => {
      throw error;
    };
    const queue = createEvaluationQueue({ connectionString, expireSeconds: 60, resident: false, onError });
    await queue.start();
    processes.push({ queue, db: createDb(connectionString, { max: 4 }).db });
  }
  actorId = (await insertUser(database.db, { role: 'admin' })).id;
});
afterAll(async () => {
  for (const { db, queue } of processes) {
    await queue.stop();
    await db.destroy();
  }
});
beforeEach(async () => {
  world.now = new Date();
  for (const table of ['evaluations', 'emailNotifications', 'dataExports', 'discardedLetters'] as const)
    await database.db.deleteFrom(table).execute();
  await database.pool.query('DELETE FROM pgboss.job');
});

function deps(index = 0) {
  const process = processes[index];
  if (!process) throw new Error('There is no such process');
  return { ...world.deps(), ...process };
}

/** A refresh whose job was given up. */
async function deadJob(output: object = { message: 'timeout exceeded when trying to connect' }) {
  const monitor = await insertMonitor(database.db);
  const { id } = await requestRefresh(deps(), { userId: monitor.userId, monitorId: monitor.id });
  await database.pool.query(
    `UPDATE pgboss.job SET state = 'failed', retry_count = 40, retry_limit = 40, completed_on = now(), output = $2
      WHERE id = $1`,
    [id, JSON.stringify(output)],
  );
  return { id, monitor };
}

async function deadEmail(given: { attempts?: number; nextAttemptAt?: Date } = {}) {
  const { id: userId, email } = await insertUser(database.db);
  const { id } = await database.db
    .insertInto('emailNotifications')
    .values({
      ...{ userId, kind: 'alert', recipient: email, subject: 's', htmlContent: '', plainTextContent: '' },
      ...{ state: 'failed', attempts: 9, lastError: 'SendGrid answered 400', failingSince: world.now, ...given },
      nextAttemptAt: given.nextAttemptAt ?? world.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, userId, email };
}

async function deadExport(userId: string) {
  const row = { userId, state: 'failed', attempts: 3, requestedAt: world.now, finishedAt: world.now } as const;
  return (await database.db.insertInto('dataExports').values(row).returning('id').executeTakeFirstOrThrow()).id;
}

const acts = async (action: string) =>
  (await database.db.selectFrom('auditLog').selectAll().where('action', '=', action).execute()).filter(
    ({ actorId: who }) => who === actorId,
  );
const stateOf = async (id: string) =>
  (await database.pool.query('SELECT state FROM pgboss.job WHERE id = $1', [id])).rows[0]?.state;
const evaluationOf = (id: string) =>
  database.db.selectFrom('evaluations').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('a dead job of an evaluation', () => {
  it('is brought back once by two admins in two processes at once, carried out once, and charged once', async () => {
    const { id, monitor } = await deadJob();
    world.shop('$310.00');
    const before = (await acts('letter.retry')).length;
    const which = { letters: [{ queue: 'evaluations' as const, id }], actorId };
    const [one, other] = await Promise.all([0, 1].map((index) => retryDeadLetters(deps(index), which)));
    expect([one?.retried, other?.retried].sort()).toEqual([0, 1]);
    expect((await acts('letter.retry')).length).toBe(before + 1);
    expect(await stateOf(id)).toBe('retry');
    let carriedOut = 0;
    const run = (index: number) =>
      deps(index).queue.drain(20_000, async (evaluationId) => {
        carriedOut += await runEvaluation(deps(index), evaluationId);
      });
    await Promise.all([run(0), run(1)]);
    expect(carriedOut).toBe(1);
    expect(await evaluationOf(id)).toMatchObject({ phase: 'done', outcome: 'value', attempt: 1 });
    expect(await world.factsOf(monitor.id)).toHaveLength(1);
    expect(await world.used(monitor.userId)).toBe(1);
    expect((await readDeadLetters(deps(), PAGE)).letters).toEqual([]);
  });

  it('whose evaluation has ended stays so: nothing is begun, its charge stays given back', async () => {
    const { id, monitor } = await deadJob();
    world.now = new Date(world.now.getTime() + 61_000);
    expect(await reapEvaluations(deps())).toBe(1);
    expect(await world.used(monitor.userId)).toBe(0);
    expect((await readDeadLetters(deps(), PAGE)).letters).toMatchObject([{ id, canRetry: false }]);
    for (const letters of ['all' as const, [{ queue: 'evaluations' as const, id }]])
      expect(await retryDeadLetters(deps(), { letters, actorId })).toEqual({ retried: 0 });
    expect(await stateOf(id)).toBe('failed');
    // Also where its evaluation ends just after the job was brought back.
    await database.pool.query("UPDATE pgboss.job SET state = 'retry' WHERE id = $1", [id]);
    let carriedOut = 0;
    await deps().queue.drain(5_000, async (evaluationId) => {
      carriedOut += await runEvaluation(deps(), evaluationId);
    });
    expect(carriedOut).toBe(0);
    expect(await evaluationOf(id)).toMatchObject({ outcome: 'internal', chargeReturned: true });
    expect(await world.used(monitor.userId)).toBe(0);
  });

  it('is shown with whose it is and why, without what the error quotes', async () => {
    const message = 'duplicate key "Ada’s prompt" of ada@example.org at https://shop.example/secret?q=1';
    const { id, monitor } = await deadJob({ name: 'error', message, detail: 'Key (email)=(ada@example.org)' });
    const { letters, total, retriable } = await readDeadLetters(deps(), PAGE);
    expect([total, retriable]).toEqual([1, 1]);
    expect(letters).toMatchObject([
      { queue: 'evaluations', id, tries: 41, monitorId: monitor.id, personId: monitor.userId, canRetry: true },
    ]);
    expect(letters[0]?.reason).toBe('duplicate key … of … at …');
    expect(JSON.stringify(letters)).not.toMatch(/prompt|secret|Kettle|Key \(/);
  });
});

describe('a dead email and a dead export', () => {
  it('of an email: due again at once with all its tries, by one of two', async () => {
    const { id, email } = await deadEmail();
    expect((await readDeadLetters(deps(), PAGE)).letters).toMatchObject([
      { queue: 'emails', id, email, tries: 9, reason: 'SendGrid answered 400', canRetry: true },
    ]);
    const which = { letters: [{ queue: 'emails' as const, id }], actorId };
    const results = await Promise.all([0, 1].map((index) => retryDeadLetters(deps(index), which)));
    expect(results.map(({ retried }) => retried).sort()).toEqual([0, 1]);
    const row = await database.db.selectFrom('emailNotifications').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ state: 'pending', attempts: 0, failingSince: null, nextAttemptAt: world.now });
  });

  it('of an export: made again, but not where its person has another, nor two of one person', async () => {
    const { id: userId } = await insertUser(database.db);
    const ids = [await deadExport(userId), await deadExport(userId)];
    expect(await retryDeadLetters(deps(), { letters: 'all', actorId })).toEqual({ retried: 1 });
    const states = await database.db.selectFrom('dataExports').select(['id', 'state']).execute();
    expect(states.map(({ state }) => state).sort()).toEqual(['failed', 'queued']);
    expect((await readDeadLetters(deps(), PAGE)).letters).toMatchObject([{ canRetry: false }]);
    const letters = ids.map((id) => ({ queue: 'exports' as const, id }));
    expect(await retryDeadLetters(deps(), { letters, actorId })).toEqual({ retried: 0 });
  });

  it('retry all brings back what can be, each with its act; what is older than thirty days is not shown', async () => {
    await deadEmail({ nextAttemptAt: new Date(world.now.getTime() - 31 * 86_400_000) });
    await deadJob();
    for (let n = 0; n < 5; n += 1) await deadEmail();
    const before = (await acts('letter.retry')).length;
    const results = await Promise.all(
      [0, 1].map((index) => retryDeadLetters(deps(index), { letters: 'all', actorId })),
    );
    expect(results.reduce((sum, { retried }) => sum + retried, 0)).toBe(6);
    expect((await acts('letter.retry')).length).toBe(before + 6);
    expect((await readDeadLetters(deps(), PAGE)).total).toBe(0);
  });
});

it('what is put aside is shown and tried no more, once by two at once', async () => {
  const { id: emailId } = await deadEmail();
  const { id: jobId } = await deadJob();
  const before = (await acts('letter.discard')).length;
  const results = await Promise.all([0, 1].map((n) => discardDeadLetters(deps(n), { letters: 'all', actorId })));
  expect(results.reduce((sum, { discarded }) => sum + discarded, 0)).toBe(2);
  expect((await acts('letter.discard')).length).toBe(before + 2);
  expect((await readDeadLetters(deps(), PAGE)).letters).toEqual([]);
  const letters = [
    { queue: 'emails' as const, id: emailId },
    { queue: 'evaluations' as const, id: jobId },
  ];
  expect(await retryDeadLetters(deps(), { letters, actorId })).toEqual({ retried: 0 });
  expect((await readQueueDepths(deps())).map(({ givenUp }) => givenUp)).toEqual([0, 0, 0]);
});

it('the depth of each queue: what waits, what is wanted later, what is under way, since when', async () => {
  const monitor = await insertMonitor(database.db);
  await requestRefresh(deps(), { userId: monitor.userId, monitorId: monitor.id });
  await deadJob();
  const hourAgo = new Date(world.now.getTime() - 3_600_000);
  for (const [state, nextAttemptAt] of [
    ['pending', hourAgo],
    ['unconfirmed', new Date(world.now.getTime() + 60_000)],
    ['sending', world.now],
    ['failed', world.now],
  ] as const) {
    const { id } = await deadEmail({ nextAttemptAt });
    await database.db.updateTable('emailNotifications').set({ state }).where('id', '=', id).execute();
  }
  world.now = new Date(Date.now() + 1_000);
  const depths = new Map((await readQueueDepths(deps())).map(({ queue, ...depth }) => [queue, depth]));
  expect(depths.get('evaluations')).toMatchObject({ waiting: 1, later: 0, underWay: 0, givenUp: 1 });
  expect(depths.get('evaluations')?.oldestAt).toBeInstanceOf(Date);
  expect(depths.get('emails')).toEqual({ waiting: 1, later: 1, underWay: 1, oldestAt: hourAgo, givenUp: 1 });
  expect(depths.get('exports')).toEqual({ waiting: 0, later: 0, underWay: 0, oldestAt: null, givenUp: 0 });
});
