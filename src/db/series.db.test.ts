import { describe, expect, it } from 'vitest';
import { RANGES } from '@/domain/series';
import { useDatabase } from '@/test/database';
import { insertMonitor } from '@/test/factories';
import { readSeries } from './series';

const database = useDatabase();
const NOW = new Date('2026-11-22T12:30:00Z');
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const HOUR = 3_600_000;
const lastly = (range: keyof typeof RANGES) => ({ from: ago(RANGES[range]), until: NOW });

interface Given {
  at: Date;
  number?: string | null;
  unit?: string | null;
  alert?: boolean;
  changeType?: 'stable' | 'removed' | 'increase';
}

async function read(monitorId: string, facts: Given[]): Promise<void> {
  await database.db
    .insertInto('facts')
    .values(
      facts.map(({ at, number = '1', unit = 'USD', alert = false, changeType = 'stable' }) => ({
        ...{ monitorId, evaluationId: crypto.randomUUID(), extractedAt: at, changeType, triggeredAlert: alert },
        outcome: number === null ? ('absent' as const) : ('value' as const),
        value: number === null ? null : JSON.stringify({ type: 'number', number, unit }),
        ...{ source: 'https://shop.example.org/', processingTime: 5, confidence: 1, quote: 'x' },
        ...{ reader: 'recipe' as const, look: 'full' as const, sentence: 'It is so.' },
      })),
    )
    .execute();
}

const valuesOf = async (id: string, range: keyof typeof RANGES) =>
  (await readSeries(database.db, id, lastly(range)))?.points.map(({ value }) => value);

describe('the numbers of a chart', () => {
  it('are every reading where they are few, in their order, with the one before', async () => {
    const { id } = await insertMonitor(database.db);
    await read(id, [
      { at: ago(30 * HOUR), number: '312' },
      { at: ago(2 * HOUR), number: '279.50', alert: true },
      { at: ago(HOUR), number: '-3' },
    ]);
    const series = await readSeries(database.db, id, lastly('24h'));
    expect(series).toMatchObject({
      ...{ unit: 'USD', count: 2, before: { at: ago(30 * HOUR).getTime(), value: '312' } },
      points: [
        { at: ago(2 * HOUR).getTime(), value: '279.50' },
        { at: ago(HOUR).getTime(), value: '-3' },
      ],
      alerts: [{ at: ago(2 * HOUR).getTime(), value: '279.50', count: 1 }],
    });
    expect(await valuesOf(id, '30d')).toEqual(['312', '279.50', '-3']);
  });

  it('keep each spike where they are put together, also when they come out of order', async () => {
    const { id } = await insertMonitor(database.db);
    const hour = new Date('2026-10-05T09:00:00Z').getTime();
    const numbers = ['20', '10', '999', '21', '22'];
    const facts = numbers.map((number, minute) => ({
      at: new Date(hour + minute * 60_000),
      number,
      alert: minute < 3,
    }));
    await read(id, [...facts].reverse());
    const series = await readSeries(database.db, id, lastly('90d'));
    expect(series?.points).toEqual([
      { at: hour + 60_000, value: '10' },
      { at: hour + 120_000, value: '999' },
      { at: hour + 240_000, value: '22' },
    ]);
    expect(series?.alerts).toEqual([{ at: hour + 120_000, value: '999', count: 3 }]);
    expect(series?.count).toBe(5);
  });

  it('are of one unit, that of the latest', async () => {
    const { id } = await insertMonitor(database.db);
    await read(id, [
      { at: ago(50 * HOUR), number: '1', unit: 'EUR' },
      { at: ago(40 * HOUR), number: '2', unit: null },
      { at: ago(40 * HOUR), number: '3' },
    ]);
    expect(await valuesOf(id, '7d')).toEqual(['3']);
  });

  it('tell where nothing could be read, or nothing was there', async () => {
    const { id, userId } = await insertMonitor(database.db);
    await read(id, [{ at: ago(5 * HOUR) }, { at: ago(3 * HOUR), number: null, changeType: 'removed' }]);
    const failed = { monitorId: id, userId, phase: 'done' as const, chargeDay: '2026-11-22' };
    const ends = [ago(2 * HOUR), ago(2 * HOUR - 1_000), ago(400 * 24 * HOUR)];
    await database.db
      .insertInto('evaluations')
      .values(ends.map((finishedAt) => ({ ...failed, finishedAt, outcome: 'blocked' as const })))
      .execute();
    const series = await readSeries(database.db, id, lastly('30d'));
    expect(series?.absences).toEqual([ago(3 * HOUR).getTime()]);
    expect(series?.failures).toEqual([
      { at: ago(2 * HOUR).getTime(), last: ago(2 * HOUR - 1_000).getTime(), count: 2, outcome: 'blocked' },
    ]);
  });
});
