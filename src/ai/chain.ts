import { equalValues } from '@/domain/fact-value';
import type { Interpretation } from '@/domain/interpretation';
import type { Question, ReaderName, Reading, ReadResult, Recipe, RefusedCandidate } from '@/domain/reading';
import type { Snapshot } from '@/domain/snapshot';
import { cutShort } from './cut-short';
import type { GuardedReader } from './guarded-reader';
import type { InterpretResult, ReaderContext, Readers } from './reader';
import { ReaderError } from './reader-error';
import { applyRecipe, compileRecipe, readByOtherMeans } from './recipe';
import { verifyReading } from './verify';

/** The readers in the order they are asked. One whose circuit is open goes last. */
export function createChain(readers: GuardedReader[]): Readers {
  const inOrder = () => [...readers].sort((a, b) => Number(b.healthy()) - Number(a.healthy()));
  return {
    state: () => readers.map((reader) => ({ name: reader.name, healthy: reader.healthy() })),
    interpret: (prompt, context) => interpret(inOrder(), prompt, context),
    readByRecipe,
    read: (question, snapshot, recipe, context) => {
      const known = recipe && readByRecipe(question, snapshot, recipe);
      return known ? Promise.resolve(known) : readWith(inOrder(), question, snapshot, context);
    },
    readIndependently: (question, snapshot, first, context) =>
      readIndependently(inOrder(), question, snapshot, first, context),
  };
}

/**
 * Code by other means first, for it is free; then the readers that did not give the first answer. The first that agrees
 * settles it; if none does, the last answer shows the disagreement.
 */
async function readIndependently(
  readers: GuardedReader[],
  question: Question,
  snapshot: Snapshot,
  first: ReadResult & { outcome: 'value' },
  context: ReaderContext,
): Promise<ReadResult> {
  const means = readByOtherMeans(question, snapshot, context.now, first.recipe?.locators[0] ?? null);
  let second = resultOf('offline', question, snapshot, means);
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

function readByRecipe(question: Question, snapshot: Snapshot, recipe: Recipe): ReadResult | null {
  const reading = applyRecipe(recipe, question, snapshot);
  const result = reading && resultOf('recipe', question, snapshot, reading);
  return result && 'evidence' in result ? { ...result, recipe } : null;
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
    try {
      const reading = await reader.read(question, snapshot, context);
      const result = resultOf(reader.name, question, snapshot, reading);
      if ('evidence' in result) return { ...result, recipe: compileRecipe(question, snapshot, reading) };
      misses.push(result);
    } catch (error) {
      if (!(error instanceof ReaderError)) throw error;
      failed = true;
    }
  }
  return bestMiss(misses, failed);
}

/** A verified reading, or the typed reason why there is none; of a page that was cut, no more than its part proves. */
function resultOf(reader: ReaderName, question: Question, snapshot: Snapshot, reading: Reading): ReadResult {
  const cut = reading.cut ?? snapshot.cut;
  const result = verified(reader, question, snapshot, reading);
  return cut === undefined ? result : cutShort(result, cut);
}

function verified(reader: ReaderName, question: Question, snapshot: Snapshot, reading: Reading): ReadResult {
  const { refused } = reading;
  if (reading.found === 'missing') return missed('fact_missing', reading.reason, reader, refused);
  if (reading.found === 'ambiguous') {
    const quotes = reading.candidates.map((candidate) => `“${candidate.quote}”`).join(' or ');
    const message = `The page shows more than one value that could be meant: ${quotes}. Name the one you want.`;
    return missed('fact_missing', message, reader, refused, reading.candidates);
  }
  const verdict = verifyReading(question, snapshot, reading);
  if (!verdict.ok) return missed('unverified', verdict.reason, reader, refused);
  const { evidence } = verdict;
  return reading.found === 'value'
    ? { outcome: 'value', value: verdict.value ?? reading.value, evidence, refused, reader, recipe: null }
    : { outcome: 'absent', evidence, refused, reader, recipe: null };
}

function missed(
  outcome: 'fact_missing' | 'unverified',
  message: string,
  reader: ReaderName,
  refused: RefusedCandidate[],
  candidates: RefusedCandidate[] = [],
): ReadResult {
  return { outcome, message, refused, candidates, reader };
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
