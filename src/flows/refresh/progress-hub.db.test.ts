import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely, KyselyPlugin } from 'kysely';
import { expect, it } from 'vitest';
import { insertEvaluation, type Phase } from '@/db/evaluations';
import { insertRefreshBatch } from '@/db/refresh-batches';
import type { DB } from '@/db/types';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { followEvaluation, followRefreshBatch } from './follow-evaluation';

const database = useDatabase();

/** The test's database, and how often it was asked by this one. */
function counted(): { db: Kysely<DB>; asked: () => number } {
  let asked = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      asked += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { db: database.db.withPlugin(counting), asked: () => asked };
}

const monitorIds = new Map<string, string>();

async function queued(userId: string): Promise<string> {
  const monitor = await insertMonitor(database.db, { userId });
  const request = { monitorId: monitor.id, userId, chargeDay: '2026-11-29', requestedAt: new Date() };
  const evaluation = await database.db.transaction().execute((trx) => insertEvaluation(trx, request));
  monitorIds.set(evaluation?.id ?? '', monitor.id);
  return evaluation?.id ?? '';
}

async function move(id: string, phase: Phase): Promise<void> {
  const ended = phase === 'done' ? { outcome: 'value' as const, sentence: 'No alert.', finishedAt: new Date() } : {};
  await database.db
    .updateTable('evaluations')
    .set({ phase, ...ended })
    .where('id', '=', id)
    .execute();
}

/** Follows to the end; `told` is what came so far. */
function following(db: Kysely<DB>, userId: string, evaluationId: string, signal?: AbortSignal) {
  const told: Phase[] = [];
  const ended = (async () => {
    const followed = followEvaluation({ db }, { userId, evaluationId, ...(signal ? { signal } : {}) });
    for await (const { phase } of followed) told.push(phase);
  })();
  return { told, ended };
}

it('tells 200 who follow ten evaluations with one question for all of them, and then asks nothing', async () => {
  const { id: userId } = await insertUser(database.db);
  const ids = await Promise.all(Array.from({ length: 10 }, () => queued(userId)));
  const { db, asked } = counted();
  const all = Array.from({ length: 200 }, (_, at) => following(db, userId, ids[at % 10] ?? ''));
  await expect.poll(() => all.every(({ told }) => told[0] === 'queued'), { timeout: 10_000 }).toBe(true);
  const before = asked();
  await sleep(2_000);
  // A look every 200 ms, and the first reads each of the ten once.
  expect(asked() - before).toBeLessThanOrEqual(25);
  for (const id of ids) await move(id, 'loading');
  await expect.poll(() => all.every(({ told }) => told.at(-1) === 'loading'), { timeout: 10_000 }).toBe(true);
  for (const id of ids) await move(id, 'done');
  await Promise.all(all.map(({ ended }) => ended));
  expect(new Set(all.map(({ told }) => told.join()))).toEqual(new Set(['queued,loading,done']));
  const after = asked();
  expect(after).toBeLessThan(300);
  await sleep(700);
  expect(asked()).toBe(after);
});

it('asks nothing more when the last one has left, and begins again with the next', async () => {
  const { id: userId } = await insertUser(database.db);
  const id = await queued(userId);
  const { db, asked } = counted();
  const leaving = new AbortController();
  const left = following(db, userId, id, leaving.signal);
  const breaking = followEvaluation({ db }, { userId, evaluationId: id });
  await breaking.next();
  await breaking.return();
  leaving.abort();
  await left.ended;
  await sleep(300);
  const after = asked();
  await sleep(700);
  expect(asked()).toBe(after);
  const next = following(db, userId, id);
  await move(id, 'done');
  await next.ended;
  expect(next.told.at(-1)).toBe('done');
});

it("ends for somebody else's and for one that is deleted", async () => {
  const { id: userId } = await insertUser(database.db);
  const stranger = await insertUser(database.db);
  const id = await queued(userId);
  const { db } = counted();
  const foreign = following(db, stranger.id, id);
  await foreign.ended;
  expect(foreign.told).toEqual([]);
  const own = following(db, userId, id);
  await expect.poll(() => own.told).toEqual(['queued']);
  await database.db
    .deleteFrom('monitors')
    .where('id', '=', monitorIds.get(id) ?? '')
    .execute();
  await own.ended;
});

it('tells a refresh of many to all who follow it, reading it once a change', async () => {
  const { id: userId } = await insertUser(database.db);
  const ids = await Promise.all(Array.from({ length: 5 }, () => queued(userId)));
  const items = ids.map((evaluationId) => ({
    monitorId: monitorIds.get(evaluationId) ?? '',
    evaluationId,
    refusal: null,
  }));
  const batchId = await database.db
    .transaction()
    .execute((trx) => insertRefreshBatch(trx, { userId, requestedAt: new Date(), items }));
  const { db, asked } = counted();
  const all = Array.from({ length: 50 }, async () => {
    let last = null;
    for await (const batch of followRefreshBatch({ db }, { userId, batchId })) last = batch;
    return last;
  });
  for (const id of ids) await move(id, 'done');
  const ended = await Promise.all(all);
  for (const batch of ended) {
    expect(batch?.endedAt).not.toBeNull();
    expect(batch?.items.map(({ evaluation }) => evaluation?.phase)).toEqual(Array(5).fill('done'));
  }
  expect(asked()).toBeLessThan(60);
});

it('ends with the error when the database is away for long', async () => {
  const { id: userId } = await insertUser(database.db);
  const id = await queued(userId);
  let away = false;
  const failing: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (away) throw new Error('The server is gone');
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const { told, ended } = following(database.db.withPlugin(failing), userId, id);
  await expect.poll(() => told).toEqual(['queued']);
  away = true;
  await expect(ended).rejects.toThrow('The server is gone');
});
