import { afterEach, beforeEach, expect, it } from 'vitest';
import { type StubServer, startStubServer } from '@/test/stub-server';
import { createMemoryLedger, createReaders, type ReaderSettings } from './create-readers';
import { probeEnd } from './model/model-client';
import { rulesHere } from './rules';

let server: StubServer;
beforeEach(async () => {
  server = await startStubServer();
});
afterEach(() => server.close());

function readersOf(order: ReaderSettings['order']) {
  const [claude, openai] = ['claude-haiku-5-5', 'local-1'].map((model) => ({
    apiKey: 'k',
    model,
    baseURL: server.url,
  }));
  const limits = { monthlyUsd: '0', personDailyUsd: '0' };
  const settings = { order, claude: claude ?? null, openai: openai ?? null, limits, callMs: 1_000 };
  return createReaders(settings, createMemoryLedger(), rulesHere);
}

it.each([
  [200, 'answered'],
  [401, 'refused'],
  [404, 'not_told'],
  [429, 'answered'],
  [503, 'silent'],
] as const)('a provider that says %i to the question after its model %s', async (status, end) => {
  server.answers.push({ status });
  expect(await readersOf(['claude', 'openai']).probe(AbortSignal.timeout(1_000))).toEqual([
    { name: 'claude', end },
    { name: 'openai', end },
  ]);
  const asked = server.requests.map(({ method, path }) => `${method} ${path}`).sort();
  expect(asked).toEqual(['GET /models/local-1', 'GET /v1/models/claude-haiku-5-5']);
});

it('one that says nothing is given up, and one that is not used is not asked', async () => {
  server.answers.push({ hang: true });
  const began = performance.now();
  expect(await readersOf(['claude']).probe(AbortSignal.timeout(100))).toEqual([{ name: 'claude', end: 'silent' }]);
  expect(performance.now() - began).toBeLessThan(900);
  expect(await readersOf(['offline']).probe(AbortSignal.timeout(100))).toEqual([]);
});

it('the provider itself that does not know the model refuses it', async () => {
  const unknown = () => Promise.reject(Object.assign(new Error('no such model'), { status: 404 }));
  expect(await probeEnd(unknown, true)).toBe('refused');
  expect(await probeEnd(unknown, false)).toBe('not_told');
});
