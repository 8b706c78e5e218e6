import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claudeAnswer, interpretAnswer, openAiAnswer, readAnswer } from '@/test/model-answers';
import { type StubServer, startStubServer } from '@/test/stub-server';

const folder = mkdtempSync(join(tmpdir(), 'monitors-eval-'));
afterAll(() => rmSync(folder, { recursive: true }));

let stub: StubServer;
beforeEach(async () => {
  stub = await startStubServer();
});
afterEach(() => stub.close());

const PROMPT = 'Tell me when the Kettle One costs less than $300';
const html = '<html lang="en"><title>Kettles</title><h1>Kettle One</h1><p>Our price <b>$249.00</b></p></html>';
const CASES = [
  { id: 'prompt', prompt: PROMPT },
  { id: 'page', prompt: PROMPT, url: 'https://shop.example.org/kettle-one', html },
];

async function evaluate(reader: string, environment: Record<string, string>) {
  const [cases, out] = [join(folder, 'cases.jsonl'), join(folder, 'answers.jsonl')];
  writeFileSync(cases, CASES.map((line) => JSON.stringify(line)).join('\n'));
  const args = ['bin/eval.ts', '--cases', cases, '--out', out, '--reader', reader, '--concurrency', '1'];
  const env = { ...process.env, ANTHROPIC_API_KEY: '', OPENAI_API_KEY: '', OPENAI_BASE_URL: '', ...environment };
  const child = spawn('node_modules/.bin/tsx', args, { env });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) return { code, said, answers: [] };
  const answers = readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { code, said, answers };
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
  it('asks that reader alone, for the interpretation and for the page, never the same twice, and counts its tokens', async () => {
    stub.answers.push(answer(interpretAnswer()), answer(FOUND));
    const { code, said, answers } = await evaluate(reader, settings(stub.url));
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('2 cases') });
    expect(answers).toMatchObject([
      { id: 'prompt', type: 'state', factType: 'number', unit: 'USD', condition: { op: 'lt', value: 300 }, reader },
      { id: 'page', outcome: 'value', value: 249, currency: 'USD', quote: '$249.00', conditionMet: true, reader },
    ]);
    expect(answers.map(({ tokens }) => tokens > 1_000)).toEqual([true, true]);
    // The second case has the same prompt: its interpretation is known.
    expect(stub.requests.map((request) => request.path)).toEqual([path, path]);
  }, 60_000);

  it('takes no value from it that the page does not show', async () => {
    const invented = readAnswer({ quote: '$199.00', value_text: '$199.00' });
    stub.answers.push(answer(interpretAnswer()), answer(invented));
    const { answers } = await evaluate(reader, settings(stub.url));
    expect(answers[1]).toMatchObject({ id: 'page', value: null, conditionMet: null });
    expect(answers[1].outcome).not.toBe('value');
  }, 60_000);

  it('says which key is missing', async () => {
    const { code, said } = await evaluate(reader, {});
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('has no key') });
  }, 60_000);
});
