import type { InterpretAnswer, ReadAnswer } from '@/ai/model/answers';
import type { StubAnswer } from './stub-server';

/** An answer of the Messages API (POST /v1/messages) whose text is this JSON. */
export function claudeAnswer(json: unknown, given: { stop?: string; text?: string } = {}): StubAnswer {
  return {
    json: {
      id: 'msg_stub',
      type: 'message',
      role: 'assistant',
      model: 'claude-haiku-5-5',
      content: [{ type: 'text', text: given.text ?? JSON.stringify(json), citations: null }],
      stop_reason: given.stop ?? 'end_turn',
      stop_sequence: null,
      usage: {
        input_tokens: 1_000,
        output_tokens: 100,
        cache_creation_input_tokens: 0,
        cache_read_input_tokens: 500,
      },
    },
  };
}

/** An answer of the Responses API (POST /responses) whose text is this JSON. */
export function openAiAnswer(
  json: unknown,
  given: { status?: string; refusal?: string; text?: string } = {},
): StubAnswer {
  const content = given.refusal
    ? { type: 'refusal', refusal: given.refusal }
    : { type: 'output_text', text: given.text ?? JSON.stringify(json), annotations: [] };
  return {
    json: {
      id: 'resp_stub',
      object: 'response',
      status: given.status ?? 'completed',
      incomplete_details: given.status === 'incomplete' ? { reason: 'max_output_tokens' } : null,
      model: 'gpt-6-luna',
      output: [{ id: 'msg_stub', type: 'message', role: 'assistant', status: 'completed', content: [content] }],
      usage: {
        input_tokens: 1_500,
        input_tokens_details: { cached_tokens: 500 },
        output_tokens: 100,
        output_tokens_details: { reasoning_tokens: 0 },
        total_tokens: 1_600,
      },
    },
  };
}

/** A question of a request with several: the id under which it is to be answered, and what is asked. */
interface AskedQuestion {
  id: string;
  fact: string;
}

/** The questions of a request to Claude; none of one that asks a single one. */
export function questionsIn(body: unknown): AskedQuestion[] {
  const asked = (body as { messages: { content: string }[] }).messages[0]?.content ?? '';
  return [...asked.matchAll(/^<question id="([0-9a-f]+)">(.*)<\/question>$/gm)].map(([, id = '', json = '']) => ({
    id,
    fact: (JSON.parse(json) as { fact: string }).fact,
  }));
}

/**
 * Claude, as it answers one question or several by what `answerOf` says of a fact among so many; undefined
 * leaves it out.
 */
export function claudeReads(answerOf: (fact: string, among: number) => unknown): StubAnswer {
  return {
    to: (body) => {
      const asked = questionsIn(body);
      if (asked.length === 0) {
        const content = (body as { messages: { content: string }[] }).messages[0]?.content ?? '';
        const json = /^<question>(.*)<\/question>$/m.exec(content)?.[1] ?? '{}';
        return claudeAnswer(answerOf((JSON.parse(json) as { fact: string }).fact, 1) ?? {});
      }
      const answers = asked.flatMap(({ id, fact }) => {
        const answer = answerOf(fact, asked.length);
        return answer === undefined ? [] : [{ question: id, ...(answer as object) }];
      });
      return claudeAnswer({ answers });
    },
  };
}

export function readAnswer(given: Partial<ReadAnswer>): ReadAnswer {
  return {
    found: 'value',
    quote: null,
    value_text: null,
    yes: null,
    entries: [],
    refused: [],
    candidates: [],
    reason: null,
    ...given,
  };
}

/** The contract of "Tell me when the Kettle One costs less than $300". */
export function interpretAnswer(given: Partial<InterpretAnswer> = {}): InterpretAnswer {
  return {
    type: 'state',
    fact: 'price of the Kettle One in USD',
    item: 'Kettle One',
    property: 'price',
    fact_type: 'number',
    unit: 'USD',
    op: 'lt',
    value: '300',
    value2: null,
    amount: null,
    percent: null,
    text: null,
    sources: [],
    name: 'Kettle One below $300',
    language: 'en',
    question: null,
    choices: [],
    ...given,
  };
}
