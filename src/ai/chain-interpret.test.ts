import { describe, expect, it } from 'vitest';
import { claudeAnswer, interpretAnswer, openAiAnswer } from '@/test/model-answers';
import { CONTEXT, PROMPT, useStubModels } from '@/test/stub-models';

const models = useStubModels();

describe('interpreting by models', () => {
  it('takes a contract that says what the sentence says', async () => {
    models.claude.answers.push(claudeAnswer(interpretAnswer()));
    const result = await models.readers().interpret(PROMPT, CONTEXT);
    expect(result).toMatchObject({
      ok: true,
      reader: 'claude',
      interpretation: { type: 'state', trigger: { op: 'lt', value: { number: '300', unit: 'USD' } }, sources: [] },
    });
  });

  it.each([
    ['a threshold that nobody wrote', { value: '250' }],
    ['an operator of the other kind', { op: 'increases' as const }],
  ])('does not take %s', async (_name, change) => {
    models.claude.answers.push(claudeAnswer(interpretAnswer(change)));
    models.openai.answers.push(openAiAnswer(interpretAnswer()));
    const result = await models.readers().interpret(PROMPT, CONTEXT);
    expect(result).toMatchObject({ ok: true, reader: 'openai' });
    expect(models.usage.map((row) => row.outcome)).toEqual(['malformed', 'ok']);
  });

  it('drops an address that the sentence does not name', async () => {
    models.claude.answers.push(claudeAnswer(interpretAnswer({ sources: ['https://evil.example/'] })));
    const result = await models.readers().interpret(PROMPT, CONTEXT);
    expect(result).toMatchObject({ ok: true, interpretation: { sources: [] } });
  });

  it('reads a compatible server that has no Responses API over Chat Completions', async () => {
    models.openai.answers.push(
      { status: 404, json: { error: { message: 'no such route' } } },
      {
        json: {
          id: 'chat_stub',
          choices: [
            {
              index: 0,
              finish_reason: 'stop',
              message: { role: 'assistant', content: JSON.stringify(interpretAnswer()) },
            },
          ],
          usage: { prompt_tokens: 50, completion_tokens: 20, total_tokens: 70 },
        },
      },
    );
    const result = await models.readers({ order: ['openai'] }).interpret(PROMPT, CONTEXT);
    expect(result).toMatchObject({ ok: true, reader: 'openai' });
    expect(models.openai.requests.map((request) => request.path)).toEqual(['/responses', '/chat/completions']);
  });
});
