import { pino } from 'pino';
import { beforeEach } from 'vitest';
import { createMemoryLedger, createReaders } from '@/ai/create-readers';
import { rulesHere } from '@/ai/rules';
import { insertEvaluation } from '@/db/evaluations';
import { chargeDay } from '@/domain/limits';
import type { Failure } from '@/domain/outcome';
import { type RunDeps, runEvaluation } from '@/flows/refresh/run-evaluation';
import { sendNotifications } from '@/flows/upkeep/send-notifications';
import type { OutgoingMail, SendResult } from '@/mail/transport';
import type { useDatabase } from './database';
import { MemoryScraper } from './memory-scraper';

interface Monitor {
  id: string;
  userId: string;
}

/** The only page of the shop. */
export const SHOP_URL = 'https://shop.example.org/kettle-one';
export const UNAVAILABLE: Failure = { outcome: 'unavailable', message: 'The page did not answer.', retryable: true };

const shopPage = (price: string) => ({
  html: `<html lang="en"><title>Kettles</title><body><main><h1>Kettle One</h1><p>Price: <b>${price}</b></p>
    <p>A kettle for people who like their tea hot and their kitchen quiet.</p></main></body></html>`,
});

function runDeps(given: Pick<RunDeps, 'db' | 'scraper' | 'mail' | 'now'>): RunDeps {
  const limits = { monthlyUsd: '0', personDailyUsd: '0' };
  const offline = { order: ['offline' as const], claude: null, openai: null, limits, callMs: 1_000 };
  return {
    ...given,
    readers: createReaders(offline, createMemoryLedger(), rulesHere),
    log: pino({ level: 'silent' }),
    wakeMail: null,
    settings: {
      confirmEmailMs: 0,
      appUrl: 'https://monitors.example.org',
      refreshIntervalMs: 60_000,
      refreshesPerDay: 50,
      evaluationDeadlineMs: 5_000,
      leaseMs: 300,
    },
  };
}

/** Refreshes from their row to their mail, with a shop that says what a test wants; everything new for each test. */
export function useRefreshes(database: ReturnType<typeof useDatabase>) {
  const world = {
    scraper: new MemoryScraper(),
    /** What was sent. */
    mails: [] as OutgoingMail[],
    /** What the transport answers. */
    sending: { sent: true, messageId: 'm-1' } as SendResult,
    /** A minute later after each refresh. */
    now: new Date(0),
    deps,
    shop: (price: string) => void world.scraper.pages.set(SHOP_URL, shopPage(price)),
    queue,
    refresh,
    used,
    factsOf,
  };

  beforeEach(() => {
    world.scraper = new MemoryScraper();
    world.mails = [];
    world.sending = { sent: true, messageId: 'm-1' };
    world.now = new Date('2026-11-22T12:00:00Z');
  });

  function deps(): RunDeps {
    const send = async (outgoing: OutgoingMail) => {
      if (world.sending.sent) world.mails.push(outgoing);
      return world.sending;
    };
    return runDeps({
      db: database.db,
      scraper: world.scraper,
      mail: { name: 'outbox', send, release: async () => true },
      now: () => world.now,
    });
  }

  /** A charged evaluation that waits. Returns its id. */
  async function queue({ id: monitorId, userId }: Monitor): Promise<string> {
    const day = chargeDay(world.now);
    await database.db
      .insertInto('refreshCharges')
      .values({ userId, day, used: 1 })
      .onConflict((conflict) =>
        conflict.columns(['userId', 'day']).doUpdateSet((eb) => ({ used: eb('refreshCharges.used', '+', 1) })),
      )
      .execute();
    const row = { monitorId, userId, chargeDay: day, requestedAt: world.now };
    const evaluation = await database.db.transaction().execute((trx) => insertEvaluation(trx, row));
    if (!evaluation) throw new Error('This monitor is being refreshed already');
    return evaluation.id;
  }

  /** One refresh and the mail that it wrote; returns how it ended. */
  async function refresh(monitor: Monitor) {
    const id = await queue(monitor);
    await runEvaluation(deps(), id);
    await sendNotifications(deps());
    world.now = new Date(world.now.getTime() + 60_000);
    return database.db.selectFrom('evaluations').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  }

  async function used(userId: string): Promise<number> {
    const charges = database.db.selectFrom('refreshCharges').select('used').where('userId', '=', userId);
    return (await charges.executeTakeFirst())?.used ?? 0;
  }

  function factsOf(monitorId: string) {
    return database.db
      .selectFrom('facts')
      .selectAll()
      .where('monitorId', '=', monitorId)
      .orderBy('extractedAt')
      .execute();
  }

  return world;
}
