import { describe, expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { useDatabase } from '@/test/database';
import { insertMonitor } from '@/test/factories';
import { useRest } from '@/test/rest-client';

const database = useDatabase();
const rest = useRest(database);

describe('pages of a list', () => {
  it('give every fact and evaluation once', async () => {
    const monitor = await insertMonitor(database.db);
    const token = await openBearerSession(monitor.userId, { userAgent: null, ip: null });
    const at = (n: number) => new Date(Date.UTC(2026, 10, 1, 0, 0, Math.floor(n / 2)));
    for (let n = 0; n < 5; n += 1) {
      await database.db
        .insertInto('facts')
        .values({
          monitorId: monitor.id,
          evaluationId: crypto.randomUUID(),
          extractedAt: at(n),
          outcome: 'value',
          value: JSON.stringify({ type: 'number', number: String(n), unit: null }),
          source: 'https://shop.example.org/kettle-one',
          processingTime: 1,
          changeType: 'stable',
          confidence: 1,
          quote: String(n),
          reader: 'offline',
          look: 'cheap',
          sentence: '',
        })
        .execute();
      await database.db
        .insertInto('evaluations')
        .values({
          monitorId: monitor.id,
          userId: monitor.userId,
          phase: 'done',
          outcome: 'value',
          chargeDay: '2026-11-01',
          requestedAt: at(n),
          finishedAt: at(n),
        })
        .execute();
    }
    for (const list of ['history', 'evaluations']) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const path = `/api/monitors/${monitor.id}/${list}?limit=2${cursor && `&cursor=${cursor}`}`;
        const page = await (await rest.send('GET', path, { token })).json();
        seen.push(...page[list].map((entry: { id: string }) => entry.id));
        cursor = page.nextCursor ?? '';
      } while (cursor);
      expect([list, new Set(seen).size, seen.length]).toEqual([list, 5, 5]);
    }
    const bad = await rest.send('GET', `/api/monitors/${monitor.id}/history?cursor=x`, { token });
    expect((await bad.json()).error.fields).toHaveProperty('cursor');
  });
});
