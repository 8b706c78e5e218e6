import { beforeEach, expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { countAnswer } from '@/db/ai/answers';
import { noteSuccess } from '@/db/ai/successes';
import { settleUsage } from '@/db/ai/usage';
import type { ReaderUsage } from '@/domain/contract/reading';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';
import { createContext } from '../init';
import { createCaller } from '../root';

const database = useDatabase();
const rest = useRest(database);
let ada: { id: string; email: string };
let bob: { id: string; email: string };

const call = (given: Partial<ReaderUsage> = {}): ReaderUsage => ({
  ...{ reader: 'claude', model: 'claude-haiku-5-5', purpose: 'read', outcome: 'ok', latencyMs: 1, costUsd: '0.1' },
  ...{ inputTokens: 10, outputTokens: 1, cachedTokens: 5 },
  ...given,
});
const EVALUATION = '00000000-0000-4000-8000-000000000000';
const spend = (usage: ReaderUsage, userId: string | null, at: string, evaluationId: string | null = EVALUATION) =>
  settleUsage(database.db, null, usage, { userId, monitorId: null, evaluationId, now: new Date(at) });

async function admin() {
  const { id } = await insertUser(database.db, { role: 'admin' });
  const token = await openBearerSession(id, { userAgent: null, ip: null });
  const headers = new Headers({ authorization: `Bearer ${token}` });
  return createCaller(await createContext(headers, rest.surroundings)).admin.spend;
}

beforeEach(async () => {
  for (const table of ['aiUsage', 'aiAnswerDays', 'aiSuccesses'] as const)
    await database.db.deleteFrom(table).execute();
  [ada, bob] = [await insertUser(database.db), await insertUser(database.db)];
});

it('what was spent by day, model, purpose and person, to the millionth of a dollar', async () => {
  await spend(call({ costUsd: '9' }), ada.id, '2026-09-30T23:59:59Z');
  await spend(call({ costUsd: '0.3' }), ada.id, '2026-10-01T00:00:00Z');
  await spend(call({ costUsd: '0.000001', purpose: 'interpret' }), ada.id, '2026-10-01T23:59:59.999Z', null);
  await spend(
    call({ costUsd: '0.2', reader: 'openai', model: 'of-tomorrow', priceKnown: false }),
    bob.id,
    '2026-10-03T12:00:00Z',
    null,
  );
  await spend(call({ costUsd: '0', outcome: 'server_error' }), bob.id, '2026-10-03T12:00:00Z');
  await spend(call({ costUsd: '0.05', purpose: 'propose_sources' }), null, '2026-10-03T13:00:00Z', null);
  await spend(call({ costUsd: '9' }), ada.id, '2026-10-04T00:00:00Z');
  const seen = await (await admin()).between({ from: '2026-10-01', to: '2026-10-03' });
  expect(seen).toMatchObject({ usd: '0.550001', calls: 5, questions: 5, othersUsd: '0' });
  expect(seen.days).toEqual([
    { day: '2026-10-01', usd: '0.300001', calls: 2 },
    { day: '2026-10-02', usd: '0', calls: 0 },
    { day: '2026-10-03', usd: '0.250000', calls: 3 },
  ]);
  expect(seen.models).toMatchObject([
    { model: 'claude-haiku-5-5', usd: '0.350001', calls: 4, failed: 1, inputTokens: 40, priceKnown: true },
    { model: 'of-tomorrow', usd: '0.200000', calls: 1, failed: 0, outputTokens: 1, priceKnown: false },
  ]);
  expect(seen.purposes.map(({ purpose, inCheck, usd }) => [purpose, inCheck, usd])).toEqual([
    ['read', true, '0.300000'],
    ['read', false, '0.200000'],
    ['propose_sources', false, '0.050000'],
    ['interpret', false, '0.000001'],
  ]);
  expect(seen.people.map(({ email, usd, calls }) => [email, usd, calls])).toEqual([
    [ada.email, '0.300001', 2],
    [bob.email, '0.200000', 2],
    [null, '0.050000', 1],
  ]);
});

it('a call that served several is one call, of which each has its share', async () => {
  const now = new Date('2026-10-02T12:00:00Z');
  const whose = { userId: ada.id, monitorId: null, evaluationId: EVALUATION, now };
  const shares = ['0.000052', '0.000052', '0.000051'].map((costUsd) => ({ usage: call({ costUsd }), whose }));
  await settleUsage(database.db, null, call({ costUsd: '0.000155' }), whose, shares);
  const seen = await (await admin()).between({ from: '2026-10-02', to: '2026-10-02' });
  expect(seen).toMatchObject({ usd: '0.000155', calls: 1, questions: 3 });
  expect(seen.people).toMatchObject([{ userId: ada.id, usd: '0.000155', calls: 1 }]);
});

it("the month's budget, how many questions needed no call, and what of each model counted lately", async () => {
  const now = new Date();
  await spend(call({ costUsd: '5' }), ada.id, now.toISOString());
  const use = { reader: 'claude', model: 'claude-haiku-5-5', purpose: 'read' } as const;
  for (const counted of [true, true, true, false]) {
    await noteSuccess(database.db, use, { counted, now, halfLifeMs: 1e9 });
  }
  for (const kind of ['known', 'asked', 'known'] as const) await countAnswer(database.db, kind, now);
  await countAnswer(database.db, 'known', new Date('2026-10-01T12:00:00Z'));
  const today = now.toISOString().slice(0, 10);
  const seen = await (await admin()).between({ from: today, to: today });
  expect(seen.month).toEqual({ usd: '5.000000', budgetUsd: '20', share: 0.25 });
  expect(seen.answers).toEqual({ known: 2, asked: 1 });
  expect(seen.models[0]?.countedLately).toBeCloseTo(0.75, 3);
});

it('fifty people by name, and what all others spent together', async () => {
  for (let index = 0; index < 52; index += 1) {
    const { id } = await insertUser(database.db);
    await spend(call({ costUsd: index < 50 ? '0.2' : '0.1' }), id, '2026-10-02T12:00:00Z');
  }
  const seen = await (await admin()).between({ from: '2026-10-01', to: '2026-10-31' });
  expect([seen.people.length, Number(seen.othersUsd), Number(seen.usd)]).toEqual([50, 0.2, 10.2]);
});

it('refuses days that are none, in the wrong order, or more than a year', async () => {
  const { between } = await admin();
  await expect(between({ from: '2026-02-30', to: '2026-10-03' })).rejects.toThrow('not a day');
  await expect(between({ from: '2026-10-03', to: '2026-10-02' })).rejects.toThrow('must not be before');
  await expect(between({ from: '2025-10-01', to: '2026-10-03' })).rejects.toThrow('a year at most');
});
