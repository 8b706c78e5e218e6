import { pino } from 'pino';
import { expect, it } from 'vitest';
import { listActs } from '@/db/audit';
import { insertFact, listFacts } from '@/db/facts';
import { findMonitorById } from '@/db/monitors';
import { useDatabase } from '@/test/database';
import { insertMonitor } from '@/test/factories';
import { enforceRetention } from './enforce-retention';

const database = useDatabase();
const NOW = new Date('2026-11-22T12:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

it('removes facts, evaluations, mails and usage after 365 days and nothing younger', async () => {
  const { db } = database;
  const monitor = await insertMonitor(db);
  for (const days of [1, 364, 366, 390]) {
    const at = daysAgo(days);
    const evaluation = await db
      .insertInto('evaluations')
      .values({
        monitorId: monitor.id,
        userId: monitor.userId,
        phase: 'done',
        outcome: 'value',
        sentence: 'No alert.',
        chargeDay: at.toISOString().slice(0, 10),
        requestedAt: at,
        finishedAt: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db.transaction().execute((trx) =>
      insertFact(trx, {
        monitorId: monitor.id,
        evaluationId: evaluation.id,
        extractedAt: at,
        outcome: 'value',
        value: { type: 'number', number: String(days), unit: 'USD' },
        source: 'https://shop.example.org/',
        processingTime: 1,
        triggeredAlert: false,
        changeType: 'new',
        changeAmount: null,
        changePercentage: null,
        changeFromPrevious: null,
        confidence: 1,
        errors: [],
        quote: `$${days}`,
        box: null,
        locator: null,
        crop: null,
        picture: null,
        reader: 'offline',
        look: 'full',
        sentence: 'No alert.',
      }),
    );
    await db
      .insertInto('aiUsage')
      .values({ at, reader: 'claude', purpose: 'read', latencyMs: 1, outcome: 'ok' })
      .execute();
  }
  const deps = { db, now: () => NOW, log: pino({ level: 'silent' }) };
  const removed = await enforceRetention(deps, 365);
  expect(removed).toMatchObject({ evaluations: 2, usage: 2 });
  const left = await listFacts(db, monitor.id, { limit: 10 });
  expect(left.map((fact) => fact.quote)).toEqual(['$1', '$364']);
  expect(await findMonitorById(db, monitor.id)).not.toBeNull();
  expect(await enforceRetention(deps, 365)).toEqual(Object.fromEntries(Object.keys(removed).map((kind) => [kind, 0])));
  const acts = await listActs(db, { action: 'retention.enforce', limit: 10 });
  const told = acts.map(({ actor, recordId, details }) => ({ actor, recordId, details }));
  const by = { actor: 'system', recordId: '2026-11-22' };
  const { factMonths, ...rows } = removed;
  expect(told).toContainEqual({ ...by, details: rows });
  // The months that ended before are told in a row of their own, where there were any.
  expect(told.filter(({ details }) => 'factMonths' in details)).toEqual(
    factMonths > 0 ? [{ ...by, details: { factMonths } }] : [],
  );
});
