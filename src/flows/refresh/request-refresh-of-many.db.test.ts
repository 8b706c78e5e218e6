import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countCharges } from '@/db/charges';
import { updateMonitor } from '@/db/monitors';
import { findRefreshBatch } from '@/db/refresh-batches';
import { chargeDay } from '@/domain/limits';
import { summarise } from '@/domain/refresh-batch';
import { createEvaluationQueue, type EvaluationQueue } from '@/queue/evaluation-queue';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser, interpretation } from '@/test/factories';
import { requestRefresh } from './request-refresh';
import { requestRefreshOfMany } from './request-refresh-of-many';

const database = useDatabase();
let queue: EvaluationQueue;

beforeAll(async () => {
  queue = createEvaluationQueue({
    connectionString: database.connectionString,
    expireSeconds: 60,
    resident: false,
    onError: (error) => {
      throw error;
    },
  });
  await queue.start();
});
afterAll(() => queue.stop());

const NOW = new Date('2026-11-22T12:00:00Z');
const DAY = chargeDay(NOW);
const at = (now: Date) => ({
  db: database.db,
  queue,
  now: () => now,
  settings: {
    appUrl: 'https://monitors.example.org',
    refreshIntervalMs: 60_000,
    refreshesPerDay: 50,
    evaluationDeadlineMs: 1_000,
    leaseMs: 1_000,
    confirmEmailMs: 0,
  },
});

/** A person with so many monitors, the first one newest. */
async function personWith(count: number): Promise<{ userId: string; ids: string[] }> {
  const { id: userId } = await insertUser(database.db);
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const sources = [`https://shop.example.org/${userId}/${index}`];
    const createdAt = new Date(NOW.getTime() - index * 1_000);
    ids.push((await insertMonitor(database.db, { userId, createdAt, interpretation: interpretation({ sources }) })).id);
  }
  return { userId, ids };
}

const used = (userId: string) => countCharges(database.db, userId, DAY);

async function evaluationsOf(userId: string) {
  return database.db.selectFrom('evaluations').selectAll().where('userId', '=', userId).execute();
}

/** Ends what is queued, in the order in which the queue gives it out; returns the monitors in that order. */
async function drainedMonitors(): Promise<string[]> {
  const order: string[] = [];
  await queue.drain(20_000, async (id) => {
    const ended = await database.db
      .updateTable('evaluations')
      .set({ phase: 'done', outcome: 'value', sentence: 'No alert.', finishedAt: NOW })
      .where('id', '=', id)
      .where('phase', '=', 'queued')
      .returning('monitorId')
      .executeTakeFirst();
    if (ended) order.push(ended.monitorId);
  });
  return order;
}

describe('a refresh of many', () => {
  it('asks for every active monitor, newest first, with one evaluation and one charge each', async () => {
    const { userId, ids } = await personWith(4);
    await database.db
      .updateTable('monitors')
      .set({ isActive: false })
      .where('id', '=', ids[1] ?? '')
      .execute();
    const batch = await requestRefreshOfMany(at(NOW), { userId, monitorIds: null });
    expect(batch.items.map(({ monitorId }) => monitorId)).toEqual([ids[0], ids[2], ids[3]]);
    expect(batch.items.every(({ evaluation }) => evaluation?.phase === 'queued')).toBe(true);
    expect(batch.endedAt).toBeNull();
    expect(await used(userId)).toBe(3);
    expect(await drainedMonitors()).toEqual([ids[0], ids[2], ids[3]]);
    const ended = await findRefreshBatch(database.db, userId, batch.id);
    expect(ended?.endedAt).toEqual(NOW);
    expect(summarise(ended?.items ?? [])).toMatchObject({ asked: 3, checked: 3, underWay: 0, refused: 0 });
  });

  it('folds a monitor that is named twice, also in other letters', async () => {
    const { userId, ids } = await personWith(2);
    const [first = '', second = ''] = ids;
    const monitorIds = [second, first, second.toUpperCase(), first];
    const batch = await requestRefreshOfMany(at(NOW), { userId, monitorIds });
    expect(batch.items.map(({ monitorId }) => monitorId)).toEqual([second, first]);
    expect(await used(userId)).toBe(2);
    await drainedMonitors();
  });

  it('tells by item why it was refused, and checks the others', async () => {
    const { userId, ids } = await personWith(4);
    const [soon = '', paused = '', nowhere = '', good = ''] = ids;
    const before = new Date(NOW.getTime() - 20_000);
    await database.db.updateTable('monitors').set({ lastManualRefresh: before }).where('id', '=', soon).execute();
    await database.db.updateTable('monitors').set({ isActive: false }).where('id', '=', paused).execute();
    await database.db
      .updateTable('monitors')
      .set({ interpretation: JSON.stringify(interpretation({ sources: [] })), sourceUrl: null })
      .where('id', '=', nowhere)
      .execute();
    const { items } = await requestRefreshOfMany(at(NOW), { userId, monitorIds: ids });
    expect(items.map(({ refusal }) => refusal?.reason ?? null)).toEqual([
      'refresh_too_soon',
      'monitor_paused',
      'monitor_without_source',
      null,
    ]);
    expect(items[0]?.refusal?.sentence).toContain('40 s');
    expect(items[1]?.refusal?.sentence).toContain('Resume');
    expect(await used(userId)).toBe(1);
    expect(await drainedMonitors()).toEqual([good]);
  });

  it("is not there for somebody else's monitor, and then nothing is asked for", async () => {
    const { userId, ids } = await personWith(2);
    const other = await insertMonitor(database.db);
    const monitorIds = [...ids, other.id];
    await expect(requestRefreshOfMany(at(NOW), { userId, monitorIds })).rejects.toMatchObject({ code: 'not_found' });
    expect(await evaluationsOf(userId)).toEqual([]);
    expect(await used(userId)).toBe(0);
  });

  it('says what to do where there is nothing to refresh', async () => {
    const { id: userId } = await insertUser(database.db);
    const nothing = { code: 'conflict', reason: 'nothing_to_refresh' };
    await expect(requestRefreshOfMany(at(NOW), { userId, monitorIds: null })).rejects.toMatchObject(nothing);
    await expect(requestRefreshOfMany(at(NOW), { userId, monitorIds: [] })).rejects.toMatchObject(nothing);
  });
});

describe('requests at the same time', () => {
  it('give each monitor one evaluation and one charge, and all presses the same refresh', async () => {
    const { userId } = await personWith(10);
    const all = await Promise.all(
      Array.from({ length: 12 }, () => requestRefreshOfMany(at(NOW), { userId, monitorIds: null })),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await evaluationsOf(userId)).toHaveLength(10);
    expect(await used(userId)).toBe(10);
    await drainedMonitors();
  });

  it('accept exactly one when 49 of 50 are used, and tell the rest', async () => {
    const { userId } = await personWith(10);
    await database.db.insertInto('refreshCharges').values({ userId, day: DAY, used: 49 }).execute();
    const all = await Promise.all([1, 2].map(() => requestRefreshOfMany(at(NOW), { userId, monitorIds: null })));
    expect(await evaluationsOf(userId)).toHaveLength(1);
    expect(await used(userId)).toBe(50);
    for (const { items } of all) {
      const refused = items.flatMap(({ refusal }) => (refusal ? [refusal] : []));
      expect(refused).toHaveLength(9);
      expect(new Set(refused.map(({ reason }) => reason))).toEqual(new Set(['daily_refreshes_spent']));
      expect(refused[0]?.sentence).toContain('midnight UTC');
    }
    await drainedMonitors();
  });

  it('neither lose nor double anything among clicks, changes and refreshes of many', async () => {
    const { userId, ids } = await personWith(10);
    const acts = Array.from({ length: 60 }, (_, index) => {
      const monitorId = ids[(index * 7) % 10] ?? '';
      if (index % 3 === 0) return requestRefreshOfMany(at(NOW), { userId, monitorIds: [...ids].reverse() });
      if (index % 3 === 1) return requestRefresh(at(NOW), { userId, monitorId });
      return updateMonitor(database.db, userId, monitorId, { name: `Name ${index}` }, NOW);
    });
    await Promise.all(acts);
    expect(await evaluationsOf(userId)).toHaveLength(10);
    expect(await used(userId)).toBe(10);
    await drainedMonitors();
  });
});

describe('the order of the queue', () => {
  it("puts one person's tenth behind another's first, and a click before both", async () => {
    const [ada, bob, eve] = [await personWith(10), await personWith(3), await personWith(1)];
    await requestRefreshOfMany(at(NOW), { userId: ada.userId, monitorIds: null });
    await requestRefreshOfMany(at(NOW), { userId: bob.userId, monitorIds: null });
    await requestRefresh(at(NOW), { userId: eve.userId, monitorId: eve.ids[0] ?? '' });
    const order = await drainedMonitors();
    expect(order).toEqual([
      eve.ids[0],
      ...[0, 1, 2].flatMap((turn) => [ada.ids[turn], bob.ids[turn]]),
      ...ada.ids.slice(3),
    ]);
  });

  it('brings a waiting one forward when its own button is pressed, without a second charge', async () => {
    const { userId, ids } = await personWith(5);
    const batch = await requestRefreshOfMany(at(NOW), { userId, monitorIds: null });
    const last = ids[4] ?? '';
    const hurried = await requestRefresh(at(NOW), { userId, monitorId: last });
    expect(hurried.id).toBe(batch.items[4]?.evaluation?.id);
    await requestRefresh(at(NOW), { userId, monitorId: last });
    expect(await used(userId)).toBe(5);
    expect(await drainedMonitors()).toEqual([last, ...ids.slice(0, 4)]);
  });

  it("begins a person's second refresh of many where the first one ends", async () => {
    const [ada, bob] = [await personWith(4), await personWith(1)];
    await requestRefreshOfMany(at(NOW), { userId: ada.userId, monitorIds: ada.ids.slice(0, 2) });
    await requestRefreshOfMany(at(NOW), { userId: ada.userId, monitorIds: ada.ids.slice(2) });
    await requestRefreshOfMany(at(NOW), { userId: bob.userId, monitorIds: bob.ids });
    expect(await drainedMonitors()).toEqual([ada.ids[0], bob.ids[0], ...ada.ids.slice(1)]);
  });
});
