import { expect, test } from 'vitest';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { insertFact } from './facts';
import { findMonitorInDetail } from './monitor-in-detail';

const database = useDatabase();
const NOW = new Date('2026-11-22T12:00:00.250Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

async function monitorWithFacts(createdDaysAgo: number, factsDaysAgo: number[]) {
  const user = await insertUser(database.db);
  const monitor = await insertMonitor(database.db, { userId: user.id });
  await database.db
    .updateTable('monitors')
    .set({ createdAt: daysAgo(createdDaysAgo) })
    .where('id', '=', monitor.id)
    .execute();
  for (const days of factsDaysAgo) await insertFactOf(monitor.id, daysAgo(days), days);
  return { userId: user.id, id: monitor.id };
}

function insertFactOf(monitorId: string, extractedAt: Date, value: number): Promise<string> {
  return database.db.transaction().execute((trx) =>
    insertFact(trx, {
      monitorId,
      evaluationId: crypto.randomUUID(),
      extractedAt,
      outcome: 'value',
      value: { type: 'number', number: String(value), unit: 'USD' },
      source: 'https://shop.example.org/kettle',
      processingTime: 1,
      triggeredAlert: value === 1,
      changeType: 'stable',
      changeAmount: null,
      changePercentage: null,
      changeFromPrevious: null,
      confidence: 1,
      errors: [],
      quote: `$${value}`,
      box: null,
      locator: null,
      crop: null,
      picture: null,
      reader: 'recipe',
      look: 'full',
      sentence: 'It is so.',
    }),
  );
}

const shown = (found: Awaited<ReturnType<typeof findMonitorInDetail>>) =>
  found?.facts.map(({ value }) => (value?.type === 'number' ? Number(value.number) : null));

test('its latest facts, however old, newest first and no more than asked for', async () => {
  const which = await monitorWithFacts(500, [1, 40, 91, 93, 200, 400]);
  expect(shown(await findMonitorInDetail(database.db, which, { limit: 50, now: NOW }))).toEqual([
    1, 40, 91, 93, 200, 400,
  ]);
  expect(shown(await findMonitorInDetail(database.db, which, { limit: 4, now: NOW }))).toEqual([1, 40, 91, 93]);
  expect(shown(await findMonitorInDetail(database.db, which, { limit: 2, now: NOW }))).toEqual([1, 40]);
});

test('a fact is told with its time as ISO 8601 in UTC', async () => {
  const which = await monitorWithFacts(10, [1]);
  const found = await findMonitorInDetail(database.db, which, { limit: 50, now: NOW });
  expect(found?.facts).toEqual([
    {
      id: expect.any(String),
      value: { type: 'number', number: '1', unit: 'USD' },
      source: 'https://shop.example.org/kettle',
      errors: [],
      alert: true,
      at: '2026-11-21T12:00:00.250Z',
      ...{ change: 'stable', amount: null, percentage: null },
      ...{ quote: '$1', confidence: 1, took: 1, outcome: 'value', sentence: 'It is so.', pictured: false },
    },
  ]);
  expect(found).toMatchObject({ id: which.id, notifications: [] });
});

test("somebody else's is as if it were not there", async () => {
  const which = await monitorWithFacts(10, [1]);
  const other = await insertUser(database.db);
  expect(await findMonitorInDetail(database.db, { ...which, userId: other.id }, { limit: 50, now: NOW })).toBeNull();
});
