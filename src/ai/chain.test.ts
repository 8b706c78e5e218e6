import { describe, expect, it } from 'vitest';
import { claudeAnswer, openAiAnswer, readAnswer } from '@/test/model-answers';
import { CONTEXT, FOUND, KETTLE, PLAIN, pageOf, QUESTION, TWO_PRICES, useStubModels } from '@/test/stub-models';

const models = useStubModels();

describe('reading by models', () => {
  it('asks Claude with the page as data, no tools, and a cached instruction', async () => {
    models.claude.answers.push(claudeAnswer(FOUND));
    const result = await models.readers().read(QUESTION, await pageOf(KETTLE), null, CONTEXT);
    expect(result).toMatchObject({
      outcome: 'value',
      reader: 'claude',
      value: { type: 'number', number: '279', unit: 'USD' },
      evidence: { quote: '$279.00' },
    });
    const body = models.claude.requests[0]?.body as Record<string, unknown>;
    expect(body).not.toHaveProperty('tools');
    expect(JSON.stringify(body)).not.toContain('<b>');
    expect(JSON.stringify(body)).not.toContain('300');
    expect(body).toMatchObject({ system: [{ cache_control: { type: 'ephemeral' } }], max_tokens: expect.any(Number) });
    expect(models.usage).toMatchObject([
      {
        reader: 'claude',
        outcome: 'ok',
        inputTokens: 1_000,
        cachedTokens: 500,
        outputTokens: 100,
        costUsd: '0.000155',
      },
    ]);
  });

  it('refuses a quote that does not stand on the page and asks the next reader', async () => {
    models.claude.answers.push(claudeAnswer(readAnswer({ quote: '$249.00', value_text: '$249.00' })));
    models.openai.answers.push(openAiAnswer(FOUND));
    const result = await models.readers().read(QUESTION, await pageOf(KETTLE), null, CONTEXT);
    expect(result).toMatchObject({ outcome: 'value', reader: 'openai', value: { number: '279' } });
    expect('errors' in result && result.errors).toEqual([
      'Claude was refused: The quote does not stand in the visible text of the page.',
    ]);
  });

  it('says with the value which reader could not be asked', async () => {
    models.claude.answers.push({ status: 500, json: {} }, { status: 500, json: {} }, { status: 500, json: {} });
    models.openai.answers.push(openAiAnswer(FOUND));
    const result = await models.readers().read(QUESTION, await pageOf(KETTLE), null, CONTEXT);
    expect(result).toMatchObject({ reader: 'openai', errors: ['Claude could not be asked.'] });
  });

  it('calls an invented quote unverified when nobody does better', async () => {
    const invented = readAnswer({ quote: '$249.00', value_text: '$249.00' });
    models.claude.answers.push(claudeAnswer(invented));
    models.openai.answers.push(openAiAnswer(invented));
    const result = await models
      .readers({ order: ['claude', 'openai'] })
      .read(QUESTION, await pageOf('<h1>Kettle One</h1><p>Ask us for a price</p>'), null, CONTEXT);
    expect(result.outcome).toBe('unverified');
  });

  it.each([
    ['a time-out', { hang: true }, 'timeout'],
    [
      '429',
      { status: 429, json: { type: 'error', error: { type: 'rate_limit_error', message: 'slow down' } } },
      'rate_limited',
    ],
    ['500', { status: 500, json: { type: 'error', error: { type: 'api_error', message: 'oops' } } }, 'server_error'],
    [
      '529',
      { status: 529, json: { type: 'error', error: { type: 'overloaded_error', message: 'busy' } } },
      'server_error',
    ],
    ['401', { status: 401, json: { type: 'error', error: { type: 'authentication_error', message: 'no' } } }, 'failed'],
    ['a refusal', claudeAnswer({}, { stop: 'refusal', text: '' }), 'refused'],
    ['truncation', claudeAnswer({}, { stop: 'max_tokens', text: '{"found":"val' }), 'truncated'],
    ['malformed JSON', claudeAnswer({}, { text: 'Sure! {"found":' }), 'malformed'],
    ['JSON of another shape', claudeAnswer({ price: 12 }), 'malformed'],
  ])('goes on to the next reader after %s and counts both calls', async (_name, answer, outcome) => {
    models.claude.answers.push(answer);
    models.openai.answers.push(openAiAnswer(FOUND));
    const result = await models.readers({ callMs: 1_500 }).read(QUESTION, await pageOf(KETTLE), null, CONTEXT);
    expect(result).toMatchObject({ outcome: 'value', reader: 'openai' });
    expect(models.usage.map((row) => [row.reader, row.outcome])).toEqual([
      ['claude', outcome],
      ['openai', 'ok'],
    ]);
  });

  it('is reader_unavailable when the page is not readable by rules and every model fails', async () => {
    models.claude.answers.push({ status: 500 });
    models.openai.answers.push({ status: 503 });
    const result = await models
      .readers()
      .read(QUESTION, await pageOf('<h1>Tea</h1><p>nothing here</p>'), null, CONTEXT);
    expect(result.outcome).toBe('reader_unavailable');
    expect(models.usage).toHaveLength(2);
  });

  it('asks the person when our own reader is not sure and every model fails', async () => {
    models.claude.answers.push({ status: 500 });
    models.openai.answers.push({ status: 503 });
    const result = await models.readers({ alone: false }).read(QUESTION, await pageOf(TWO_PRICES), null, CONTEXT);
    expect(result).toMatchObject({ outcome: 'fact_missing', reader: 'offline' });
    const quotes = 'candidates' in result ? result.candidates.map(({ quote }) => quote) : [];
    expect(new Set(quotes)).toEqual(new Set(['$279.00', '$249.00']));
  });

  it('asks no model where our own reader is sure', async () => {
    const result = await models.readers({ alone: false }).read(QUESTION, await pageOf(PLAIN), null, CONTEXT);
    expect(result).toMatchObject({ outcome: 'value', reader: 'offline', value: { number: '279' } });
    expect(models.claude.requests.length + models.openai.requests.length).toBe(0);
  });

  it('asks nobody who costs money once the budget is spent', async () => {
    models.spent.month = '20.000001';
    const result = await models
      .readers()
      .read(QUESTION, await pageOf('<h1>Tea</h1><p>nothing here</p>'), null, CONTEXT);
    expect(result.outcome).toBe('reader_unavailable');
    expect(models.claude.requests.length + models.openai.requests.length).toBe(0);
  });

  it("keeps to the person's share of the day", async () => {
    models.spent.person = '1';
    await models.readers().read(QUESTION, await pageOf('<h1>Tea</h1><p>nothing here</p>'), null, CONTEXT);
    expect(models.claude.requests.length + models.openai.requests.length).toBe(0);
  });

  it('opens the circuit of a dead reader and leaves it alone', async () => {
    models.claude.answers.push({ status: 500 });
    models.openai.answers.push(openAiAnswer(FOUND));
    // Free, it stays the first for as long as its circuit lets it.
    const chain = models.readers({ prices: { 'claude-haiku-5-5': { input: '0', output: '0', cached: '0' } } });
    for (let index = 0; index < 7; index += 1) {
      await chain.read({ ...QUESTION, fact: `price ${index}` }, await pageOf(KETTLE), null, CONTEXT);
    }
    expect(models.claude.requests).toHaveLength(4);
    expect(models.openai.requests).toHaveLength(7);
  });

  it('asks once when the same question is asked again or at the same time', async () => {
    models.claude.answers.push(claudeAnswer(FOUND));
    const chain = models.readers();
    const snapshot = await pageOf(KETTLE);
    await Promise.all([1, 2, 3].map(() => chain.read(QUESTION, snapshot, null, CONTEXT)));
    await chain.read(QUESTION, snapshot, null, CONTEXT);
    expect(models.claude.requests).toHaveLength(1);
    expect(models.usage).toHaveLength(1);
  });

  it('sends no more of a long page than the passages that can matter', async () => {
    models.claude.answers.push(claudeAnswer(FOUND));
    const filler = Array.from({ length: 1_000 }, (_, index) => `<p>Paragraph ${index} about the history of tea</p>`);
    await models.readers().read(QUESTION, await pageOf(`${filler.join('')}${KETTLE}${filler.join('')}`), null, CONTEXT);
    const sent = JSON.stringify(models.claude.requests[0]?.body);
    expect(sent.length).toBeLessThan(30_000);
    expect(sent.includes('$279.00')).toBe(true);
  });
});
