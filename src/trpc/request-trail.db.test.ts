import superjson from 'superjson';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import type { Counting } from '@/auth/entrance/enter';
import { DomainError } from '@/domain/errors';
import { registerPerson } from '@/flows/account/register-person';
import type { RealDeps } from '@/flows/real-deps';
import { doRound } from '@/flows/upkeep/schedule';
import { sendNotifications } from '@/flows/upkeep/send-notifications';
import { onTrail } from '@/ops/trail';
import { useCapturedLog } from '@/test/captured-log';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';
import { createTrpcHandler } from './handle';
import { createContext } from './init';
import { behindEntrance } from './rest/behind-entrance';
import { createRestHandler } from './rest/handle';

const database = useDatabase();
const rest = useRest(database);
const captured = useCapturedLog();
const open: Counting = { admit: async () => undefined };
const closed: Counting = { admit: () => Promise.reject(new DomainError('limited', 'too_many_requests', 'Too many.')) };

const EMAIL = 'ada.secretperson@example.org';
const SHOP = 'https://shop.example.org/zanzibar-kettle';
const PROMPT = `Tell me when the Zanzibar Kettle costs less than $300 ${SHOP}`;
const PAGE = `<html lang="en"><title>Quokka</title><main><h1>Zanzibar Kettle</h1><p>Price: <b>$283.00</b></p>
  <p>Quokka tea, hot and quiet.</p></main></html>`;

let userId: string;
let token: string;
beforeAll(async () => {
  userId = (await insertUser(database.db, { email: EMAIL, name: 'Ada Secretperson' })).id;
  token = await openBearerSession(userId, { userAgent: null, ip: null });
  rest.deps.scraper.pages.set(SHOP, { html: PAGE });
});

function callTrpc(path: string, init: RequestInit = {}, guard = open, bearer: string | null = token) {
  const headers = new Headers({ 'content-type': 'application/json' });
  if (bearer) headers.set('authorization', `Bearer ${bearer}`);
  const handle = createTrpcHandler(
    (given) => createContext(given, rest.surroundings),
    () => guard,
  );
  return handle(new Request(`http://localhost:3000/api/trpc/${path}`, { headers, ...init }));
}

/** Waits until every evaluation that was asked for is over. */
async function settled(evaluationId: string) {
  for (;;) {
    const row = await database.db.selectFrom('evaluations').select('phase').where('id', '=', evaluationId).execute();
    if (row[0]?.phase === 'done' && captured.of('job').length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a click', () => {
  it('is followed by its id from the request through the queue to the email, with nobody named', async () => {
    const made = await rest.send('POST', '/api/monitors', { token, body: { prompt: PROMPT } });
    const { monitor } = await made.json();
    const answer = await callTrpc('refresh.start', {
      method: 'POST',
      body: superjson.stringify({ monitorId: monitor.id }),
    });
    const evaluationId = (await answer.json()).result.data.json.id;
    await settled(evaluationId);
    expect(await sendNotifications(rest.deps)).toBe(1);

    const requestId = answer.headers.get('x-request-id');
    const [creation, request] = captured.of('request');
    expect(creation).toMatchObject({ method: 'POST', route: '/api/monitors', status: 201, personId: userId });
    const click = { requestId, personId: userId, evaluationId };
    expect(request).toMatchObject({ ...click, route: '/api/trpc/refresh.start', status: 200, outcome: 'ok' });
    expect(captured.of('evaluation')).toMatchObject([
      { ...click, monitorId: monitor.id, outcome: 'value', alert: true, look: 'full' },
    ]);
    expect(captured.of('job')).toMatchObject([{ queue: 'evaluations', evaluationId, outcome: 'done', evaluations: 1 }]);
    expect(captured.of('email')).toMatchObject([
      { requestId, personId: userId, monitorId: monitor.id, kind: 'alert', outcome: 'sent', attempts: 1 },
    ]);
    for (const { durationMs } of captured.lines) expect(durationMs).toEqual(expect.any(Number));
    expect(captured.text).not.toMatch(/secretperson|zanzibar|quokka|\$283|shop\.example/i);
  });

  it('that finds an evaluation under way is told with that one', async () => {
    const monitor = await insertMonitor(database.db, { userId });
    const body = superjson.stringify({ monitorId: monitor.id });
    const answered = Promise.withResolvers<void>();
    rest.deps.scraper.before = () => answered.promise;
    const [first, second] = await Promise.all([
      callTrpc('refresh.start', { method: 'POST', body }),
      callTrpc('refresh.start', { method: 'POST', body }),
    ]);
    answered.resolve();
    const evaluationId = (await first.json()).result.data.json.id;
    expect((await second.json()).result.data.json.id).toBe(evaluationId);
    await settled(evaluationId);
    expect(captured.of('request').map((line) => line.evaluationId)).toEqual([evaluationId, evaluationId]);
    expect(captured.of('evaluation')).toHaveLength(1);
  });
});

describe('emails', () => {
  it('of an account are told with the request that wrote them', async () => {
    const trail = { requestId: '11111111-1111-4111-8111-111111111111', personId: null, evaluationId: null };
    const registration = { email: 'new.secretperson@example.org', name: 'New', password: 'Correct9horse' };
    await onTrail(trail, () => registerPerson(rest.deps, { ...registration, timeZone: 'UTC' }, { everyone: true }));
    await sendNotifications(rest.deps);
    expect(captured.of('email')).toMatchObject([{ requestId: trail.requestId, kind: 'account', outcome: 'sent' }]);
    expect(captured.text).not.toContain('secretperson');
  });

  it('that hold several are told with the requests of all', async () => {
    const ids = ['2', '3'].map((digit) => `${digit.repeat(8)}-1111-4111-8111-111111111111`);
    const own = { userId, recipient: EMAIL, subject: 'a subject', htmlContent: '', plainTextContent: '' };
    const gathered = await database.db
      .insertInto('emailNotifications')
      .values({ ...own, kind: 'gathered' })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const requestId of ids)
      await database.db
        .insertInto('emailNotifications')
        .values({ ...own, kind: 'alert', state: 'gathered', gatheredIn: gathered.id, requestId })
        .execute();
    await sendNotifications(rest.deps);
    const [line] = captured.of('email');
    expect([...((line?.requestIds as string[]) ?? [])].sort()).toEqual(ids);
    expect(captured.text).not.toMatch(/a subject|secretperson/);
  });
});

it('a round of housekeeping leaves one line of what it did', async () => {
  await doRound('house', rest.deps as unknown as RealDeps);
  expect(captured.of('cron run')).toMatchObject([
    { name: 'house', outcome: 'done', sessionsRemoved: 0, durationMs: expect.any(Number) },
  ]);
});

describe('every refusal', () => {
  const BIG = 'x'.repeat(70_000);
  const rests: [number, string, string, Parameters<typeof rest.send>[2]][] = [
    [401, 'GET', '/api/monitors', {}],
    [404, 'GET', '/api/nothing/here', {}],
    [404, 'GET', '/api/monitors/11111111-1111-4111-8111-111111111111', {}],
    [405, 'PATCH', '/api/monitors', {}],
    [400, 'POST', '/api/monitors', { body: '{"prompt":' }],
    [400, 'POST', '/api/monitors', { body: { prompt: 'x' } }],
    [413, 'POST', '/api/monitors', { body: BIG }],
    [415, 'POST', '/api/monitors', { body: 'a', headers: { 'content-type': 'text/plain' } }],
  ];

  it.each(rests)('of the contract is found by the id of its answer: %i %s %s', async (status, method, path, call) => {
    const answer = await rest.send(method, path, { ...call, ...(status === 401 ? {} : { token }) });
    const { error } = await answer.json();
    expect(answer.status).toBe(status);
    expect(captured.of('request')).toMatchObject([
      { requestId: error.requestId, status, reason: error.reason, outcome: 'refused' },
    ]);
    expect(answer.headers.get('x-request-id')).toBe(error.requestId);
  });

  const calls: [number, string, RequestInit, Counting, boolean][] = [
    [401, 'account.sessions', {}, open, false],
    [404, 'no.such.procedure', {}, open, true],
    [404, 'admin.stats', {}, open, true],
    [405, 'account.sessions', { method: 'POST', body: '{}' }, open, true],
    [413, 'account.updateProfile', { method: 'POST', body: BIG }, open, true],
    [429, 'account.sessions', {}, closed, true],
  ];

  it.each(calls)('of a page is found by the id of its answer: %i %s', async (status, path, init, guard, known) => {
    const answer = await callTrpc(path, init, guard, known ? token : null);
    const { error } = await answer.json();
    expect(answer.status).toBe(status);
    const { requestId, reason } = error.json.data;
    expect(captured.of('request')).toMatchObject([{ requestId, status, reason }]);
    expect(captured.text).not.toContain('such.procedure');
  });

  it('behind the entrance and by the limits too', async () => {
    const handle = behindEntrance(
      async () => new Response(),
      () => closed,
    );
    const contract = createRestHandler(
      (headers) => createContext(headers, rest.surroundings),
      () => ({ ...rest.surroundings.guard(), ...closed }),
    );
    for (const answer of [handle, contract]) {
      const given = await answer(new Request('http://localhost:3000/api/monitors'));
      const { error } = await given.json();
      expect(given.status).toBe(429);
      expect(captured.of('request').at(-1)).toMatchObject({ requestId: error.requestId, reason: 'too_many_requests' });
    }
  });

  it('of a fault of ours is told with the error under the same id', async () => {
    const broken = { ...rest.deps, queue: { ...rest.deps.queue, start: () => Promise.reject(new Error('no queue')) } };
    const handle = createTrpcHandler(
      (given) => createContext(given, { ...rest.surroundings, deps: () => broken }),
      () => open,
    );
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const { id: monitorId } = await insertMonitor(database.db, { userId });
    const body = superjson.stringify({ monitorId });
    const url = 'http://localhost:3000/api/trpc/refresh.start';
    const answer = await handle(new Request(url, { method: 'POST', headers, body }));
    const { requestId } = (await answer.json()).error.json.data;
    expect(captured.of('A procedure failed')).toMatchObject([
      { requestId, personId: userId, err: { message: 'no queue' } },
    ]);
    expect(captured.of('request')).toMatchObject([{ requestId, status: 500, outcome: 'failed', reason: 'internal' }]);
  });
});
