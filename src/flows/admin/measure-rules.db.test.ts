import { describe, expect, it } from 'vitest';
import { noteBudgetStop } from '@/db/alerts/measure';
import { noteFault } from '@/db/email/service-faults';
import { addRequestCount } from '@/db/figures';
import { judgeRule } from '@/domain/alerts/judge-rule';
import type { AlertRuleName } from '@/domain/alerts/rule';
import { createOutbox } from '@/mail/transport';
import { ruleOf } from '@/ops/alert-rules';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { useAlertOffice } from '@/test/operators/alert-office';
import { measureRule } from './measure-rules';

const database = useDatabase();
const office = useAlertOffice(database);
const ago = (minutes: number) => new Date(office.now.getTime() - minutes * 60_000);

/** What a rule sees now and says of it. */
async function see(name: AlertRuleName, open: string[] = []) {
  const rule = ruleOf(name);
  if (rule === undefined) throw new Error('No such rule');
  const measured = await measureRule(office.deps(), rule, { limits: office.limits, open });
  return measured.map((one) => ({ ...one, ...judgeRule(rule, one) }));
}

const SENDS = { ...createOutbox(), name: 'sendgrid' as const };

it('without anything nothing is told as good', async () => {
  const silent = ['error_rate', 'response_time', 'ai_provider_failure', 'page_loading', 'source_failure', 'storage'];
  for (const name of silent as AlertRuleName[])
    expect(await see(name)).toMatchObject([{ value: null, state: 'unknown' }]);
  // Emails stay in the outbox.
  for (const name of ['email_refused', 'email_delivery_failure', 'suppressions'] as const)
    expect(await see(name)).toMatchObject([{ state: 'unknown' }]);
  expect(await see('queue_age')).toMatchObject([
    { state: 'fine', why: 'No check waits. It is an alert from 5 minutes.' },
  ]);
});

it('requests count within the window, by all processes', async () => {
  await addRequestCount(database.db, { requests: 90, failed: 2, timed: 90, totalMs: 90_000 }, ago(2));
  await addRequestCount(database.db, { requests: 10, failed: 3, timed: 10, totalMs: 130_000 }, ago(3));
  await addRequestCount(database.db, { requests: 900, failed: 0, timed: 0, totalMs: 0 }, ago(6));
  expect(await see('error_rate')).toMatchObject([{ seen: 100, counted: 5, value: 0.05, state: 'firing' }]);
  expect(await see('response_time')).toMatchObject([{ seen: 100, value: 2_200, state: 'firing' }]);
});

it('each provider of models is for itself, and what speaks of one question is no failure', async () => {
  const call = { purpose: 'read' as const, latencyMs: 1, at: ago(1) };
  const many = (count: number, one: object) => Array.from({ length: count }, () => ({ ...call, ...one }) as never);
  await database.db
    .insertInto('aiUsage')
    .values([
      ...many(9, { reader: 'claude', outcome: 'ok' }),
      ...many(1, { reader: 'claude', outcome: 'server_error' }),
      ...many(12, { reader: 'openai', outcome: 'refused' }),
      ...many(9, { reader: 'openai', outcome: 'timeout', at: ago(3) }),
    ])
    .execute();
  expect(await see('ai_provider_failure')).toMatchObject([
    { subject: 'claude', value: 0.1, state: 'firing' },
    { subject: 'openai', value: 0, state: 'fine' },
  ]);
});

describe('emails', () => {
  async function emails(count: number, given: object): Promise<string[]> {
    const { id: userId } = await insertUser(database.db);
    const mail = { userId, kind: 'account' as const, recipient: 'a@b.example', subject: 's' };
    const all = Array.from({ length: count }, () => ({ ...mail, htmlContent: '', plainTextContent: '', ...given }));
    const rows = await database.db.insertInto('emailNotifications').values(all).returning('id').execute();
    return rows.map(({ id }) => id);
  }

  it('that did not arrive are those given up, tried in vain or returned', async () => {
    office.mail = SENDS;
    const [first = '', second = ''] = await emails(96, { state: 'sent', createdAt: ago(9), sentAt: ago(8) });
    const [early = ''] = await emails(1, { state: 'sent', createdAt: ago(90), sentAt: ago(80) });
    await emails(1, { state: 'failed', createdAt: ago(9), nextAttemptAt: ago(9) });
    await emails(1, { state: 'pending', createdAt: ago(90), failingSince: ago(80), nextAttemptAt: ago(-1) });
    await emails(5, { state: 'pending', createdAt: ago(1) });
    const event = { at: ago(1), receivedAt: ago(1) };
    await database.db
      .insertInto('emailEvents')
      .values([
        { ...event, id: '1', notificationId: first, kind: 'delivered' },
        { ...event, id: '2', notificationId: second, kind: 'bounce' },
        { ...event, id: '3', notificationId: second, kind: 'dropped' },
        { ...event, id: '4', notificationId: early, kind: 'blocked' },
      ])
      .execute();
    expect(await see('email_delivery_failure')).toMatchObject([{ seen: 99, counted: 4, state: 'fine' }]);
    await emails(2, { state: 'failed', createdAt: ago(9), nextAttemptAt: ago(9) });
    expect(await see('email_delivery_failure')).toMatchObject([{ seen: 101, counted: 6, state: 'firing' }]);
  });

  it('that are refused altogether are told at once, by the fault that senders noted', async () => {
    office.mail = SENDS;
    expect(await see('email_refused')).toMatchObject([{ state: 'fine' }]);
    await noteFault(database.db, { service: 'email', detail: '401', now: office.now, nextProbeAt: office.now });
    expect(await see('email_refused')).toMatchObject([{ state: 'firing' }]);
    await office.judge();
    await office.tell();
    expect(office.stub.pagerDuty).toMatchObject([{ event_action: 'trigger', payload: { severity: 'critical' } }]);
    expect(await office.mails()).toEqual([]);
  });

  it('to addresses that bounce or complain are counted, not those that people ended', async () => {
    office.mail = SENDS;
    const rows = (count: number, reason: 'bounce' | 'spam' | 'unsubscribe', minutes: number) =>
      Array.from({ length: count }, (_, at) => ({
        ...{ email: `${reason}-${minutes}-${at}@example.org`, reason, createdAt: ago(minutes) },
      }));
    await database.db
      .insertInto('suppressions')
      .values([
        ...rows(8, 'bounce', 60),
        ...rows(1, 'spam', 60),
        ...rows(9, 'unsubscribe', 60),
        ...rows(9, 'bounce', 1_441),
      ])
      .execute();
    expect(await see('suppressions')).toMatchObject([{ value: 9, state: 'fine' }]);
    await database.db
      .insertInto('suppressions')
      .values(rows(1, 'spam', 5))
      .execute();
    expect(await see('suppressions')).toMatchObject([{ value: 10, state: 'firing' }]);
  });
});

it('of sources those of which some looks failed are there, and those that are asked for', async () => {
  await office.looks(30, null, 'fine.example');
  expect(await see('source_failure')).toMatchObject([{ subject: '', seen: 30, value: 0, state: 'fine' }]);
  await office.looks(3, 'blocked', 'wall.example');
  await office.looks(3, null, 'wall.example');
  await office.looks(4, 'empty', 'new.example');
  const all = (await see('source_failure', ['gone.example', 'fine.example'])).map(({ subject, state }) => [
    subject,
    state,
  ]);
  expect(all.sort()).toEqual([
    ['fine.example', 'fine'],
    ['gone.example', 'unknown'],
    ['new.example', 'unknown'],
    ['wall.example', 'firing'],
  ]);
  expect(await see('page_loading')).toMatchObject([{ seen: 40, counted: 7, state: 'fine' }]);
});

it('the oldest check that waits is as old as it is', async () => {
  const { id: monitorId, userId } = await insertMonitor(database.db);
  const waits = { monitorId, userId, phase: 'queued' as const, chargeDay: '2026-11-30', requestedAt: ago(7) };
  await database.db.insertInto('evaluations').values(waits).execute();
  expect(await see('queue_age')).toMatchObject([
    { value: 7, state: 'firing', why: '1 check waits, the oldest for 7 minutes. It is an alert from 5 minutes.' },
  ]);
});

it('the budget is nearly spent, and spent once a call was refused for it', async () => {
  const call = { reader: 'claude' as const, purpose: 'read' as const, latencyMs: 1, outcome: 'ok' as const };
  const spend = (costUsd: string) =>
    database.db
      .insertInto('aiUsage')
      .values({ ...call, costUsd, at: ago(1) })
      .execute();
  await spend('15.99');
  expect(await see('ai_budget_80')).toMatchObject([{ state: 'fine' }]);
  await spend('0.01');
  expect(await see('ai_budget_80')).toMatchObject([{ value: 0.8, state: 'firing' }]);
  expect(await see('ai_budget_100')).toMatchObject([{ state: 'fine' }]);
  await noteBudgetStop(database.db, ago(2));
  await noteBudgetStop(database.db, ago(2));
  expect(await see('ai_budget_100')).toMatchObject([{ value: 2, state: 'firing' }]);
  office.limits.monthlyUsd = '0';
  expect(await see('ai_budget_100')).toMatchObject([{ state: 'unknown' }]);
});

it('the database fills a share of what it may hold', async () => {
  office.limits.databaseGb = 1_000;
  expect(await see('storage')).toMatchObject([{ state: 'fine' }]);
  office.limits.databaseGb = 0.001;
  expect(await see('storage')).toMatchObject([{ state: 'firing' }]);
});
