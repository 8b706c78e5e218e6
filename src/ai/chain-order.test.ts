import { afterEach, describe, expect, it, vi } from 'vitest';
import { claudeAnswer, openAiAnswer, readAnswer } from '@/test/model-answers';
import { CONTEXT, FOUND, KETTLE, pageOf, QUESTION, useStubModels } from '@/test/stub-models';

const models = useStubModels();
afterEach(() => vi.useRealTimers());

const DEAR = { openai: { apiKey: 'stub', model: 'gpt-6.1-terra' } };
const asked = () => [models.claude.requests.length, models.openai.requests.length];
/** Reads facts that nobody has asked for before, one after the other. */
async function read(chain: ReturnType<typeof models.readers>, count: number, now = CONTEXT.now): Promise<string[]> {
  const by: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const question = { ...QUESTION, fact: `price ${crypto.randomUUID()}` };
    const result = await chain.read(question, await pageOf(KETTLE), null, { ...CONTEXT, now });
    by.push(result.reader ?? result.outcome);
  }
  return by;
}

describe('the cheapest model that is able', () => {
  it('is asked first, whatever the order of the settings', async () => {
    models.claude.answers.push(claudeAnswer(FOUND));
    models.openai.answers.push(openAiAnswer(FOUND));
    const order = ['openai', 'claude'] as ('openai' | 'claude')[];
    const chain = models.readers({ order, openai: { ...DEAR.openai, baseURL: models.openai.url } });
    expect(await read(chain, 3)).toEqual(['claude', 'claude', 'claude']);
    expect(asked()).toEqual([3, 0]);
    const understood = await chain.interpret('Tell me when the Kettle One costs less than $300', CONTEXT);
    expect([understood.ok, asked()]).toEqual([false, [4, 1]]);
  });

  it('gives way where what it reads is refused again and again, and comes back when that has faded', async () => {
    const invented = readAnswer({ quote: '$249.00', value_text: '$249.00' });
    models.claude.answers.push(claudeAnswer(invented));
    models.openai.answers.push(openAiAnswer(FOUND));
    const prices = { 'gpt-6.1-terra': { input: '0.2', output: '1', cached: '0' } };
    const chain = models.readers({ prices, openai: { ...DEAR.openai, baseURL: models.openai.url } });
    const by = await read(chain, 12);
    expect(new Set(by)).toEqual(new Set(['openai']));
    const [refused] = asked();
    expect(refused).toBeGreaterThan(2);
    expect(refused).toBeLessThan(10);
    await read(chain, 1);
    expect(asked()[0]).toBe(refused);
    models.claude.answers.splice(0, 1, claudeAnswer(FOUND));
    expect(await read(chain, 1, new Date(CONTEXT.now.getTime() + 6 * 3_600_000))).toEqual(['claude']);
  });

  it('that is down goes last, and a minute later one call finds out whether it is back', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: CONTEXT.now });
    models.claude.answers.push({ status: 503 });
    models.openai.answers.push(openAiAnswer(FOUND));
    const prices = { 'claude-haiku-5-5': { input: '0', output: '0', cached: '0' } };
    const chain = models.readers({ prices });
    await read(chain, 6);
    expect(asked()).toEqual([4, 6]);
    vi.setSystemTime(CONTEXT.now.getTime() + 61_000);
    // That it may be tried does not make it healthy.
    expect(chain.state()).toMatchObject([
      { name: 'claude', healthy: false },
      { name: 'openai', healthy: true },
    ]);
    await read(chain, 3, new Date());
    expect(asked()).toEqual([5, 9]);
    models.claude.answers.splice(0, 1, claudeAnswer(FOUND));
    vi.setSystemTime(CONTEXT.now.getTime() + 130_000);
    expect(await read(chain, 2, new Date())).toEqual(['claude', 'claude']);
    expect(asked()).toEqual([7, 9]);
    expect(chain.state()[0]).toMatchObject({ healthy: true });
  });
});
