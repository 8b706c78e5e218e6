import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { createReaders } from '@/ai/create-readers';
import { insertEvaluation } from '@/db/evaluations';
import { findMonitorById } from '@/db/monitors';
import { findSourceHealth } from '@/db/source-health';
import { chargeDay } from '@/domain/limits';
import type { Failure } from '@/domain/outcome';
import type { MailTransport, OutgoingMail, SendResult } from '@/mail/transport';
import { useDatabase } from '@/test/database';
import { insertMonitor, interpretation } from '@/test/factories';
import { MemoryScraper } from '@/test/memory-scraper';
import { reapEvaluations } from './reap-evaluations';
import { type RunDeps, runEvaluation } from './run-evaluation';
import { sendNotifications } from './send-notifications';

const database = useDatabase();
const URL = 'https://shop.example.org/kettle-one';
const LEASE_MS = 300;

let scraper: MemoryScraper;
let mails: OutgoingMail[];
let sending: SendResult;
let now: Date;

beforeEach(() => {
  scraper = new MemoryScraper();
  mails = [];
  sending = { sent: true, messageId: 'm-1' };
  now = new Date('2026-11-22T12:00:00Z');
});

function deps(): RunDeps {
  const mail: MailTransport = {
    name: 'outbox',
    send: async (outgoing) => {
      if (sending.sent) mails.push(outgoing);
      return sending;
    },
  };
  const ledger = { record: async () => undefined, spentThisMonthUsd: async () => '0', spentTodayUsd: async () => '0' };
  const readers = createReaders(
    { order: ['offline'], claude: null, openai: null, limits: { monthlyUsd: '0', personDailyUsd: '0' }, callMs: 1_000 },
    ledger,
    () => now,
  );
  return {
    db: database.db,
    scraper,
    readers,
    mail,
    now: () => now,
    log: pino({ level: 'silent' }),
    settings: {
      appUrl: 'https://monitors.example.org',
      refreshIntervalMs: 60_000,
      refreshesPerDay: 50,
      evaluationDeadlineMs: 5_000,
      leaseMs: LEASE_MS,
    },
  };
}

function shop(price: string): void {
  scraper.pages.set(URL, {
    html: `<html lang="en"><title>Kettles</title><body><main><h1>Kettle One</h1><p>Price: <b>${price}</b></p>
      <p>A kettle for people who like their tea hot and their kitchen quiet.</p></main></body></html>`,
  });
}

const UNAVAILABLE: Failure = { outcome: 'unavailable', message: 'The page did not answer.', retryable: true };

async function queue(monitor: { id: string; userId: string }): Promise<string> {
  const day = chargeDay(now);
  await database.db
    .insertInto('refreshCharges')
    .values({ userId: monitor.userId, day, used: 1 })
    .onConflict((conflict) =>
      conflict.columns(['userId', 'day']).doUpdateSet((eb) => ({ used: eb('refreshCharges.used', '+', 1) })),
    )
    .execute();
  const evaluation = await database.db
    .transaction()
    .execute((trx) =>
      insertEvaluation(trx, { monitorId: monitor.id, userId: monitor.userId, chargeDay: day, requestedAt: now }),
    );
  return evaluation!.id;
}

/** One refresh, from its row to the mail; returns how it ended. */
async function refresh(monitor: { id: string; userId: string }) {
  const id = await queue(monitor);
  await runEvaluation(deps(), id);
  now = new Date(now.getTime() + 60_000);
  return database.db.selectFrom('evaluations').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

async function used(userId: string): Promise<number> {
  const row = await database.db
    .selectFrom('refreshCharges')
    .select('used')
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row?.used ?? 0;
}

const factsOf = (monitorId: string) =>
  database.db.selectFrom('facts').selectAll().where('monitorId', '=', monitorId).orderBy('extractedAt').execute();

describe('runEvaluation', () => {
  it('alerts at 283 and at 290 of 310, 283, 279, 305, 290, and mails each once', async () => {
    const monitor = await insertMonitor(database.db);
    const alerts: boolean[] = [];
    for (const price of ['$310.00', '$283.00', '$279.00', '$305.00', '$290.00']) {
      shop(price);
      alerts.push((await refresh(monitor)).alert);
    }
    expect(alerts).toEqual([false, true, false, false, true]);
    expect(mails.map((mail) => mail.subject)).toEqual([
      'Kettle One below $300: $310.00 → $283.00',
      'Kettle One below $300: $305.00 → $290.00',
    ]);
    const after = await findMonitorById(database.db, monitor.id);
    expect(after).toMatchObject({ triggerCount: 2, evaluationCount: 5, armed: false, lastOutcome: 'value' });
    expect((await factsOf(monitor.id)).map((fact) => fact.changeType)).toEqual([
      'new',
      'decrease',
      'decrease',
      'increase',
      'decrease',
    ]);
  });

  it('says in the mail what changed, why, the quote, the source and the local time', async () => {
    const monitor = await insertMonitor(database.db);
    await database.db.updateTable('users').set({ timeZone: 'Asia/Tokyo' }).where('id', '=', monitor.userId).execute();
    shop('$283.00');
    await refresh(monitor);
    const [mail] = mails;
    for (const part of ['$283.00 is below $300.00', '“$283.00”', URL, '21:00', `/monitors/${monitor.id}`]) {
      expect(mail?.text).toContain(part);
      expect(mail?.html.length).toBeGreaterThan(500);
    }
  });

  it('escapes what a page says', async () => {
    const monitor = await insertMonitor(database.db, { name: '<script>alert(1)</script>' });
    shop('$283.00');
    await refresh(monitor);
    expect(mails[0]?.html).not.toContain('<script>alert');
  });

  it('serves the second refresh by the recipe with a cheap look, and a new value with a full look', async () => {
    const monitor = await insertMonitor(database.db);
    shop('$310.00');
    await refresh(monitor);
    expect(scraper.looks).toEqual(['full', 'cheap']);
    scraper.looks.length = 0;
    expect(await refresh(monitor)).toMatchObject({ look: 'cheap', reader: 'recipe', outcome: 'value', tokens: 0 });
    expect(scraper.looks).toEqual(['cheap']);
    scraper.looks.length = 0;
    shop('$299.00');
    expect(await refresh(monitor)).toMatchObject({ look: 'full', reader: 'recipe', alert: true });
    expect(scraper.looks).toEqual(['cheap', 'full']);
  });

  it('moves nothing on a failure, gives the charge back, and mails once an episode', async () => {
    const monitor = await insertMonitor(database.db);
    shop('$310.00');
    await refresh(monitor);
    const before = await findMonitorById(database.db, monitor.id);
    scraper.pages.set(URL, UNAVAILABLE);
    for (let failure = 0; failure < 5; failure += 1) {
      expect(await refresh(monitor)).toMatchObject({ outcome: 'unavailable', alert: false, chargeReturned: true });
    }
    const after = await findMonitorById(database.db, monitor.id);
    expect(after).toMatchObject({
      currentValue: before?.currentValue,
      baseline: before?.baseline,
      armed: before?.armed,
      failureStreak: 5,
    });
    expect(mails.map((mail) => mail.subject)).toEqual(['Kettle One below $300: cannot be read at the moment']);
    expect(await used(monitor.userId)).toBe(1);
    shop('$310.00');
    await refresh(monitor);
    expect(mails.at(-1)?.subject).toContain('works again');
    expect(await factsOf(monitor.id)).toHaveLength(2);
  });

  it('never takes an error page for a value or a change', async () => {
    const monitor = await insertMonitor(database.db);
    shop('$310.00');
    await refresh(monitor);
    scraper.pages.set(URL, {
      html: '<title>503</title><h1>Service Unavailable</h1><p>Only $1.00 left</p>',
      status: 503,
    });
    expect((await refresh(monitor)).outcome).toBe('unavailable');
    scraper.pages.set(URL, { html: '<html><body></body></html>' });
    expect((await refresh(monitor)).outcome).toBe('empty');
    expect(mails).toEqual([]);
  });

  it('reads a suspicious jump a second time before it counts', async () => {
    const monitor = await insertMonitor(database.db);
    shop('$310.00');
    await refresh(monitor);
    scraper.looks.length = 0;
    scraper.before = async () => {
      const fulls = scraper.looks.filter((look) => look === 'full').length;
      shop(fulls < 2 ? '$31.00' : '$310.00');
    };
    expect(await refresh(monitor)).toMatchObject({ outcome: 'unverified', alert: false });
    expect(mails).toEqual([]);
    expect((await findMonitorById(database.db, monitor.id))?.currentValue).toMatchObject({ number: '310' });
  });

  it('writes nothing when the lease was lost in the middle', async () => {
    const monitor = await insertMonitor(database.db);
    shop('$283.00');
    scraper.before = async () => {
      await database.db
        .updateTable('evaluations')
        .set({ leaseToken: null, phase: 'queued' })
        .where('monitorId', '=', monitor.id)
        .execute();
    };
    const evaluation = await refresh(monitor);
    expect(evaluation.phase).not.toBe('done');
    expect(await factsOf(monitor.id)).toEqual([]);
    expect(mails).toEqual([]);
  });

  it('ends as internal, with the charge back, when our own code fails', async () => {
    const monitor = await insertMonitor(database.db);
    scraper.before = async () => {
      throw new Error('a bug');
    };
    expect(await refresh(monitor)).toMatchObject({ outcome: 'internal', chargeReturned: true });
    expect(await used(monitor.userId)).toBe(0);
  });

  it('carries out one evaluation once, however often it is delivered', async () => {
    const monitor = await insertMonitor(database.db);
    shop('$283.00');
    const id = await queue(monitor);
    await Promise.all([1, 2, 3, 4].map(() => runEvaluation(deps(), id)));
    expect(await factsOf(monitor.id)).toHaveLength(1);
    expect(mails).toHaveLength(1);
  });
});

describe('reapEvaluations', () => {
  it('ends what a killed worker left, gives the charge back once, and frees the monitor', async () => {
    const monitor = await insertMonitor(database.db);
    const id = await queue(monitor);
    await database.db
      .updateTable('evaluations')
      .set({ phase: 'reading', startedAt: now, leaseExpiresAt: new Date(now.getTime() - 1) })
      .where('id', '=', id)
      .execute();
    expect(await reapEvaluations(deps())).toBe(1);
    expect(await reapEvaluations(deps())).toBe(0);
    expect(await used(monitor.userId)).toBe(0);
    expect((await findMonitorById(database.db, monitor.id))?.currentValue).toBeNull();
    shop('$310.00');
    expect((await refresh(monitor)).outcome).toBe('value');
  });
});

describe('sendNotifications', () => {
  it('keeps a mail that could not be sent and sends it later, once', async () => {
    const monitor = await insertMonitor(database.db);
    shop('$283.00');
    sending = { sent: false, retryable: true, error: 'SendGrid answered 503' };
    await refresh(monitor);
    expect(mails).toEqual([]);
    sending = { sent: true, messageId: 'm-2' };
    now = new Date(now.getTime() + 3_600_000);
    await Promise.all([1, 2, 3].map(() => sendNotifications(deps())));
    expect(mails).toHaveLength(1);
  });

  it('gives up on a mail that is refused for good', async () => {
    const monitor = await insertMonitor(database.db);
    shop('$283.00');
    sending = { sent: false, retryable: false, error: 'SendGrid answered 400' };
    await refresh(monitor);
    const [row] = await database.db
      .selectFrom('emailNotifications')
      .selectAll()
      .where('monitorId', '=', monitor.id)
      .execute();
    expect(row).toMatchObject({ state: 'failed', lastError: 'SendGrid answered 400' });
  });

  it('sends nothing to a suppressed address', async () => {
    const monitor = await insertMonitor(database.db);
    const person = await database.db
      .selectFrom('users')
      .selectAll()
      .where('id', '=', monitor.userId)
      .executeTakeFirstOrThrow();
    await database.db
      .insertInto('suppressions')
      .values({ email: person.email.toUpperCase(), reason: 'bounce' })
      .execute();
    shop('$283.00');
    await refresh(monitor);
    expect(mails).toEqual([]);
  });
});

describe('change monitors', () => {
  it('measures from the first reading, then from the value at the last alert', async () => {
    const monitor = await insertMonitor(database.db, {
      interpretation: interpretation({
        type: 'change',
        trigger: { kind: 'change', op: 'changes_by', amount: null, percent: '10', text: null },
      }),
    });
    const alerts: boolean[] = [];
    for (const price of ['$100.00', '$95.00', '$91.00', '$89.00', '$85.00', '$80.00']) {
      shop(price);
      alerts.push((await refresh(monitor)).alert);
    }
    expect(alerts).toEqual([false, false, false, true, false, true]);
  });
});

describe('the health of sources', () => {
  it('counts how the page was loaded, by host', async () => {
    now = new Date('2027-03-01T12:00:00Z');
    const monitor = await insertMonitor(database.db);
    shop('$310.00');
    await refresh(monitor);
    scraper.pages.set(URL, UNAVAILABLE);
    await refresh(monitor);
    const [health] = await findSourceHealth(database.db, ['shop.example.org'], now);
    expect(health?.day.failures).toEqual({ unavailable: 2 });
    // A full look and a cheap one to learn from; then a cheap one and, since that failed, a full one.
    expect(health?.day.looks).toBe(4);
  });
});
