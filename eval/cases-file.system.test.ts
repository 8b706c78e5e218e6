import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { claudeAnswer, interpretAnswer, openAiAnswer, readAnswer } from '@/test/model-answers';
import { type StubServer, startStubServer } from '@/test/stub-server';
import { runCasesFile } from './cases-file';

// They begin threads and programs, which takes its time beside other tests.
vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'monitors-eval-'));
afterAll(() => rmSync(folder, { recursive: true }));

let stub: StubServer;
beforeEach(async () => {
  stub = await startStubServer();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await stub.close();
});

const PROMPT = 'Tell me when the Kettle One costs less than $300';
const html = '<html lang="en"><title>Kettles</title><h1>Kettle One</h1><p>Our price <b>$249.00</b></p></html>';
const CASES = [
  { id: 'prompt', prompt: PROMPT },
  { id: 'page', prompt: PROMPT, url: 'https://shop.example.org/kettle-one', html },
];

async function evaluate(reader: string, environment: Record<string, string>) {
  const [cases, out] = [join(folder, 'cases.jsonl'), join(folder, 'answers.jsonl')];
  writeFileSync(cases, CASES.map((line) => JSON.stringify(line)).join('\n'));
  const env = { ANTHROPIC_API_KEY: '', OPENAI_API_KEY: '', OPENAI_BASE_URL: '', ...environment };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  await runCasesFile({ cases, out, oracle: undefined, width: 1, reader });
  return readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const FOUND = readAnswer({ quote: '$249.00', value_text: '$249.00' });

describe.each([
  [
    'claude',
    claudeAnswer,
    (url: string) => ({ ANTHROPIC_API_KEY: 'sk-test', ANTHROPIC_BASE_URL: url }),
    '/v1/messages',
  ],
  ['openai', openAiAnswer, (url: string) => ({ OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: url }), '/responses'],
] as const)('npm run eval -- --reader %s', (reader, answer, settings, path) => {
  it('asks that reader alone, for prompt and page, never the same twice, and counts its tokens', async () => {
    stub.answers.push(answer(interpretAnswer()), answer(FOUND));
    const answers = await evaluate(reader, settings(stub.url));
    expect(answers).toMatchObject([
      { id: 'prompt', type: 'state', factType: 'number', unit: 'USD', condition: { op: 'lt', value: 300 }, reader },
      { id: 'page', outcome: 'value', value: 249, currency: 'USD', quote: '$249.00', conditionMet: true, reader },
    ]);
    expect(answers.map(({ tokens }) => tokens > 1_000)).toEqual([true, true]);
    // The second case has the same prompt: its interpretation is known.
    expect(stub.requests.map((request) => request.path)).toEqual([path, path]);
  });

  it('takes no value from it that the page does not show', async () => {
    const invented = readAnswer({ quote: '$199.00', value_text: '$199.00' });
    stub.answers.push(answer(interpretAnswer()), answer(invented));
    const answers = await evaluate(reader, settings(stub.url));
    expect(answers[1]).toMatchObject({ id: 'page', value: null, conditionMet: null });
    expect(answers[1].outcome).not.toBe('value');
  });

  it('says which key is missing', async () => {
    await expect(evaluate(reader, {})).rejects.toThrow('has no key');
  });
});

it('ends with 1, and a sentence, for a reader that there is not', () => {
  const args = ['eval/eval.ts', '--reader', 'nobody'];
  const { status, stderr } = spawnSync('node_modules/.bin/tsx', args, { encoding: 'utf8' });
  expect({ status, stderr }).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('There is no reader "nobody"'),
  });
}, 60_000);
