import { describe, expect, it } from 'vitest';
import { useDatabase } from '@/test/database';
import { insertMonitor } from '@/test/factories';
import { findRowDetails, listHistory, listTurns } from './history';
import { listHistoryLines } from './history-lines';

const database = useDatabase();
const AT = new Date('2026-11-22T12:00:00Z');
const minute = (at: number) => new Date(AT.getTime() + at * 60_000);

async function fact(monitorId: string, at: number, other: Record<string, unknown> = {}): Promise<string> {
  const { id } = await database.db
    .insertInto('facts')
    .values({
      ...{ monitorId, evaluationId: crypto.randomUUID(), extractedAt: minute(at), outcome: 'value' },
      value: JSON.stringify({ type: 'string', text: `t${at}`, unit: null }),
      ...{ source: 'https://shop.example.org/', processingTime: 5, changeType: 'stable', confidence: 1 },
      ...{ quote: `t${at}`, reader: 'recipe', look: 'full', sentence: 'It is so.' },
      ...other,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function failed({ id: monitorId, userId }: { id: string; userId: string }, at: number, other = {}) {
  const { id } = await database.db
    .insertInto('evaluations')
    .values({
      ...{ monitorId, userId, phase: 'done', chargeDay: '2026-11-22', finishedAt: minute(at), outcome: 'fact_missing' },
      sentence: 'No alert: the page does not show it.',
      ...other,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const said = (rows: Awaited<ReturnType<typeof listHistory>>) =>
  rows.map((row) => ('fact' in row ? row.fact.quote : row.failed.outcome));

describe('a history', () => {
  it('is what was read and what failed, newest first, page by page', async () => {
    const monitor = await insertMonitor(database.db);
    for (const at of [1, 2, 4, 6]) await fact(monitor.id, at);
    await failed(monitor, 3);
    await failed(monitor, 5);
    // What was read is there by its fact; what goes on is no row yet.
    await failed(monitor, 7, { outcome: 'value' });
    await failed(monitor, 8, { outcome: null, phase: 'queued', finishedAt: null });
    const all = ['t6', 'fact_missing', 't4', 'fact_missing', 't2', 't1'];
    expect(said(await listHistory(database.db, monitor.id, { limit: 50 }))).toEqual(all);
    const pages: string[] = [];
    let before: { at: Date; id: string } | undefined;
    for (let page = 0; page < 3; page += 1) {
      const rows = await listHistory(database.db, monitor.id, { limit: 2, before });
      pages.push(...said(rows));
      before = rows.at(-1);
    }
    expect(pages).toEqual(all);
  });

  it('loses no row of the same moment', async () => {
    const monitor = await insertMonitor(database.db);
    for (let count = 0; count < 3; count += 1) {
      await fact(monitor.id, 1);
      await failed(monitor, 1);
    }
    const ids = new Set<string>();
    let before: { at: Date; id: string } | undefined;
    for (let page = 0; page < 6; page += 1) {
      const [row] = await listHistory(database.db, monitor.id, { limit: 1, before });
      before = row;
      if (row) ids.add(row.id);
    }
    expect(ids.size).toBe(6);
  });

  it('opens what was refused and where it is found, and nothing of another monitor', async () => {
    const [monitor, other] = [await insertMonitor(database.db), await insertMonitor(database.db)];
    const refused = [{ quote: 'was $399', value: null, reason: 'struck through' }];
    const locator = { kind: 'json', path: '$.price' };
    const given = { refused: JSON.stringify(refused), locator: JSON.stringify(locator) };
    const row = { id: await fact(monitor.id, 1, given), at: minute(1) };
    expect(await findRowDetails(database.db, monitor.id, row)).toEqual({ refused, locator });
    expect(await findRowDetails(database.db, other.id, row)).toBeNull();
    const failure = { id: await failed(monitor, 2, { refused: JSON.stringify(refused) }), at: minute(2) };
    expect(await findRowDetails(database.db, monitor.id, failure)).toEqual({ refused, locator: null });
    const odd = { id: await fact(monitor.id, 3, { refused: '{"no":"list"}' }), at: minute(3) };
    expect(await findRowDetails(database.db, monitor.id, odd)).toEqual({ refused: [], locator: null });
  });

  it('tells where the value became another one, and what stood when that begins', async () => {
    const monitor = await insertMonitor(database.db);
    await fact(monitor.id, 1, { changeType: 'new' });
    await fact(monitor.id, 2);
    await fact(monitor.id, 10, { changeType: 'new', triggeredAlert: true });
    await fact(monitor.id, 12, { changeType: 'removed', outcome: 'absent', value: null });
    const turns = await listTurns(database.db, monitor.id, { from: minute(5), until: minute(60) }, 10);
    expect(turns.map(({ quote, alert, value }) => [quote, alert, value === null])).toEqual([
      ['t12', false, true],
      ['t10', true, false],
      ['t1', false, false],
    ]);
  });

  it('is written with its failures, oldest first', async () => {
    const monitor = await insertMonitor(database.db);
    await fact(monitor.id, 3);
    await failed(monitor, 2, { source: 'https://shop.example.org/' });
    await fact(monitor.id, 1);
    const lines = await listHistoryLines(database.db, monitor.id, { from: minute(0), until: minute(9) }, 100);
    expect(lines.map(({ outcome, source }) => [outcome, source])).toEqual([
      ['value', 'https://shop.example.org/'],
      ['fact_missing', 'https://shop.example.org/'],
      ['value', 'https://shop.example.org/'],
    ]);
  });
});
