import { afterErrors, type Question, type ReaderName, type ReadResult, type Recipe } from '@/domain/contract/reading';
import type { Snapshot } from '@/domain/snapshot';
import { equalValues } from '@/domain/value/fact-value';
import type { GuardedReader } from './guarded-reader';
import type { FirstValue, InterpretResult, ReaderContext, Readers, Understanding } from './reader';
import { ReaderError } from './reader-error';
import { type AskedFor, inOrderOfCost, type SuccessBook } from './reader-order';
import type { Rules } from './rules';

/**
 * Our own trained reader is asked first; then the models, by what an answer that counts may be expected to cost
 * (reader-order.ts).
 */
export function createChain(
  readers: GuardedReader[],
  rules: Rules,
  successes: Pick<SuccessBook, 'list'>,
): Omit<Readers, 'probe'> {
  const own = readers.filter(({ model }) => model === null);
  const inOrder = async (purpose: AskedFor, { now, withoutModels }: ReaderContext) =>
    withoutModels ? own : inOrderOfCost(readers, purpose, await successes.list(now), now);
  return {
    state: () => readers.map((reader) => ({ name: reader.name, healthy: reader.healthy() })),
    interpret: async (prompt, context) => interpret(await inOrder('interpret', context), prompt, context),
    readByRecipe: (question, snapshot, recipe, context) => readByRecipe(rules, question, snapshot, recipe, context),
    read: async (question, snapshot, recipe, context) => {
      const readers = () => inOrder('read', context);
      if (recipe === null) return readWith(await readers(), question, snapshot, context);
      return (
        (await readByRecipe(rules, question, snapshot, recipe, context)) ??
        (await healed(rules, question, snapshot, recipe, context)) ??
        (recipe.pointed ? LOST : readAnew(await readers(), question, snapshot, context))
      );
    },
    readIndependently: async (question, snapshot, first, context) =>
      readIndependently(rules, await inOrder('read', context), question, snapshot, first, context),
    candidates: async (question, snapshot, { now, signal }) =>
      (await answered(() => rules.candidates(question, snapshot, now, signal))) ?? [],
    contractFor: (prompt, value, { now, signal }) => answered(() => rules.contractFor(prompt, value, now, signal)),
    readPointed: async (question, snapshot, span, { signal }) =>
      (await answered(() => rules.readPointed(question, snapshot, span, signal))) ?? bestMiss([], true),
  };
}

/** A value that lost its place is found again by its name or not at all: another one would be a guess. */
const LOST: ReadResult = {
  outcome: 'fact_missing',
  message: 'The value does not stand where it did, or is named otherwise now. Point at it again.',
  refused: [],
  candidates: [],
  reader: 'recipe',
};

/** By models alone: our own reader has been heard when the recipe could not be healed. */
async function readAnew(
  readers: GuardedReader[],
  question: Question,
  snapshot: Snapshot,
  context: ReaderContext,
): Promise<ReadResult> {
  const models = readers.filter(({ name }) => name !== 'offline');
  if (models.length === 0) return LOST;
  const result = await readWith(models, question, snapshot, context);
  if (!('evidence' in result)) return LOST;
  return afterErrors(result, ['It did not stand where it did before and was looked for anew.']);
}

async function healed(
  rules: Rules,
  question: Question,
  snapshot: Snapshot,
  recipe: Recipe,
  { signal }: ReaderContext,
): Promise<ReadResult | null> {
  const result = await answered(() => rules.heal(question, snapshot, recipe, signal));
  return result && 'evidence' in result
    ? afterErrors(result, ['The page was laid out anew; its place was found again by its name.'])
    : null;
}

const NAMES: Record<GuardedReader['name'], string> = { offline: 'Our own reader', claude: 'Claude', openai: 'OpenAI' };

/**
 * Code by another source of evidence first, for it is free; then the models that did not give the first answer. The
 * first that agrees settles it; if none does, the last answer shows the disagreement.
 */
async function readIndependently(
  rules: Rules,
  readers: GuardedReader[],
  question: Question,
  snapshot: Snapshot,
  first: FirstValue,
  context: ReaderContext,
): Promise<ReadResult> {
  // Only the person knows another way to what was pointed at: here the second load alone is independent.
  if (first.recipe?.pointed && !first.isMisread)
    return (await readByRecipe(rules, question, snapshot, first.recipe, context)) ?? LOST;
  const given = { value: first.value, byRecipe: first.reader === 'recipe' && !first.isMisread };
  const again = () => rules.readAgain(question, snapshot, given, context.signal);
  const errors: string[] = [];
  let second = (await answered(again)) ?? bestMiss([], true);
  for (const reader of readers) {
    if (second.outcome === 'value' && equalValues(second.value, first.value)) break;
    if (reader.name === 'offline' || reader.name === first.reader) continue;
    errors.push(disagreement(second));
    second = await readWith([reader], question, snapshot, context);
  }
  return afterErrors(second, errors);
}

function disagreement(second: ReadResult): string {
  const by = second.reader === null || second.reader === 'recipe' || second.reader === 'person' ? null : second.reader;
  const who = by === null ? 'A second look' : `A second look by ${by === 'offline' ? 'our own reader' : NAMES[by]}`;
  return 'evidence' in second ? `${who} read “${second.evidence.quote}” instead.` : `${who} did not confirm it.`;
}

async function interpret(readers: GuardedReader[], prompt: string, context: ReaderContext): Promise<InterpretResult> {
  let asking: (Understanding & { reader: ReaderName }) | null = null;
  let notUnderstood: string | null = null;
  for (const reader of readers) {
    try {
      const understanding = await reader.interpret(prompt, context);
      if (understanding.isSure) return { ok: true, ...understanding, reader: reader.name };
      if (asking === null || understanding.probability > asking.probability)
        asking = { ...understanding, reader: reader.name };
    } catch (error) {
      if (!(error instanceof ReaderError)) throw error;
      if (error.kind === 'not_understood') notUnderstood ??= error.message;
    }
  }
  if (asking) return { ok: true, ...asking };
  if (notUnderstood) return { ok: false, reason: 'not_understood', message: notUnderstood };
  return {
    ok: false,
    reason: 'reader_unavailable',
    message: 'No reader could be reached to understand your sentence. Please try again in a minute.',
  };
}

/** A recipe that takes too long misses: the readers say what is to be told of such a page. */
async function readByRecipe(
  rules: Rules,
  question: Question,
  snapshot: Snapshot,
  recipe: Recipe,
  context: ReaderContext,
): Promise<ReadResult | null> {
  return answered(() => rules.readByRecipe(question, snapshot, recipe, context.signal));
}

/** Null where the reader could not answer. */
async function answered<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ReaderError) return null;
    throw error;
  }
}

async function readWith(
  readers: GuardedReader[],
  question: Question,
  snapshot: Snapshot,
  context: ReaderContext,
): Promise<ReadResult> {
  const misses: ReadResult[] = [];
  const errors: string[] = [];
  for (const reader of readers) {
    const result = await answered(() => reader.read(question, snapshot, context));
    if (result === null) errors.push(`${NAMES[reader.name]} could not be asked.`);
    else if ('evidence' in result) return afterErrors(result, errors);
    else {
      misses.push(result);
      if (result.outcome === 'unverified') errors.push(`${NAMES[reader.name]} was refused: ${result.message}`);
    }
  }
  return bestMiss(misses, misses.length < readers.length);
}

/**
 * What to tell when no reader brought a verified value: candidates to choose from first, then a reading that failed
 * verification. A reader that could not be asked might have found it, so then the fact is not called missing.
 */
function bestMiss(misses: ReadResult[], failed: boolean): ReadResult {
  // The last that offers something has heard the most: a model's doubt names its own reading before the ranker's.
  const ambiguous = misses.findLast((miss) => 'candidates' in miss && miss.candidates.length > 0);
  if (ambiguous) return ambiguous;
  if (!failed) {
    const miss = misses.find((candidate) => candidate.outcome === 'unverified') ?? misses[0];
    if (miss) return miss;
  }
  return {
    outcome: 'reader_unavailable',
    message:
      misses.length > 0
        ? 'Our own reader did not find it, and the AI reader could not be asked. Please try again later.'
        : 'No reader could be asked. Please try again later.',
    refused: misses.flatMap((miss) => miss.refused),
    candidates: [],
    reader: null,
  };
}
