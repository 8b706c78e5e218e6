import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { createDb } from '@/db/client';
import { readStorage } from '@/flows/admin/read-storage';
import { useDatabase } from '@/test/database';
import { insertMonitor } from '@/test/factories';
import { listStorageDays, measureStorage, writeStorageDay } from './storage';

const database = useDatabase();
const NOW = new Date('2026-11-30T12:05:00Z');
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

beforeEach(() => database.db.deleteFrom('storageDays').execute());

async function factsWithPictures(count: number, extractedAt: Date) {
  const { id: monitorId } = await insertMonitor(database.db);
  for (let index = 0; index < count; index += 1)
    await database.db
      .insertInto('facts')
      .values({
        ...{ monitorId, evaluationId: randomUUID(), extractedAt, outcome: 'value', quote: '$1', sentence: 'No alert.' },
        ...{ source: 'https://shop.example.org/', processingTime: 5, changeType: 'stable', confidence: 1 },
        ...{ reader: 'offline', look: 'full', value: JSON.stringify({ type: 'number', number: '1', unit: 'USD' }) },
        ...{ crop: randomBytes(20_000), cropMediaType: 'image/webp' },
      })
      .execute();
}

it('tells tables with their months together, months alone, and what pictures take', async () => {
  const before = await measureStorage(database.db, NOW);
  await factsWithPictures(30, new Date('2026-11-20T00:00:00Z'));
  const after = await measureStorage(database.db, NOW);
  const facts = (of: typeof before) => of.tables.filter(({ name }) => name.startsWith('facts'));
  expect(facts(after).map(({ name }) => name)).toEqual(['facts']);
  expect(after.pictureBytes - before.pictureBytes).toBeGreaterThan(30 * 20_000);
  expect((facts(after)[0]?.longBytes ?? 0) - (facts(before)[0]?.longBytes ?? 0)).toBeGreaterThan(30 * 20_000);
  const month = (of: typeof before) => of.months.find(({ name }) => name === '2026-11')?.bytes ?? 0;
  expect(month(after) - month(before)).toBeGreaterThan(30 * 20_000);
  expect(after.months.map(({ name }) => name)).toEqual(
    after.months
      .map(({ name }) => name)
      .toSorted()
      .toReversed(),
  );
  expect(after.bytes).toBeGreaterThan(after.tables.reduce((sum, { bytes }) => sum + bytes, 0));
});

it("a day's sizes are written once by two processes at once, and not again that day", async () => {
  const other = createDb(database.connectionString, { max: 2 });
  try {
    const written = await Promise.all([writeStorageDay(database.db, NOW), writeStorageDay(other.db, NOW)]);
    const rows = await database.db.selectFrom('storageDays').selectAll().execute();
    expect(written[0] + written[1]).toBe(rows.length);
    expect(rows.map(({ part }) => part)).toEqual(expect.arrayContaining(['(all)', '(pictures)', 'facts', 'users']));
    expect(rows.map(({ part }) => part)).not.toContain('facts_2026_11');
    expect(await writeStorageDay(other.db, NOW)).toBe(0);
  } finally {
    await other.db.destroy();
  }
});

it('days that nobody measured are gaps; growth and the days that are left come of the others', async () => {
  const days = [0, 1, 2, 4, 5].map((ago) => ({ day: dayOf(daysAgo(ago)), part: '(all)', bytes: 1e9 - ago * 1e6 }));
  await database.db
    .insertInto('storageDays')
    .values([...days, { day: dayOf(daysAgo(7)), part: 'users', bytes: 1 }])
    .execute();
  const trend = await listStorageDays(database.db, { since: daysAgo(5), now: NOW });
  expect(trend.map(({ bytes }) => bytes)).toEqual([1e9 - 5e6, 1e9 - 4e6, null, 1e9 - 2e6, 1e9 - 1e6, 1e9]);
  const deps = { db: database.db, now: () => NOW };
  const { bytes, bytesPerDay, daysLeft, tables } = await readStorage(deps, 1e9);
  expect(bytesPerDay).toBeCloseTo(1e6);
  expect(daysLeft).toBe(Math.floor((1e9 - bytes) / (bytesPerDay ?? 0)));
  const users = tables.find(({ name }) => name === 'users');
  expect(users?.grewInWeek).toBe((users?.bytes ?? 0) - 1);
  expect(tables.find(({ name }) => name === 'monitors')?.grewInWeek).toBeNull();
  expect(await readStorage(deps, null)).toMatchObject({ limitBytes: null, daysLeft: null });
});
