import Decimal from 'decimal.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createReaders } from '@/ai/create-readers';
import { rulesHere } from '@/ai/rules';
import { createOutbox } from '@/mail/transport';
import { log } from '@/ops/log';
import { useCapturedLog } from '@/test/captured-log';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser, interpretation } from '@/test/factories';
import { claudeReads, questionsIn, readAnswer } from '@/test/model-answers';
import { SHOP_URL, useRefreshes } from '@/test/refreshes';
import { type StubServer, startStubServer } from '@/test/stub-server';
import { createReaderMemory } from './reader-memory';
import { runEvaluation } from './run-evaluation';
import { createUsageLedger } from './usage-ledger';

const database = useDatabase();
const captured = useCapturedLog();
const world = useRefreshes(database);
let claude: StubServer;
beforeEach(async () => {
  claude = await startStubServer();
});
afterEach(() => claude.close());

const NAMES = ['Alba', 'Birch', 'Cedar', 'Dune', 'Elm'];
const priceOf = (fact: string) => `$${11 * (1 + NAMES.findIndex((name) => fact.includes(name)))}.00`;
const limits = { monthlyUsd: '20', personDailyUsd: '20' };

/** As the worker has them, with Claude alone to read. */
function deps() {
  const given = {
    db: database.db,
    now: () => world.now,
    log: log(),
    mail: createOutbox(),
    settings: { appUrl: 'https://monitors.example.org' },
  };
  const settings = {
    ...{ order: ['claude' as const], alone: true, openai: null, limits, callMs: 30_000 },
    claude: { apiKey: 'stub', model: 'claude-haiku-5-5', baseURL: claude.url },
  };
  const ledger = createUsageLedger(given);
  const readers = createReaders(settings, ledger, rulesHere, createReaderMemory(given));
  const { settings: own, ...rest } = world.deps();
  return { ...rest, readers, settings: { ...own, evaluationDeadlineMs: 60_000, leaseMs: 20_000 } };
}

function monitorOf(userId: string, name: string) {
  const fact = `price of the ${name} kettle in USD`;
  const prompt = `Tell me when the ${name} kettle costs less than $5 at ${SHOP_URL}`;
  return insertMonitor(database.db, {
    ...{ userId, prompt },
    interpretation: interpretation({ fact, item: `${name} kettle`, sources: [SHOP_URL] }),
  });
}

it('five monitors on one page are read by one call, each charged its share of it', async () => {
  const lines = NAMES.map((name) => `<p>The ${name} kettle for tea. <b>${priceOf(name)}</b></p>`).join('');
  world.scraper.pages.set(SHOP_URL, {
    html: `<html lang="en"><title>Shop</title><main><h1>Kettles</h1>${lines}</main>`,
  });
  claude.answers.push(
    claudeReads((fact, among) =>
      among > 1 && fact.includes('Cedar')
        ? { found: 5 }
        : readAnswer({ quote: priceOf(fact), value_text: priceOf(fact) }),
    ),
  );
  const { id: userId } = await insertUser(database.db);
  const monitors = [];
  for (const name of NAMES) monitors.push(await monitorOf(userId, name));
  const ids = [];
  for (const monitor of monitors) ids.push(await world.queue(monitor));
  expect(await runEvaluation(deps(), ids[0] ?? '')).toBe(5);

  const facts = await Promise.all(monitors.map(({ id }) => world.factsOf(id)));
  expect(facts.map(([fact]) => fact?.value)).toEqual(
    NAMES.map((_, index) => ({ type: 'number', number: String(11 * (index + 1)), unit: 'USD' })),
  );
  // One for all five, and one for the answer that could not be read.
  expect(claude.requests.map(({ body }) => questionsIn(body).length)).toEqual([5, 0]);

  const rows = await database.db.selectFrom('aiUsage').selectAll().orderBy('evaluationId').execute();
  const together = rows.filter(({ callId }) => callId !== null);
  expect(new Set(together.map(({ callId }) => callId)).size).toBe(1);
  expect(together.map(({ evaluationId }) => evaluationId)).toEqual([...ids].sort());
  expect(together.filter(({ outcome }) => outcome === 'malformed')).toHaveLength(1);
  const usd = together.reduce((sum, { costUsd }) => sum.plus(costUsd), new Decimal(0));
  expect(usd.toFixed()).toBe('0.000155');
  expect(together.reduce((sum, { inputTokens }) => sum + inputTokens, 0)).toBe(1_000);
  const byMonitor = new Set(together.map(({ monitorId }) => monitorId));
  expect(byMonitor).toEqual(new Set(monitors.map(({ id }) => id)));
  expect(await database.db.selectFrom('aiReservations').selectAll().execute()).toEqual([]);
  expect(captured.of('AI call')).toMatchObject([
    { serves: 5, costUsd: '0.000155', evaluationId: null, personId: userId },
    { costUsd: '0.000155', evaluationId: ids[2] },
  ]);
});
