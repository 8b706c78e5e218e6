import type { Question, ReaderUsage, Reading, RefusedCandidate } from '@/domain/contract/reading';
import type { Snapshot } from '@/domain/snapshot';
import { parseFactValue } from '@/domain/value/fact-value';
import type { FactValue } from '@/domain/value/value';
import { mapTexts, storableText } from '@/domain/written/storable-text';
import { costUsd, mostTokens, type Price } from '../prices';
import type { Reader, ReaderCall, Understanding } from '../reader';
import { ReaderError } from '../reader-error';
import { InterpretAnswer, ReadAnswer, toInterpretation } from './answers';
import { INTERPRET_INSTRUCTIONS, interpretData, READ_INSTRUCTIONS, readData } from './instructions';
import type { ModelAnswer, ModelClient, ModelRequest } from './model-client';

const MAX_OUTPUT_TOKENS = 1_500;
const MAX_LIST_OUTPUT_TOKENS = 6_000;

/** A model and what it costs. */
interface Model {
  client: ModelClient;
  price: Price;
}

/** A reader that asks a model. It proposes; nothing it says counts before code has verified it. */
export function createModelReader(name: 'claude' | 'openai', model: Model): Reader {
  return {
    name,
    async interpret(prompt, now, call) {
      const request = {
        instructions: INTERPRET_INSTRUCTIONS,
        data: interpretData(prompt, now),
        schema: InterpretAnswer,
        schemaName: 'interpretation',
        maxOutputTokens: MAX_OUTPUT_TOKENS,
      };
      return askFor(name, model, 'interpret', request, call, (value) => understandingOf(value, prompt));
    },
    async read(question, snapshot, call) {
      const request = {
        instructions: READ_INSTRUCTIONS,
        data: readData(question, snapshot, call?.passages),
        schema: ReadAnswer,
        schemaName: 'reading',
        maxOutputTokens: question.factType === 'object' ? MAX_LIST_OUTPUT_TOKENS : MAX_OUTPUT_TOKENS,
      };
      return askFor(name, model, 'read', request, call, (value) => readingOf(value, question, snapshot));
    },
  };
}

/**
 * Reserves, asks, counts what it cost whatever came back, and reads the answer; null from `read` means malformed. What
 * timed out may have been carried out and charged all the same, so it counts as what was reserved.
 */
async function askFor<Result>(
  reader: 'claude' | 'openai',
  { client, price }: Model,
  purpose: ReaderUsage['purpose'],
  request: Omit<ModelRequest, 'signal'>,
  call: ReaderCall | undefined,
  read: (json: unknown) => Result | null,
): Promise<Result> {
  const startedAt = performance.now();
  const most = {
    input: mostTokens(request.instructions, request.data),
    output: request.maxOutputTokens,
    cached: 0,
  };
  const reserved = costUsd(price, most);
  await call?.reserve?.(reserved);
  const report = (outcome: ReaderUsage['outcome'], tokens: ModelAnswer['tokens'], cost = costUsd(price, tokens)) =>
    call?.onUsage?.({
      reader,
      model: client.model,
      purpose,
      inputTokens: tokens.input,
      outputTokens: tokens.output,
      cachedTokens: tokens.cached,
      costUsd: cost,
      latencyMs: Math.round(performance.now() - startedAt),
      outcome,
    });
  let answer: ModelAnswer;
  try {
    // Cut in the middle of a pair, the page's text would make the whole call invalid JSON to the model's server.
    answer = await client.ask({ ...request, data: storableText(request.data), signal: call?.signal });
  } catch (error) {
    const kind = client.failureKind(error);
    report(kind, { input: 0, output: 0, cached: 0 }, kind === 'timeout' ? reserved : '0');
    throw new ReaderError(kind, `The reader ${reader} did not answer (${kind}).`, { cause: error });
  }
  const result = answer.stopped === 'done' ? read(parseJson(answer.text)) : null;
  const failure = answer.stopped === 'done' ? 'malformed' : answer.stopped;
  report(result === null ? failure : 'ok', answer.tokens);
  if (result === null) throw new ReaderError(failure, `The answer of the reader ${reader} was ${failure}.`);
  return result;
}

function parseJson(text: string): unknown {
  try {
    return mapTexts(JSON.parse(text), storableText);
  } catch {
    return undefined;
  }
}

/** How often models understand a sentence rightly where they do not ask back. */
const MODEL_UNDERSTANDS = 0.95;

function understandingOf(json: unknown, prompt: string): Understanding | null {
  const answer = InterpretAnswer.safeParse(json);
  const interpretation = answer.success ? toInterpretation(answer.data, prompt) : null;
  if (interpretation === null) return null;
  const isSure = interpretation.clarification === null;
  return { interpretation, probability: isSure ? MODEL_UNDERSTANDS : 0.5, isSure, alternatives: [], note: null };
}

/** The model says where the value stands; our parsers say what it is. */
function readingOf(json: unknown, question: Question, snapshot: Snapshot): Reading | null {
  const parsed = ReadAnswer.safeParse(json);
  if (!parsed.success) return null;
  const answer = parsed.data;
  const refused = answer.refused.map(
    (candidate): RefusedCandidate => ({ quote: candidate.quote, value: null, reason: candidate.reason.slice(0, 200) }),
  );
  if (answer.found === 'missing') {
    return { found: 'missing', reason: answer.reason?.slice(0, 300) ?? 'The page does not state it.', refused };
  }
  if (answer.found === 'ambiguous') {
    const candidates = answer.candidates.map((quote) => ({ quote, value: null, reason: 'could be meant' }));
    return candidates.length > 1 ? { found: 'ambiguous', candidates, refused } : null;
  }
  if (!answer.quote) return null;
  if (answer.found === 'absent') return { found: 'absent', quote: answer.quote, span: null, locator: null, refused };
  const value = typedValue(answer, question, snapshot);
  return value && { found: 'value', value, quote: answer.quote, span: null, locator: null, refused };
}

function typedValue(answer: ReadAnswer, question: Question, snapshot: Snapshot): FactValue | null {
  if (question.factType === 'object') {
    return answer.entries.length > 0 ? { type: 'object', items: answer.entries } : null;
  }
  const hint = { language: snapshot.language ?? question.language, url: snapshot.finalUrl };
  for (const text of [answer.value_text, answer.quote]) {
    const value = text ? parseFactValue(text, question.factType, question.unit, hint) : null;
    if (value) return value;
  }
  return question.factType === 'boolean' && answer.yes !== null ? { type: 'boolean', boolean: answer.yes } : null;
}
