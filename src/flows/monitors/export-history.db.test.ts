import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { useDatabase } from '@/test/database';
import { insertMonitor } from '@/test/factories';
import { exportHistory } from './export-history';

const database = useDatabase();
const NOW = new Date('2026-11-22T12:00:00Z');
const deps = () => ({ db: database.db, now: () => NOW });

async function read(monitorId: string, value: unknown, quote: string): Promise<void> {
  await database.db
    .insertInto('facts')
    .values({
      ...{
        monitorId,
        evaluationId: crypto.randomUUID(),
        extractedAt: new Date(NOW.getTime() - 60_000),
        outcome: 'value',
      },
      ...{ value: JSON.stringify(value), source: 'https://shop.example.org/', processingTime: 5, changeType: 'stable' },
      ...{ confidence: 1, quote, reader: 'recipe', look: 'full', sentence: 'No alert: so.' },
    })
    .execute();
}

it('is a file that a program reads back, in which no cell is a formula', async () => {
  const { id: monitorId, userId } = await insertMonitor(database.db, { name: 'Kettle' });
  await read(monitorId, { type: 'number', number: '-4.5', unit: '°C' }, '=HYPERLINK("http://evil.example")');
  await read(monitorId, { type: 'object', items: ['+1', 'two, "quoted"'] }, '@SUM(A1)');
  const file = await exportHistory(deps(), { userId, monitorId, window: '24h' });
  const { data } = Papa.parse<Record<string, string>>(file?.csv ?? '', { header: true });
  const cells = data.flatMap((row) => [row.value, row.quote]);
  expect(cells).toContain('-4.5');
  expect(cells).toContain('\'=HYPERLINK("http://evil.example")');
  expect(cells).toContain("'@SUM(A1)");
  expect(cells).toContain('\'+1\ntwo, "quoted"');
  expect(data[0]).toMatchObject({ time: '2026-11-22T11:59:00.000Z', alert: 'no', decision: 'No alert: so.' });
});

it('is its owner’s only, and of the time that was asked for', async () => {
  const { id: monitorId, userId } = await insertMonitor(database.db);
  const { userId: stranger } = await insertMonitor(database.db);
  await read(monitorId, { type: 'number', number: '1', unit: null }, '1');
  expect(await exportHistory(deps(), { userId: stranger, monitorId, window: '24h' })).toBeNull();
  const window = { from: new Date(0), until: new Date(1) };
  expect((await exportHistory(deps(), { userId, monitorId, window }))?.csv.trim().split('\n')).toHaveLength(1);
});
