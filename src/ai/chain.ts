import type { Interpretation } from '@/domain/contract/interpretation';
import type { Question, ReaderName, ReadResult, Recipe } from '@/domain/contract/reading';
import type { Snapshot } from '@/domain/snapshot';
import { equalValues } from '@/domain/value/fact-value';
import type { GuardedReader } from './guarded-reader';
import type { InterpretResult, ReaderContext, Readers } from './reader';
import { ReaderError } from './reader-error';
import type { Rules } from './rules';

/** The readers in the order they are asked. One whose circuit is open goes last. */
export function createChain(readers: GuardedReader[], rules: Rules): Readers {
  const inOrder = () => [...readers].sort((a, b) => Number(b.healthy()) - Number(a.healthy()));
  return {
    state: () => readers.map((reader) => ({ name: reader.name, healthy: reader.healthy() })),
    interpret: (prompt, context) => interpret(inOrder(), prompt, context),
    readByRecipe: (question, snapshot, recipe, context) => readByRecipe(rules, question, snapshot, recipe, context),
    read: async (question, snapshot, recipe, context) => {
      const known = recipe && (await readByRecipe(rules, question, snapshot, recipe, context));
      if (recipe?.pointed) return known ?? LOST;
      return known ?? readWith(inOrder(), question, snapshot, context);
    },
    readIndependently: (question, snapshot, first, context) =>
      readIndependently(rules, inOrder(), question, snapshot, first, context),
    candidates: async (question, snapshot, { now, signal }) =>
      (await answered(() => rules.candidates(question, snapshot, now, signal))) ?? [],
    readPointed: async (question, snapshot, span, { signal }) =>
      (await answered(() => rules.readPointed(question, snapshot, span, signal))) ?? bestMiss([], true),
  };
}

/** What a person pointed at is found again or not at all: another value would be a guess. */
const LOST: ReadResult = {
  outcome: 'fact_missing',
  message:
    'What you pointed at does not stand where it did, or is named otherwise now. Point at it again, in a new monitor ' +
    'of the same sentence.',
  refused: [],
  candidates: [],
  reader: 'recipe',
};

/**
 * Code by other means first, for it is free; then the readers that did not give the first answer. The first that agrees
 * settles it; if none does, the last answer shows the disagreement.
 */
async function readIndependently(
  rules: Rules,
  readers: GuardedReader[],
  question: Question,
  snapshot: Snapshot,
  first: ReadResult & { outcome: 'value' },
  context: ReaderContext,
): Promise<ReadResult> {
  // Only the person knows another way to what was pointed at: here the second load alone is independent.
  if (first.recipe?.pointed) return (await readByRecipe(rules, question, snapshot, first.recipe, context)) ?? LOST;
  const locator = first.recipe?.locators[0] ?? null;
  const again = () => rules.readAgain(question, snapshot, context.now, locator, context.signal);
  let second = (await answered(again)) ?? bestMiss([], true);
  for (const reader of readers) {
    if (second.outcome === 'value' && equalValues(second.value, first.value)) return second;
    if (reader.name === 'offline' || reader.name === first.reader) continue;
    second = await readWith([reader], question, snapshot, context);
  }
  return second;
}

async function interpret(readers: GuardedReader[], prompt: string, context: ReaderContext): Promise<InterpretResult> {
  let asking: { interpretation: Interpretation; reader: ReaderName } | null = null;
  let notUnderstood: string | null = null;
  for (const reader of readers) {
    try {
      const interpretation = await reader.interpret(prompt, context);
      if (interpretation.clarification === null) return { ok: true, interpretation, reader: reader.name };
      asking ??= { interpretation, reader: reader.name };
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
  let failed = false;
  for (const reader of readers) {
    const result = await answered(() => reader.read(question, snapshot, context));
    if (result === null) failed = true;
    else if ('evidence' in result) return result;
    else misses.push(result);
  }
  return bestMiss(misses, failed);
}

/**
 * What to tell when no reader brought a verified value: candidates to choose from first, then a reading that failed
 * verification. A reader that could not be asked might have found it, so then the fact is not called missing.
 */
function bestMiss(misses: ReadResult[], failed: boolean): ReadResult {
  const ambiguous = misses.find((miss) => 'candidates' in miss && miss.candidates.length > 0);
  if (ambiguous) return ambiguous;
  if (!failed) {
    const miss = misses.find((candidate) => candidate.outcome === 'unverified') ?? misses[0];
    if (miss) return miss;
  }
  return {
    outcome: 'reader_unavailable',
    message:
      misses.length > 0
        ? 'Reading by rules did not find it, and the AI reader could not be asked. Please try again later.'
        : 'No reader could be asked. Please try again later.',
    refused: misses.flatMap((miss) => miss.refused),
    candidates: [],
    reader: null,
  };
}
