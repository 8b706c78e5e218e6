import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ReaderUsage } from '@/domain/contract/reading';
import { type StubServer, startStubServer } from '@/test/stub-server';
import { createMemoryLedger, createReaders } from '../create-readers';
import { priceOf } from '../prices';
import { rulesHere } from '../rules';
import { createClaudeSearch } from './claude-search';

let stub: StubServer;
beforeAll(async () => {
  stub = await startStubServer();
});
beforeEach(() => {
  stub.requests.length = 0;
});
afterAll(() => stub.close());

const ANSWER = {
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'claude-haiku-5-5',
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage: { input_tokens: 900, output_tokens: 80, server_tool_use: { web_search_requests: 2 } },
  content: [
    { type: 'server_tool_use', id: 'srv_1', name: 'web_search', input: { query: 'Halden Q7' } },
    {
      type: 'web_search_tool_result',
      tool_use_id: 'srv_1',
      content: [
        {
          type: 'web_search_result',
          url: 'https://shop.example/q7',
          title: 'Halden Q7',
          encrypted_content: 'x',
          page_age: null,
        },
      ],
    },
    { type: 'text', text: 'See https://invented.example/ too.', citations: null },
  ],
};

const options = () => ({
  apiKey: 'k',
  model: 'claude-haiku-5-5',
  baseURL: stub.url,
  timeoutMs: 2_000,
  price: priceOf('claude-haiku-5-5'),
});

it('takes addresses from the results, never from what the model writes, and counts the call', async () => {
  stub.answers.splice(0, stub.answers.length, { json: ANSWER });
  const usages: ReaderUsage[] = [];
  const found = await createClaudeSearch(options())('price of the Halden Q7', {
    onUsage: (usage) => usages.push(usage),
  });
  expect(found).toEqual([{ url: 'https://shop.example/q7', title: 'Halden Q7', attribution: 'Found by web search' }]);
  expect(stub.requests[0]?.body).toMatchObject({
    tools: [{ type: 'web_search_20260318', name: 'web_search', max_uses: 3 }],
  });
  expect(usages).toMatchObject([{ purpose: 'propose_sources', inputTokens: 900, outputTokens: 80, outcome: 'ok' }]);
  // Two searches at a cent each, beside the tokens.
  expect(Number(usages[0]?.costUsd)).toBeCloseTo(0.02013, 6);
});

it('proposes nothing, and spends nothing, once the budget is spent or the service fails', async () => {
  const build = (monthlyUsd: string) =>
    createReaders(
      {
        order: ['offline', 'claude'],
        claude: options(),
        openai: null,
        limits: { monthlyUsd, personDailyUsd: '1' },
        callMs: 2_000,
      },
      createMemoryLedger(),
      rulesHere,
    );
  const context = { userId: null, monitorId: null, evaluationId: null, now: new Date() };
  expect(await build('0').proposeSources?.('price of the Halden Q7', context)).toEqual([]);
  expect(stub.requests).toHaveLength(0);
  stub.answers.splice(0, stub.answers.length, {
    status: 500,
    json: { type: 'error', error: { type: 'api_error', message: 'x' } },
  });
  expect(await build('1').proposeSources?.('price of the Halden Q7', context)).toEqual([]);
});
