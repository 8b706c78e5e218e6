import { performance } from 'node:perf_hooks';
import superjson from 'superjson';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import type { Counting } from '@/auth/entrance/enter';
import { createAbuseGuard } from '@/auth/rate-limit/abuse-guard';
import type { RateLimiter } from '@/auth/rate-limit/rate-limiter';
import { PEER_ADDRESS_HEADER } from '@/auth/request-origin';
import { findMonitor } from '@/db/monitors';
import { findPerson } from '@/db/users';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';
import { createTrpcHandler } from './handle';
import { createContext } from './init';

const database = useDatabase();
const rest = useRest(database);
const open: Counting = { admit: async () => undefined };

let userId: string;
let token: string;
beforeAll(async () => {
  userId = (await insertUser(database.db)).id;
  token = await openBearerSession(userId, { userAgent: null, ip: null });
});

/** A call as a page makes it, by a signed-in person; the handler is the one that the route exports. */
async function call(path: string, init: RequestInit & { duplex?: 'half' } = {}, guard = open) {
  const handle = createTrpcHandler(
    (headers) => createContext(headers, rest.surroundings),
    () => guard,
  );
  const headers = new Headers({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });
  for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
  const answer = await handle(new Request(`http://localhost:3000/api/trpc/${path}`, { ...init, headers }));
  const body = await answer.json();
  return { status: answer.status, error: body.error?.json, result: body.result?.data };
}

const post = (body: string) => ({ method: 'POST', body });

/** A body of so many chunks of 64 KB that nobody has to hold; `sent` counts what was asked of it. */
function endless(chunks: number) {
  const sent = { chunks: 0 };
  const stream = new ReadableStream({
    pull(controller) {
      sent.chunks += 1;
      controller.enqueue(new TextEncoder().encode('['.repeat(65_536)));
      if (sent.chunks >= chunks) controller.close();
    },
  });
  return { sent, init: { method: 'POST', body: stream, duplex: 'half' as const } };
}

describe('a call of a page', () => {
  it('that is too large is refused after the first too many bytes, in words and with what to do', async () => {
    const { sent, init } = endless(160);
    const { status, error } = await call('account.updateProfile', init);
    expect(status).toBe(413);
    expect(error.message).toBe('A request can have at most 64 KB. Send less at once.');
    expect(error.data).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', reason: 'payload_too_large' });
    expect(sent.chunks).toBeLessThanOrEqual(3);
  });

  it.each([
    ['says that it is small', { 'content-length': '10' }],
    ['says that it is large', { 'content-length': '10000000' }],
  ])('is not believed when it %s', async (_, headers) => {
    const { sent, init } = endless(160);
    expect((await call('account.updateProfile', { ...init, headers })).status).toBe(413);
    expect(sent.chunks).toBeLessThanOrEqual(3);
  });

  it('that is nested deeply is refused before it is parsed, in its body and in its address', async () => {
    const nested = `{"json":${'['.repeat(60_000)}`;
    const began = performance.now();
    const answers = await Promise.all([
      ...Array.from({ length: 20 }, () => call('account.updateProfile', post(nested))),
      call(`account.sessions?input=${encodeURIComponent(`{"json":${'['.repeat(2_000)}`)}`),
    ]);
    for (const { status, error } of answers) expect([status, error.data.reason]).toEqual([400, 'too_deep']);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('with a number of 60,000 digits is refused unread', async () => {
    const body = JSON.stringify({ json: { name: '9'.repeat(60_000) }, meta: { values: { name: ['bigint'] }, v: 1 } });
    const { status, error } = await call('account.updateProfile', post(body));
    expect([status, error.data.reason]).toEqual([400, 'malformed_input']);
  });

  it('goes through with nine others, and is refused with ten', async () => {
    const batch = (calls: number) => call(`${Array(calls).fill('auth.me').join(',')}?batch=1&input=%7B%7D`);
    expect((await batch(10)).status).toBe(200);
    const { status, error } = await batch(11);
    expect([status, error.data.reason]).toEqual([413, 'batch_too_large']);
    const hidden = await call(`${Array(11).fill('auth.me').join('%2C')}?batch=1&input=%7B%7D`);
    expect(hidden.status).toBe(413);
  });

  it('of another type is refused', async () => {
    for (const type of ['multipart/form-data; boundary=x', 'application/octet-stream', 'text/plain'])
      expect((await call('auth.me', { ...post('{}'), headers: { 'content-type': type } })).status).not.toBe(200);
  });

  it('is counted before a byte of it is read, and a refusal says until when', async () => {
    const retryAt = new Date(Date.now() + 30_000);
    const full: RateLimiter = {
      limit: async () => ({ allowed: false, remaining: 0, retryAt }),
      giveBack: async () => undefined,
      clear: async () => undefined,
    };
    const guard = createAbuseGuard(full, { addressFactor: 1, report: () => undefined });
    const { sent, init } = endless(160);
    const headers = { [PEER_ADDRESS_HEADER]: '203.0.113.9' };
    const { status, error } = await call('account.updateProfile', { ...init, headers }, guard);
    expect([status, error.data.retryAt]).toEqual([429, retryAt.toISOString()]);
    // A stream is asked for its first chunk by whoever holds it; nobody read it.
    expect(sent.chunks).toBeLessThanOrEqual(1);
  });
});

describe('how numbers and dates are written', () => {
  const choose = (locale: string) =>
    call('account.updateProfile', post(superjson.stringify({ name: 'Ada', timeZone: 'UTC', locale })));

  it('is kept as chosen; what is not offered is refused with what to do', async () => {
    expect((await choose('en-DE')).result.json.locale).toBe('en-DE');
    const { status, error } = await choose('de-DE');
    const advice = 'Choose how numbers and dates are written from the list';
    expect([status, error.data.fields.locale]).toEqual([400, [advice]]);
    expect((await findPerson(database.db, userId))?.locale).toBe('en-DE');
  });

  it('is the default where something unknown is stored', async () => {
    await database.db.updateTable('users').set({ locale: 'tlh' }).where('id', '=', userId).execute();
    expect((await findPerson(database.db, userId))?.locale).toBe('en');
  });
});

describe('a text with half a surrogate pair', () => {
  const HALF = 'Kettle \ud83d One';

  it('is stored whole when a page sends it', async () => {
    const profile = { name: HALF, timeZone: 'Europe/Berlin', locale: 'en' };
    const { status, error } = await call('account.updateProfile', post(superjson.stringify(profile)));
    expect([status, error]).toEqual([200, undefined]);
    expect((await findPerson(database.db, userId))?.name).toBe('Kettle \ufffd One');
  });

  it('is stored whole when a program sends it, also where it becomes JSON again', async () => {
    const prompt = `Tell me when the "Kettle \ud83d One" costs less than $300 at https://shop.example.org/kettle-one`;
    const made = await rest.send('POST', '/api/monitors', { token, body: { prompt } });
    const { monitor } = await made.json();
    expect(made.status).toBe(201);
    const stored = await findMonitor(database.db, userId, monitor.id);
    expect(stored?.prompt).toContain('Kettle \ufffd One');
    expect(JSON.stringify(stored?.interpretation)).not.toMatch(/\\ud[89a-f]/);
  });
});

describe('a text with U+0000', () => {
  it('is refused when a page sends it', async () => {
    const monitor = await insertMonitor(database.db, { userId });
    const rename = { id: monitor.id, name: 'Kettle\0One' };
    const { status, error } = await call('monitors.update', post(superjson.stringify(rename)));
    expect([status, error.data.reason]).toEqual([400, 'nul_character']);
  });

  it('is refused when a program sends it', async () => {
    const answer = await rest.send('POST', '/api/monitors', { token, body: { prompt: 'Tell me \0 when it is cheap' } });
    expect([answer.status, (await answer.json()).error.reason]).toEqual([400, 'nul_character']);
    const query = await rest.send('GET', '/api/monitors?limit=%00', { token });
    expect([query.status, (await query.json()).error.reason]).toEqual([400, 'nul_character']);
  });
});
