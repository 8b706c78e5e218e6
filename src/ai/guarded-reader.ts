import type { Question, Reading, ReadResult } from '@/domain/contract/reading';
import type { SourceProposal } from '@/domain/contract/source-proposal';
import type { Snapshot } from '@/domain/snapshot';
import { AnswerCache, type AnswerStore } from './answer-cache';
import { createAskAll } from './ask-together';
import { createBreaker } from './breaker';
import { type CountOptions, counted } from './counted';
import { type AnswerKey, answerKey, KeptReading, KeptUnderstanding } from './kept-answer';
import { INSTRUCTIONS_VERSION } from './model/instructions';
import type { Reader, ReaderCall, ReaderContext, Seat, Understanding } from './reader';
import { ReaderError } from './reader-error';
import type { AskedFor, PricedModel, SuccessBook } from './reader-order';
import type { Rules } from './rules';

/** Failures after which nobody can say whether the model would have answered. */
const NOT_TRIED = new Set(['over_budget', 'circuit_open', 'not_understood']);

export interface GuardedReader {
  readonly name: Reader['name'];
  /** What it asks; null for code. */
  readonly model: PricedModel | null;
  /** False while its circuit is open. */
  healthy(): boolean;
  /** Whether its turn may come before that of others: its circuit is closed, or has been open for a minute. */
  mayBeTried(): boolean;
  interpret(prompt: string, context: ReaderContext): Promise<Understanding>;
  /** Verified, with its recipe. */
  read(question: Question, snapshot: Snapshot, context: ReaderContext): Promise<ReadResult>;
}

export interface GuardOptions extends CountOptions {
  rules: Rules;
  model: PricedModel;
  answers: AnswerStore | null;
  successes: SuccessBook;
}

/**
 * Puts budget, cache, circuit breaker, time limit, the usage row and the book of successes around a paid reader;
 * `rules` judge its readings.
 */
export function guardReader(reader: Reader & { name: 'claude' | 'openai' }, options: GuardOptions): GuardedReader {
  const { rules, model, successes } = options;
  const cache = new AnswerCache(options.answers);
  const breaker = createBreaker();
  const note = (purpose: AskedFor, counts: boolean, now: Date) =>
    successes.note({ reader: reader.name, model: model.name, purpose }, counts, now);
  const keyOf = (...parts: string[]) => answerKey(reader.name, model.name, INSTRUCTIONS_VERSION, ...parts);
  /** A call that failed is noted here; whether an answer counts is known when it was judged. */
  const ask: Ask = async (purpose, context, call, served) => {
    try {
      return await counted(options, context, (given) => breaker.protect(() => call(given)), served);
    } catch (error) {
      const isTried = error instanceof ReaderError && !NOT_TRIED.has(error.kind) && !context.signal?.aborted;
      if (isTried) await note(purpose, false, context.now);
      throw error;
    }
  };
  return {
    name: reader.name,
    model,
    healthy: breaker.isClosed,
    mayBeTried: breaker.mayBeTried,
    interpret: (prompt, context) => {
      const key = keyOf('interpret', context.now.toISOString().slice(0, 10), prompt);
      return cache.get(key, KeptUnderstanding, context, async () => {
        const understood = await ask('interpret', context, (call) => reader.interpret(prompt, context.now, call));
        await note('interpret', true, context.now);
        return understood;
      });
    },
    read: createRead(reader, rules, cache, { keyOf, ask, note }),
  };
}

type Ask = <Answer>(
  purpose: AskedFor,
  context: ReaderContext,
  call: (call: ReaderCall) => Promise<Answer>,
  served?: readonly ReaderContext[],
) => Promise<Answer>;

interface Guard {
  keyOf: (...parts: string[]) => AnswerKey;
  ask: Ask;
  note: (purpose: AskedFor, counts: boolean, now: Date) => Promise<void>;
}

/** Reads by what is known, else together with others who are there, else by itself. */
function createRead(
  reader: Reader,
  rules: Rules,
  cache: AnswerCache,
  { keyOf, ask, note }: Guard,
): GuardedReader['read'] {
  const askAll = createAskAll(
    reader,
    rules,
    (context, call, served) => ask('read', context, call, served),
    (now) => note('read', false, now),
  );
  return async (question, snapshot, context) => {
    const passages = await rules.passages(question, snapshot, context.signal);
    const key = keyOf('read', JSON.stringify(question), passages);
    let isNew = false;
    const alone = () => {
      isNew = true;
      return ask('read', context, (call) => reader.read(question, snapshot, { ...call, passages }));
    };
    const together = async (seat: Seat): Promise<Reading> => {
      const known = await cache.find(key, KeptReading, context);
      if (known !== null) return known;
      const reading = (await seat.ask(reader.name, { question, snapshot, context }, askAll)) ?? (await alone());
      isNew = true;
      await cache.keep(key, reading, context);
      return reading;
    };
    const reading = await (context.seat ? together(context.seat) : cache.get(key, KeptReading, context, alone));
    const result = await rules.judge(reader.name, question, snapshot, reading, context.signal);
    if (isNew) await note('read', result.outcome !== 'unverified', context.now);
    return result;
  };
}

/** Reading by rules costs nothing and cannot be down: no guard but the same shape. */
export function rulesReader(rules: Rules): GuardedReader {
  return {
    name: 'offline',
    model: null,
    healthy: () => true,
    mayBeTried: () => true,
    interpret: (prompt, { now, signal }) => rules.interpret(prompt, now, signal),
    read: (question, snapshot, { now, signal }) => rules.read(question, snapshot, now, signal),
  };
}

/** Puts budget, time limit and the usage row around a web search; one that fails proposes nothing. */
export function guardSearch(
  search: (words: string, call: ReaderCall) => Promise<SourceProposal[]>,
  options: CountOptions,
): (words: string, context: ReaderContext) => Promise<SourceProposal[]> {
  return async (words, context) => {
    try {
      return await counted(options, context, (call) => search(words, call));
    } catch (error) {
      if (!(error instanceof ReaderError)) throw error;
      return [];
    }
  };
}
