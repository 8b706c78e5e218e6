import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import type { Question, ReaderUsage, Reading, ReadResult } from '@/domain/contract/reading';
import type { SourceProposal } from '@/domain/contract/source-proposal';
import type { Snapshot } from '@/domain/snapshot';
import { AnswerCache, cacheKey } from './answer-cache';
import { type BudgetLimits, reserveBudget, type UsageLedger } from './budget';
import { INSTRUCTIONS_VERSION } from './model/instructions';
import type { Reader, ReaderCall, ReaderContext, Understanding } from './reader';
import { ReaderError } from './reader-error';
import type { Rules } from './rules';

const FAILURES_TO_OPEN = 4;
const OPEN_MS = 60_000;

/** Failures that speak of the provider's health; a refusal or a bad answer speaks of one question. */
const UNHEALTHY = new Set(['timeout', 'rate_limited', 'server_error', 'failed']);

export interface GuardedReader {
  readonly name: Reader['name'];
  /** False while its circuit is open: ask the others first. */
  healthy(): boolean;
  interpret(prompt: string, context: ReaderContext): Promise<Understanding>;
  /** Verified, with its recipe. */
  read(question: Question, snapshot: Snapshot, context: ReaderContext): Promise<ReadResult>;
}

export interface GuardOptions {
  ledger: UsageLedger;
  limits: BudgetLimits;
  /** Milliseconds for one call. */
  callMs: number;
}

/**
 * Puts budget, cache, circuit breaker, time limit and the usage row around a paid reader; `rules` judge its readings.
 */
export function guardReader(reader: Reader, options: GuardOptions & { rules: Rules }): GuardedReader {
  const { rules } = options;
  const cache = new AnswerCache();
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof ReaderError && UNHEALTHY.has(error.kind)),
    { halfOpenAfter: OPEN_MS, breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN) },
  );
  const guarded = <Answer extends Reading | Understanding>(
    key: string,
    context: ReaderContext,
    ask: (call: ReaderCall) => Promise<Answer>,
  ) => cache.get(key, () => counted(options, context, (call) => breaker.execute(() => ask(call)).catch(asReaderError)));
  return {
    name: reader.name,
    healthy: () => breaker.state === 0,
    interpret: (prompt, context) =>
      guarded(
        cacheKey(reader.name, INSTRUCTIONS_VERSION, 'interpret', context.now.toISOString().slice(0, 10), prompt),
        context,
        (call) => reader.interpret(prompt, context.now, call),
      ),
    read: async (question, snapshot, context) => {
      const passages = await rules.passages(question, snapshot, context.signal);
      const key = cacheKey(reader.name, INSTRUCTIONS_VERSION, 'read', JSON.stringify(question), passages);
      const reading = await guarded(key, context, (call) => reader.read(question, snapshot, { ...call, passages }));
      return rules.judge(reader.name, question, snapshot, reading, context.signal);
    },
  };
}

/** Reading by rules costs nothing and cannot be down: no guard but the same shape. */
export function rulesReader(rules: Rules): GuardedReader {
  return {
    name: 'offline',
    healthy: () => true,
    interpret: (prompt, { now, signal }) => rules.interpret(prompt, now, signal),
    read: (question, snapshot, { now, signal }) => rules.read(question, snapshot, now, signal),
  };
}

/** Puts budget, time limit and the usage row around a web search; one that fails proposes nothing. */
export function guardSearch(
  search: (words: string, call: ReaderCall) => Promise<SourceProposal[]>,
  options: GuardOptions,
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

/**
 * Every call reserves what it may cost and leaves its usage row, also one that fails. A row that cannot be written ends
 * the call: no blind spending. The reservation of a call that died unreported counts until it expires.
 */
async function counted<Answer>(
  { ledger, limits, callMs }: GuardOptions,
  context: ReaderContext,
  ask: (call: ReaderCall) => Promise<Answer>,
): Promise<Answer> {
  const rows: Promise<void>[] = [];
  let reservation: string | null = null;
  const reserve = async (usd: string) => {
    reservation = await reserveBudget(ledger, limits, usd, context);
  };
  const onUsage = (usage: ReaderUsage) => rows.push(ledger.settle(reservation, usage, context));
  const limit = AbortSignal.timeout(callMs);
  const signal = context.signal ? AbortSignal.any([context.signal, limit]) : limit;
  try {
    return await ask({ signal, reserve, onUsage });
  } finally {
    await Promise.all(rows);
  }
}

function asReaderError(error: unknown): never {
  if (error instanceof BrokenCircuitError) {
    throw new ReaderError('circuit_open', 'The reader has failed several times and is given a minute to recover.');
  }
  throw error;
}
