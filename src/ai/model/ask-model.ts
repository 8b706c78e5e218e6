import type { ReaderUsage } from '@/domain/contract/reading';
import { mapTexts, storableText } from '@/domain/written/storable-text';
import { costUsd, mostTokens, type Price } from '../prices';
import type { ReaderCall } from '../reader';
import { ReaderError } from '../reader-error';
import type { ModelAnswer, ModelClient, ModelRequest } from './model-client';

/** A model and what it costs. */
export interface Model {
  name: 'claude' | 'openai';
  client: ModelClient;
  price: Price & { known?: boolean };
}

/** What a request asks for, and how its answer is read; null from `read` means malformed. */
export interface Asking<Result> {
  purpose: ReaderUsage['purpose'];
  request: Omit<ModelRequest, 'signal'>;
  read: (json: unknown) => Result | null;
  /** Of a request with several questions: how each of them ended. */
  outcomes?: (result: Result) => ReaderUsage['outcome'][];
}

/**
 * Reserves, asks, counts what it cost whatever came back, and reads the answer. What timed out may have been carried
 * out and charged all the same, so it counts as what was reserved.
 * @throws ReaderError
 */
export async function askModel<Result>(
  model: Model,
  { purpose, request, read, outcomes }: Asking<Result>,
  call: ReaderCall | undefined,
): Promise<Result> {
  const { name, client, price } = model;
  const most = { input: mostTokens(request.instructions, request.data), output: request.maxOutputTokens, cached: 0 };
  const reserved = costUsd(price, most);
  await call?.reserve?.(reserved);
  const report = reporter(model, purpose, call);
  let answer: ModelAnswer;
  try {
    // Cut in the middle of a pair, the page's text would make the whole call invalid JSON to the model's server.
    answer = await client.ask({ ...request, data: storableText(request.data), signal: call?.signal });
  } catch (error) {
    const kind = client.failureKind(error);
    report(kind, { input: 0, output: 0, cached: 0 }, { costUsd: kind === 'timeout' ? reserved : '0' });
    throw new ReaderError(kind, `The reader ${name} did not answer (${kind}).`, { cause: error });
  }
  const result = answer.stopped === 'done' ? read(parseJson(answer.text)) : null;
  const failure = answer.stopped === 'done' ? 'malformed' : answer.stopped;
  report(result === null ? failure : 'ok', answer.tokens, {
    outcomes: result === null ? undefined : outcomes?.(result),
  });
  if (result === null) throw new ReaderError(failure, `The answer of the reader ${name} was ${failure}.`);
  return result;
}

interface Told {
  costUsd?: string;
  outcomes?: ReaderUsage['outcome'][] | undefined;
}

function reporter({ name, client, price }: Model, purpose: ReaderUsage['purpose'], call: ReaderCall | undefined) {
  const startedAt = performance.now();
  return (outcome: ReaderUsage['outcome'], tokens: ModelAnswer['tokens'], told: Told) =>
    call?.onUsage?.(
      {
        reader: name,
        model: client.model,
        purpose,
        inputTokens: tokens.input,
        outputTokens: tokens.output,
        cachedTokens: tokens.cached,
        costUsd: told.costUsd ?? costUsd(price, tokens),
        ...(price.known === false && { priceKnown: false }),
        latencyMs: Math.round(performance.now() - startedAt),
        outcome,
      },
      told.outcomes,
    );
}

function parseJson(text: string): unknown {
  try {
    return mapTexts(JSON.parse(text), storableText);
  } catch {
    return undefined;
  }
}
