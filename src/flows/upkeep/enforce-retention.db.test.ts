import { pino } from 'pino';
import { expect, it } from 'vitest';
import { listActs } from '@/db/admin/audit-list';
import { insertFact, listFacts } from '@/db/facts';
import { findMonitorById } from '@/db/monitors';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
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
  expect(removed).toMatchObject({ evaluations: 2, usage: 2, hours: 2 });
  const hours = await db.selectFrom('factHours').select('last').orderBy('hour', 'desc').execute();
  expect(hours.map(({ last }) => Number(last))).toEqual([1, 364]);
  const left = await listFacts(db, monitor.id, { limit: 10 });
  expect(left.map((fact) => fact.quote)).toEqual(['$1', '$364']);
  expect(await findMonitorById(db, monitor.id)).not.toBeNull();
  expect(await enforceRetention(deps, 365)).toEqual(Object.fromEntries(Object.keys(removed).map((kind) => [kind, 0])));
  const acts = await listActs(db, { action: 'retention.enforce', limit: 10 });
  const told = acts.map(({ actor, recordId, details }) => ({ actor, recordId, details }));
  const by = { actor: 'system', recordId: '2026-11-22' };
  expect(told).toEqual([{ ...by, details: removed }]);
});

it('forgets addresses that get no email once they are nobody’s, and lifts that count no more', async () => {
  const { db } = database;
  const { email } = await insertUser(db);
  const [old, fresh] = [daysAgo(366), daysAgo(364)];
  const stops = [
    { email, createdAt: old },
    { email: 'left@example.org', createdAt: old },
    { email: 'just-left@example.org', createdAt: fresh },
  ];
  await db
    .insertInto('suppressions')
    .values(stops.map((one) => ({ ...one, reason: 'bounce' as const })))
    .execute();
  await db
    .insertInto('suppressionLifts')
    .values([
      { email, at: daysAgo(500) },
      { email, at: old },
    ])
    .execute();
  await enforceRetention({ db, now: () => NOW, log: pino({ level: 'silent' }) }, 365);
  const left = await db.selectFrom('suppressions').select('email').orderBy('email').execute();
  expect(left.map((one) => one.email)).toEqual(['just-left@example.org', email]);
  expect(await db.selectFrom('suppressionLifts').select('at').execute()).toEqual([{ at: old }]);
});
