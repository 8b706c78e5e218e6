import { beforeEach, describe, expect, it } from 'vitest';
import { countCharges } from '@/db/charges';
import { chargeDay } from '@/domain/limits';
import { type RefreshBatch, summarise } from '@/domain/refresh-batch';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser, interpretation } from '@/test/factories';
import { useRest } from '@/test/rest-client';
import { followRefreshBatch } from './follow-evaluation';
import { requestRefreshOfMany } from './request-refresh-of-many';

const database = useDatabase();
const rest = useRest(database);

const priceOf = (source: string, below = '300') =>
  interpretation({
    sources: [source],
    trigger: { kind: 'state', op: 'lt', value: { type: 'number', number: below, unit: 'USD' }, value2: null },
  });

function shop(source: string, price: string): void {
  rest.deps.scraper.pages.set(source, {
    html: `<html lang="en"><title>Kettles</title><body><main><h1>Kettle One</h1><p>Price: <b>${price}</b></p>
      <p>A kettle for people who like their tea hot and their kitchen quiet.</p></main></body></html>`,
  });
}

/** Every state that a follower is told, the last one ended. */
async function follow(userId: string, batch: RefreshBatch): Promise<RefreshBatch[]> {
  const told: RefreshBatch[] = [];
  for await (const state of followRefreshBatch(rest.deps, { userId, batchId: batch.id })) told.push(state);
  return told;
}

async function checkAll(userId: string): Promise<RefreshBatch> {
  const told = await follow(userId, await requestRefreshOfMany(rest.deps, { userId, monitorIds: null }));
  const ended = told.at(-1);
  if (!ended?.endedAt) throw new Error('It has not ended');
  return ended;
}

/** As if a minute had gone by. */
async function aMinuteLater(userId: string): Promise<void> {
  await database.db.updateTable('monitors').set({ lastManualRefresh: null }).where('userId', '=', userId).execute();
}

const used = (userId: string) => countCharges(database.db, userId, chargeDay(new Date()));
const factsOf = (userId: string) =>
  database.db
    .selectFrom('facts')
    .innerJoin('monitors', 'monitors.id', 'facts.monitorId')
    .select(['facts.id', 'facts.sentence', 'facts.triggeredAlert'])
    .where('monitors.userId', '=', userId)
    .execute();

beforeEach(() => {
  rest.deps.scraper.looks.length = 0;
  rest.deps.scraper.before = async () => undefined;
});

describe('a refresh of many, carried out', () => {
  it('reads one page once for ten monitors, each with its own reading, decision and charge', async () => {
    const source = 'https://shop.example.org/one-page';
    const { id: userId } = await insertUser(database.db);
    for (let below = 0; below < 10; below += 1) {
      await insertMonitor(database.db, { userId, interpretation: priceOf(source, String(275 + below * 5)) });
    }
    shop(source, '$301.00');
    const first = await checkAll(userId);
    // The cheap look finds out whether the next check can do without a browser: it too once for all.
    expect(rest.deps.scraper.looks).toEqual(['full', 'cheap']);
    expect(summarise(first.items)).toEqual({
      ...{ asked: 10, underWay: 0, checked: 10, changed: 0, alerts: 4, failed: [], refused: 0 },
    });
    expect(await factsOf(userId)).toHaveLength(10);
    expect(new Set((await factsOf(userId)).map(({ sentence }) => sentence)).size).toBe(10);
    expect(await used(userId)).toBe(10);

    await aMinuteLater(userId);
    rest.deps.scraper.looks.length = 0;
    await checkAll(userId);
    expect(rest.deps.scraper.looks).toEqual(['cheap']);

    await aMinuteLater(userId);
    shop(source, '$291.00');
    rest.deps.scraper.looks.length = 0;
    const third = await checkAll(userId);
    expect(rest.deps.scraper.looks).toEqual(['cheap', 'full']);
    expect(summarise(third.items)).toMatchObject({ checked: 10, changed: 10, alerts: 2 });
    expect(await used(userId)).toBe(30);
  });

  it('shares the look with others who wait for the same page, and with nobody else', async () => {
    const [source, elsewhere] = ['https://shop.example.org/shared', 'https://shop.example.org/elsewhere'];
    shop(source, '$310.00');
    shop(elsewhere, '$310.00');
    // Both workers are kept busy until everybody waits.
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const busy = ['https://shop.example.org/busy-1', 'https://shop.example.org/busy-2'];
    rest.deps.scraper.before = async ({ url }) => {
      if (busy.includes(url)) await gate;
    };
    const { id: keeper } = await insertUser(database.db);
    for (const url of busy) await insertMonitor(database.db, { userId: keeper, interpretation: priceOf(url) });
    const kept = await requestRefreshOfMany(rest.deps, { userId: keeper, monitorIds: null });
    await expect.poll(() => rest.deps.scraper.looks.length, { timeout: 10_000 }).toBe(2);
    const [ada, bob] = [(await insertUser(database.db)).id, (await insertUser(database.db)).id];
    for (const userId of [ada, ada, ada, bob]) {
      await insertMonitor(database.db, { userId, interpretation: priceOf(source) });
    }
    await insertMonitor(database.db, { userId: bob, interpretation: priceOf(elsewhere) });
    const batches = [];
    for (const userId of [ada, bob]) {
      batches.push({ userId, batch: await requestRefreshOfMany(rest.deps, { userId, monitorIds: null }) });
    }
    open();
    const ended = await Promise.all(batches.map(async ({ userId, batch }) => (await follow(userId, batch)).at(-1)));
    expect(ended.map((batch) => summarise(batch?.items ?? []).checked)).toEqual([3, 2]);
    await follow(keeper, kept);
    expect(rest.deps.scraper.looks.filter((look) => look === 'full')).toHaveLength(4);
    expect([await used(ada), await used(bob)]).toEqual([3, 2]);
  });

  it('tells every phase of every item, and a failure by its outcome with its charge given back', async () => {
    const [good, gone] = ['https://shop.example.org/good', 'https://shop.example.org/gone'];
    const { id: userId } = await insertUser(database.db);
    for (const source of [good, gone, gone])
      await insertMonitor(database.db, { userId, interpretation: priceOf(source) });
    shop(good, '$310.00');
    rest.deps.scraper.before = () => new Promise((resolve) => setTimeout(resolve, 700));
    const batch = await requestRefreshOfMany(rest.deps, { userId, monitorIds: null });
    const told = await follow(userId, batch);
    const phases = new Set(told.flatMap(({ items }) => items.map(({ evaluation }) => evaluation?.phase)));
    expect(phases).toContain('loading');
    expect(phases).toContain('done');
    expect(told.slice(0, -1).every(({ endedAt }) => endedAt === null)).toBe(true);
    const ended = told.at(-1);
    expect(summarise(ended?.items ?? [])).toMatchObject({
      checked: 1,
      failed: [{ outcome: 'unavailable', count: 2 }],
    });
    expect(rest.deps.scraper.looks.filter((look) => look === 'full')).toHaveLength(2);
    expect(await used(userId)).toBe(1);
  });

  it('lets one that lost its lease go without harm to the others', async () => {
    const source = 'https://shop.example.org/lost';
    const { id: userId } = await insertUser(database.db);
    const monitors = [];
    for (let count = 0; count < 3; count += 1) {
      monitors.push(await insertMonitor(database.db, { userId, interpretation: priceOf(source) }));
    }
    shop(source, '$283.00');
    const lost = monitors[1]?.id ?? '';
    rest.deps.scraper.before = async () => {
      await database.db
        .updateTable('evaluations')
        .set({ phase: 'done', outcome: 'internal', leaseToken: null, leaseExpiresAt: null, finishedAt: new Date() })
        .where('monitorId', '=', lost)
        .where('phase', '<>', 'done')
        .execute();
    };
    const ended = await checkAll(userId);
    expect(summarise(ended.items)).toMatchObject({
      checked: 2,
      alerts: 2,
      failed: [{ outcome: 'internal', count: 1 }],
    });
    expect(await factsOf(userId)).toHaveLength(2);
  });
});
