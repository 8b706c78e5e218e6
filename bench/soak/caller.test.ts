import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createCaller, reasonOf } from './caller';
import { createLedger } from './ledger';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A caller whose requests are answered like this, and what it notes. */
async function calling(answer: RequestListener) {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const ledger = createLedger();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { caller: createCaller(origin, '198.18.7.1', ledger), ledger };
}

async function gather(stream: AsyncIterable<unknown>): Promise<unknown[]> {
  const states: unknown[] = [];
  for await (const state of stream) states.push(state);
  return states;
}

it.each([
  ['database_down', { error: { code: 'unavailable', reason: 'database_down', message: '' } }],
  ['limited', { error: { json: { message: '', data: { reason: 'limited' } } } }],
  ['signed_out', { json: { message: '', data: { reason: 'signed_out' } } }],
  [null, { error: { reason: 'internal' } }],
  [null, { error: 'Internal Server Error' }],
  [null, null],
])('the word of a refusal is %s', (reason, body) => {
  expect(reasonOf(body)).toBe(reason);
});

it('tells the states of a stream however they are cut up, and that it ended', async () => {
  const { caller, ledger } = await calling((_, response) => {
    response.write('event: connected\ndata: {}\n\ndata: {"json":{"phase":"lo');
    setImmediate(() =>
      response.end('ading"}}\n\n: ping\n\nid: 2\ndata: {"json":{"phase":"done"}}\n\nevent: return\n\n'),
    );
  });
  const states = await gather(caller.follow('refresh.progress', { evaluationId: 'one' }));
  expect(states).toEqual([{ phase: 'loading' }, { phase: 'done' }]);
  expect(ledger.notes).toMatchObject([{ act: 'refresh.progress', status: 200, reason: null }]);
});

it.each([
  ['breaks off', 'data: {"json":1}\n\n', { status: 0, reason: null }],
  [
    'tells a fault',
    'event: serialized-error\ndata: {"json":{"data":{"reason":"x"}}}\n\n',
    { status: 500, reason: 'x' },
  ],
])('notes a stream that %s', async (_, text, noted) => {
  const { caller, ledger } = await calling((_, response) => void response.end(text));
  await gather(caller.follow('refresh.progress', {}));
  expect(ledger.notes).toMatchObject([noted]);
});

it('notes a request without an answer as one', async () => {
  const { caller, ledger } = await calling((request) => void request.socket.destroy());
  expect(await caller.ask('query', 'monitors.list')).toEqual({ ok: false, status: 0, data: null, reason: null });
  expect(ledger.notes).toMatchObject([{ act: 'monitors.list', status: 0, expected: false }]);
});
