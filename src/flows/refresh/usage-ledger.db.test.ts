import { afterEach, beforeEach, expect, it } from 'vitest';
import { createReaders, modelsWithoutPrice, type ReaderSettings } from '@/ai/create-readers';
import { rulesHere } from '@/ai/rules';
import { settleUsage } from '@/db/ai/usage';
import { countBudgetStops } from '@/db/alerts/measure';
import { log } from '@/ops/log';
import { onTrail } from '@/ops/trail';
import { useCapturedLog } from '@/test/captured-log';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { claudeAnswer, interpretAnswer } from '@/test/model-answers';
import { type StubServer, startStubServer } from '@/test/stub-server';
import { createUsageLedger } from './usage-ledger';

const database = useDatabase();
const captured = useCapturedLog();
let claude: StubServer;
let now: Date;

beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00Z');
  claude = await startStubServer();
  claude.answers.push(claudeAnswer(interpretAnswer()));
  await database.db.deleteFrom('aiUsage').execute();
  await database.db.deleteFrom('aiReservations').execute();
  await database.db.deleteFrom('aiBudgetStops').execute();
});
afterEach(() => claude.close());

const settingsOf = (given: Partial<ReaderSettings> = {}): ReaderSettings => ({
  order: ['claude'],
  alone: true,
  claude: { apiKey: 'stub', model: 'claude-haiku-5-5', baseURL: claude.url },
  openai: null,
  limits: { monthlyUsd: '20', personDailyUsd: '20' },
  callMs: 10_000,
  ...given,
});

const ledgerOf = () => createUsageLedger({ db: database.db, log: log() });

const readersOf = (settings: ReaderSettings) => createReaders(settings, ledgerOf(), rulesHere);

/** So many different sentences, asked at once; none is answered before all have been asked. */
function askAtOnce(settings: ReaderSettings, count: number, userId: string | null = null) {
  const readers = readersOf(settings);
  const context = { userId, monitorId: null, evaluationId: null, now };
  return Promise.all(
    Array.from({ length: count }, (_, index) =>
      readers.interpret(`Tell me when kettle ${10 + index} costs less than $300`, context),
    ),
  );
}

/** What one call sets aside at most, as the ledger was told. */
async function mostOfOneCall(): Promise<number> {
  const settings = settingsOf();
  const ledger = ledgerOf();
  let most = 0;
  const watched = {
    ...ledger,
    reserve: (usd: string, ...rest: [typeof settings.limits, never]) => {
      most = Number(usd);
      return ledger.reserve(usd, ...rest);
    },
  };
  const context = { userId: null, monitorId: null, evaluationId: null, now };
  await createReaders(settings, watched, rulesHere).interpret('Tell me when kettle 99 costs less than $300', context);
  await database.db.deleteFrom('aiUsage').execute();
  claude.requests.length = 0;
  return most;
}

const spent = async () =>
  Number(
    (
      await database.db
        .selectFrom('aiUsage')
        .select(({ fn }) => fn.sum('costUsd').as('usd'))
        .executeTakeFirst()
    )?.usd,
  );

it.each(['month', 'person'] as const)(
  'of 50 calls at once only the three that the %s budget holds are made',
  async (whose) => {
    const room = (3.5 * (await mostOfOneCall())).toFixed(6);
    const limits = {
      monthlyUsd: '20',
      personDailyUsd: '20',
      ...(whose === 'month' ? { monthlyUsd: room } : { personDailyUsd: room }),
    };
    // Nobody answers before all have asked: what one has spent must not be known to the others.
    claude.answers[0] = { hang: true };
    const person = await insertUser(database.db);
    await askAtOnce(settingsOf({ limits, callMs: 1_500 }), 50, person.id);
    expect(claude.requests).toHaveLength(3);
    expect(await spent()).toBeLessThanOrEqual(Number(room));
    expect(await database.db.selectFrom('aiReservations').selectAll().execute()).toEqual([]);
    // Operators are told of the month's budget, not of one person's.
    expect(await countBudgetStops(database.db, new Date(0))).toBe(whose === 'month' ? 47 : 0);
  },
);

it('what was set aside and not spent is there for the next', async () => {
  const limits = { monthlyUsd: (1.5 * (await mostOfOneCall())).toFixed(6), personDailyUsd: '20' };
  const settings = settingsOf({ limits });
  const readers = readersOf(settings);
  const context = { userId: null, monitorId: null, evaluationId: null, now };
  for (const item of ['kettle', 'teapot']) {
    const answer = await readers.interpret(`Tell me when the ${item} costs less than $300`, context);
    expect(answer).toMatchObject({ ok: true, reader: 'claude' });
  }
  expect(claude.requests).toHaveLength(2);
});

it('what a process that died had set aside counts until it expires, and then no more', async () => {
  const most = await mostOfOneCall();
  const settings = settingsOf({ limits: { monthlyUsd: (1.5 * most).toFixed(6), personDailyUsd: '20' } });
  const context = { userId: null, monitorId: null, evaluationId: null, now };
  const dead = await ledgerOf().reserve(most.toFixed(6), settings.limits, context);
  expect(dead).toHaveProperty('id');
  expect(await askAtOnce(settings, 1)).toMatchObject([{ ok: false, reason: 'reader_unavailable' }]);
  now = new Date(now.getTime() + 5 * 60_000);
  expect(await askAtOnce(settings, 1)).toMatchObject([{ ok: true }]);
});

it('what was spent before the month or on another day does not count', async () => {
  const usage = {
    reader: 'claude' as const,
    model: 'claude-haiku-5-5',
    purpose: 'read' as const,
    inputTokens: 1,
    outputTokens: 1,
    cachedTokens: 0,
    costUsd: '19.999999',
    latencyMs: 1,
    outcome: 'ok' as const,
  };
  const person = await insertUser(database.db);
  const whose = { userId: person.id, monitorId: null, evaluationId: null };
  await settleUsage(database.db, null, usage, { ...whose, now: new Date('2026-10-31T23:59:59Z') });
  expect(await askAtOnce(settingsOf(), 1, person.id)).toMatchObject([{ ok: true }]);
  await settleUsage(database.db, null, usage, { ...whose, now: new Date('2026-11-22T00:00:00Z') });
  expect(await askAtOnce(settingsOf(), 1, person.id)).toMatchObject([{ ok: false }]);
});

it('a model without a price counts at the dearest rates, so its budget ends; one said to be free is free', async () => {
  const model = { apiKey: 'stub', model: 'claude-of-tomorrow', baseURL: claude.url };
  await askAtOnce(settingsOf({ claude: model }), 1);
  // 1,000 tokens in at $4, 500 from the cache at $0.20, 100 out at $20 a million.
  expect(await spent()).toBeCloseTo(0.0061, 6);
  expect(modelsWithoutPrice(settingsOf({ claude: model }))).toEqual(['claude-of-tomorrow']);
  const limits = { monthlyUsd: '0.006', personDailyUsd: '20' };
  expect(await askAtOnce(settingsOf({ claude: model, limits }), 1)).toMatchObject([{ ok: false }]);
  const prices = { 'claude-of-tomorrow': { input: '0', output: '0', cached: '0' } };
  expect(modelsWithoutPrice(settingsOf({ claude: model, prices }))).toEqual([]);
  expect(await askAtOnce(settingsOf({ claude: model, limits, prices }), 1)).toMatchObject([{ ok: true }]);
});

it('leaves one line of each call, on the trail of its request, with nothing of what was asked', async () => {
  const { id: userId } = await insertUser(database.db);
  const trail = { requestId: 'r1', personId: userId, evaluationId: null };
  claude.answers.push({ status: 500 });
  await onTrail(trail, () => askAtOnce(settingsOf(), 1, userId));
  const shared = { requestId: 'r1', personId: userId, reader: 'claude', purpose: 'interpret', outcome: 'ok' };
  expect(captured.of('AI call')).toMatchObject([
    { ...shared, model: 'claude-haiku-5-5', durationMs: expect.any(Number) },
  ]);
  await onTrail(trail, () => readersOf(settingsOf()).interpret('Tell me when the teapot is back', contextOf(userId)));
  expect(captured.of('AI call')[1]).toMatchObject({ requestId: 'r1', outcome: 'server_error' });
  expect(captured.text).not.toMatch(/kettle|teapot/i);
});

const contextOf = (userId: string) => ({ userId, monitorId: null, evaluationId: null, now });
