import { expect, it } from 'vitest';
import type { FactValue } from '@/domain/value/value';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { insertFact } from '../facts';
import { listCards } from './cards';

const database = useDatabase();
const NOON = Date.UTC(2026, 10, 22, 12);
const at = (minute: number) => new Date(NOON + minute * 60_000);
const price = (number: string, unit = 'USD'): FactValue => ({ type: 'number', number, unit });

/** Stores what was read at these minutes after noon; a value that is not the one before is a change. */
async function read(monitorId: string, values: (FactValue | null)[], first = 0): Promise<void> {
  let from: FactValue | null = null;
  for (const [index, value] of values.entries()) {
    const stable = index > 0 && JSON.stringify(value) === JSON.stringify(from);
    const change = { changeAmount: stable ? null : '-33', changePercentage: stable ? null : '-10.58' };
    const turn = stable ? null : { from, to: value };
    await database.db.transaction().execute((trx) =>
      insertFact(trx, {
        ...{ monitorId, evaluationId: crypto.randomUUID(), extractedAt: at(first + index), value, ...change },
        ...{ outcome: value === null ? 'absent' : 'value', changeFromPrevious: turn, triggeredAlert: index === 1 },
        changeType: stable ? 'stable' : from === null ? 'new' : value === null ? 'removed' : 'decrease',
        ...{ source: 'https://shop.example.org/', processingTime: 5, confidence: 1, quote: `read at ${index}` },
        ...{ reader: 'recipe', look: 'full', sentence: 'So.', errors: [], box: null, locator: null },
        ...{ crop: null, picture: null },
      }),
    );
    from = value;
  }
}

async function cardAfter(values: (FactValue | null)[]) {
  const { id, userId } = await insertMonitor(database.db);
  await read(id, values);
  const [card] = await listCards(database.db, userId);
  return card;
}

it('a card tells the last change, not the last check', async () => {
  const card = await cardAfter([price('312'), price('279'), price('279')]);
  expect(card).toMatchObject({
    ...{ quote: 'read at 2', readAt: at(2), tags: [] },
    change: {
      ...{ at: at(1), isFirst: false, type: 'decrease', amount: '-33', percentage: '-10.58', alert: true },
      ...{ from: price('312'), to: price('279') },
    },
    line: [
      [at(0).getTime(), 312],
      [at(1).getTime(), 279],
      [at(2).getTime(), 279],
    ],
  });
});

it('tells a first value from one that came back', async () => {
  expect((await cardAfter([price('1'), price('1')]))?.change).toMatchObject({ at: at(0), isFirst: true });
  expect((await cardAfter([price('1'), null, price('1')]))?.change).toMatchObject({ at: at(2), isFirst: false });
  expect(await cardAfter([])).toMatchObject({ quote: null, readAt: null, change: null, line: [] });
});

it('draws yes and no, one unit only, and nothing of texts and lists', async () => {
  const bool = (boolean: boolean): FactValue => ({ type: 'boolean', boolean });
  expect((await cardAfter([bool(false), bool(true)]))?.line.map(([, value]) => value)).toEqual([0, 1]);
  expect((await cardAfter([price('300', 'EUR'), price('312')]))?.line.map(([, value]) => value)).toEqual([312]);
  expect((await cardAfter([{ type: 'object', items: ['a'] }]))?.line).toEqual([]);
  expect((await cardAfter([{ type: 'string', text: 'a', unit: null }]))?.line).toEqual([]);
});

it('no number that a page writes breaks the others', async () => {
  const card = await cardAfter([price(`1${'0'.repeat(400)}`), price('1'), price('2')]);
  expect(card?.line.map(([, value]) => value)).toEqual([1, 2]);
});

it('of many readings the extremes and the last stay, and few points are told', async () => {
  const values = Array.from({ length: 300 }, (_, index) => price(String(index === 200 ? 999 : 100 + (index % 3))));
  const card = await cardAfter(values);
  const drawn = card?.line ?? [];
  expect(drawn.length).toBeLessThanOrEqual(41);
  expect(drawn).toContainEqual([at(200).getTime(), 999]);
  expect(drawn.at(-1)).toEqual([at(299).getTime(), 102]);
  // The last 240 only.
  expect(drawn[0]?.[0]).toBeGreaterThanOrEqual(at(60).getTime());
  expect(drawn.map(([moment]) => moment)).toEqual(drawn.map(([moment]) => moment).sort((a, b) => a - b));
});

it('cards are those of one person, as they lie: never arranged first, newest first, without the deleted', async () => {
  const { id: userId } = await insertUser(database.db);
  const made = async (name: string, minute: number, given: { place?: number; deletedAt?: Date } = {}) =>
    (await insertMonitor(database.db, { userId, name, createdAt: at(minute), ...given })).id;
  const old = await made('old', 1);
  const second = await made('second', 2, { place: 2 });
  const first = await made('first', 3, { place: 1 });
  await made('gone', 4, { deletedAt: at(5) });
  const young = await made('young', 5);
  await insertMonitor(database.db);
  const cards = await listCards(database.db, userId);
  expect(cards.map(({ id }) => id)).toEqual([young, old, first, second]);
});
