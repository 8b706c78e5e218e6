import superjson from 'superjson';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createReaders } from '@/ai/create-readers';
import { rulesHere } from '@/ai/rules';
import { openBearerSession } from '@/auth/bearer';
import { createUsageLedger } from '@/flows/refresh/usage-ledger';
import { sendNotifications } from '@/flows/upkeep/send-notifications';
import { createSendGrid } from '@/mail/sendgrid';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser, interpretation } from '@/test/factories';
import { claudeAnswer, readAnswer } from '@/test/model-answers';
import { useRest } from '@/test/rest-client';
import { type StubSendGrid, startStubSendGrid } from '@/test/stub-sendgrid';
import { type StubServer, startStubServer } from '@/test/stub-server';
import { type CollectedSpan, useStubOtlp } from '@/test/telemetry/stub-otlp';
import { createTrpcHandler } from './handle';
import { createContext } from './init';

const database = useDatabase();
const rest = useRest(database);
const otlp = useStubOtlp();
const SHOP = 'https://shop.example.org/zanzibar-kettle?secret=hush';
const PAGE = `<html lang="en"><title>Quokka</title><main><h1>Zanzibar Kettle</h1><p>Price: <b>$283.00</b></p>
  <p>Quokka tea, hot and quiet.</p></main></html>`;
const EMAIL = 'ada.secretperson@example.org';

let claude: StubServer;
let sendGrid: StubSendGrid;
let userId: string;

beforeAll(async () => {
  [claude, sendGrid] = [await startStubServer(), await startStubSendGrid()];
  claude.answers.push(claudeAnswer(readAnswer({ quote: '$283.00', value_text: '$283.00' })));
  const limits = { monthlyUsd: '20', personDailyUsd: '20' };
  const model = { apiKey: 'stub', model: 'claude-haiku-5-5', baseURL: claude.url };
  const mail = createSendGrid({
    apiKey: 'SG.stub',
    from: { email: 'monitors@example.org', name: 'Monitors!' },
    baseUrl: `${sendGrid.url}/`,
    timeoutMs: 5_000,
    tracking: { opens: false, clicks: false },
  });
  rest.deps.mail = mail;
  rest.deps.readers = createReaders(
    { order: ['claude'], alone: true, claude: model, openai: null, limits, callMs: 5_000 },
    createUsageLedger(rest.deps),
    rulesHere,
  );
  rest.deps.scraper.pages.set(SHOP, { html: PAGE });
  userId = (await insertUser(database.db, { email: EMAIL })).id;
});
afterAll(() => Promise.all([claude.close(), sendGrid.close()]));

async function click(monitorId: string): Promise<Response> {
  const token = await openBearerSession(userId, { userAgent: null, ip: null });
  const handle = createTrpcHandler(
    (given) => createContext(given, rest.surroundings),
    () => ({ admit: async () => undefined }),
  );
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', traceparent: FORGED };
  const body = superjson.stringify({ monitorId });
  const url = 'http://localhost:3000/api/trpc/refresh.start';
  return handle(new Request(url, { method: 'POST', headers, body }));
}

/** Nobody else's word for a trace is taken. */
const FORGED = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

/** The names from a span up to the one that nothing began. */
function lineage(all: CollectedSpan[], span: CollectedSpan): string[] {
  const above = all.find(({ spanId }) => spanId === span.parentSpanId);
  return above === undefined ? [span.name] : [span.name, ...lineage(all, above)];
}

it('one refresh is one trace from the click to the email, told in the ids of the log', async () => {
  const monitor = await insertMonitor(database.db, {
    userId,
    sourceUrl: SHOP,
    interpretation: interpretation({ sources: [SHOP] }),
  });
  const answer = await click(monitor.id);
  const requestId = answer.headers.get('x-request-id') ?? '';
  await expect.poll(() => sendNotifications(rest.deps), { timeout: 20_000 }).toBe(1);
  const all = await otlp.spans();
  const spans = all.filter(({ traceId }) => traceId === requestId.replaceAll('-', ''));
  expect(spans.map(({ name }) => name)).not.toHaveLength(0);
  expect(spans.filter(({ parentSpanId }) => parentSpanId === '')).toMatchObject([
    { name: 'POST /api/trpc/refresh.start', attributes: { requestId, 'http.response.status_code': 200 } },
  ]);
  const told = new Set(spans.map((span) => lineage(spans, span).toReversed().join(' > ')));
  const evaluated = 'POST /api/trpc/refresh.start > queue > evaluation';
  for (const path of ['look', 'reading > AI call', 'record', 'email']) expect(told).toContain(`${evaluated} > ${path}`);
  const [email] = spans.filter(({ name }) => name === 'email');
  expect(email?.attributes).toMatchObject({ kind: 'alert', outcome: 'sent', attempts: 1 });
  expect(spans.find(({ name }) => name === 'AI call')?.attributes).toMatchObject({ outcome: 'ok', reader: 'claude' });
  expect(new Set(spans.map(({ spanId }) => spanId)).size).toBe(spans.length);
  // Nobody's address, no sentence, no text of a page, no secret; and nothing that others wrote.
  expect(JSON.stringify(otlp.server().requests.map(({ body }) => body))).not.toMatch(
    /secretperson|zanzibar|quokka|\$283|shop\.example|hush|kettle|SG\.stub|0af7651916cd43dd/i,
  );
  expect(otlp.server().requests[0]?.headers['x-key']).toBe('of the test');
});

it('a collector that is away, refuses or never answers holds up nothing', async () => {
  const { answers } = otlp.server();
  answers.push({ status: 503 }, { status: 400 }, { hang: true });
  const monitor = await insertMonitor(database.db, { userId });
  for (let asked = 0; asked < 3; asked += 1) {
    const since = performance.now();
    expect((await click(monitor.id)).ok).toBe(asked === 0);
    await otlp.spans();
    expect(performance.now() - since).toBeLessThan(5_000);
  }
});
