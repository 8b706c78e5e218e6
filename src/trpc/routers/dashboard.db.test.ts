import { expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { insertFact } from '@/db/facts';
import { LIMITS } from '@/domain/limits';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';
import { createContext } from '../init';
import { createCaller } from '../root';

const database = useDatabase();
const rest = useRest(database);

/** A person with so many monitors, and the procedures as they call them. */
async function withMonitors(count: number) {
  const { id: userId } = await insertUser(database.db);
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) ids.push((await insertMonitor(database.db, { userId })).id);
  const token = await openBearerSession(userId, { userAgent: null, ip: null });
  const headers = new Headers({ authorization: `Bearer ${token}` });
  const { dashboard, monitors } = createCaller(await createContext(headers, rest.surroundings));
  const order = async () => (await dashboard.cards()).map(({ id }) => id);
  const tags = async () => Object.fromEntries((await dashboard.cards()).map((card) => [card.id, card.tags]));
  return { userId, ids: ids as [string, string, ...string[]], dashboard, monitors, order, tags };
}

it('monitors lie in the order in which their person puts them, and a new one before them', async () => {
  const { userId, ids, dashboard, order } = await withMonitors(3);
  const [one, two, three] = ids as unknown as [string, string, string];
  await dashboard.arrange({ monitorIds: [two, three.toUpperCase(), one] });
  expect(await order()).toEqual([two, three, one]);
  const { id: young } = await insertMonitor(database.db, { userId });
  expect(await order()).toEqual([young, two, three, one]);
});

it('arranging and tagging change nothing that programs see', async () => {
  const { ids, dashboard, monitors } = await withMonitors(2);
  const before = await monitors.list();
  await dashboard.arrange({ monitorIds: [...ids].reverse() });
  await dashboard.tag({ monitorIds: ids, add: 'home' });
  expect(await monitors.list()).toEqual(before);
});

it('somebody else’s monitor is as if it were not there, and nothing of the rest is done', async () => {
  const mine = await withMonitors(2);
  const other = await withMonitors(1);
  const both = [mine.ids[1], mine.ids[0], other.ids[0]];
  const before = await mine.order();
  await expect(mine.dashboard.arrange({ monitorIds: both })).rejects.toThrow('There is no such monitor.');
  await expect(mine.dashboard.tag({ monitorIds: both, add: 'x' })).rejects.toThrow('There is no such monitor.');
  expect(await mine.order()).toEqual(before);
  expect(await mine.tags()).toEqual({ [mine.ids[0]]: [], [mine.ids[1]]: [] });
  expect(await other.tags()).toEqual({ [other.ids[0]]: [] });
});

it('tags are put on several at once, and taken away however they are written', async () => {
  const { ids, dashboard, tags } = await withMonitors(2);
  await dashboard.tag({ monitorIds: [ids[0]], add: 'Home' });
  await dashboard.tag({ monitorIds: ids, add: ' #home ' });
  expect(await tags()).toEqual({ [ids[0]]: ['Home'], [ids[1]]: ['home'] });
  expect(await dashboard.tag({ monitorIds: [ids[0]], remove: 'HOME' })).toEqual([{ id: ids[0], tags: [] }]);
});

it('a tag too many, too long or empty is refused, and none is changed', async () => {
  const { ids, dashboard, tags } = await withMonitors(2);
  const all = Array.from({ length: LIMITS.tagsPerMonitor }, (_, at) => `tag ${at}`);
  for (const add of all) await dashboard.tag({ monitorIds: [ids[0]], add });
  await expect(dashboard.tag({ monitorIds: ids, add: 'more' })).rejects.toThrow(/tags at most/);
  await expect(dashboard.tag({ monitorIds: ids, add: 'x'.repeat(LIMITS.tagMax + 1) })).rejects.toThrow();
  await expect(dashboard.tag({ monitorIds: ids, add: ' ' })).rejects.toThrow();
  await expect(dashboard.tag({ monitorIds: ids })).rejects.toThrow();
  expect(await tags()).toEqual({ [ids[0]]: all, [ids[1]]: [] });
});

it('a card tells what changed in a long text, in a few words', async () => {
  const { ids, dashboard } = await withMonitors(1);
  const text = (state: string) => ({
    ...{ type: 'string' as const, unit: null },
    text: `${'The library is open every day. '.repeat(20)}The reading room is ${state} today.`,
  });
  await database.db.transaction().execute((trx) =>
    insertFact(trx, {
      ...{ monitorId: ids[0], evaluationId: crypto.randomUUID(), extractedAt: new Date(), value: text('closed') },
      ...{ outcome: 'value', changeFromPrevious: { from: text('open'), to: text('closed') }, triggeredAlert: true },
      ...{ changeType: 'new', changeAmount: null, changePercentage: null, source: 'https://library.example.org/' },
      ...{ processingTime: 5, confidence: 1, quote: 'closed', reader: 'recipe', look: 'full', sentence: 'So.' },
      ...{ errors: [], box: null, locator: null, crop: null, picture: null },
    }),
  );
  const [card] = await dashboard.cards();
  const { difference } = card?.change ?? {};
  expect(difference).toMatchObject({ kind: 'text' });
  const parts = difference?.kind === 'text' ? difference.parts : [];
  expect(parts.filter(({ kind }) => kind !== 'same').map(({ text: words }) => words.trim())).toEqual([
    'open',
    'closed',
  ]);
  expect(JSON.stringify(parts).length).toBeLessThan(400);
});
