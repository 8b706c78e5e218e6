import type { Interpretation } from '@/domain/contract/interpretation';
import type { PointCandidate } from '@/domain/contract/pointing';
import type {
  Locator,
  Question,
  ReaderName,
  Reading,
  ReadResult,
  Recipe,
  RefusedCandidate,
} from '@/domain/contract/reading';
import type { Snapshot, Span } from '@/domain/snapshot';
import { cutShort } from './cut-short';
import { selectPassages } from './model/passages';
import { interpretOffline } from './offline/interpret/interpret';
import { readOffline } from './offline/read/read';
import { proposeCandidates } from './pointing/propose-candidates';
import { readByPointedRecipe, readPointed } from './pointing/read-pointed';
import { applyRecipe, compileRecipe, readByOtherMeans } from './recipe';
import { verifyReading } from './verify';

/**
 * What of interpreting and reading is code alone. How long it takes only the prompt and the page know, so the app has
 * it carried out in threads (src/threads), where it can be ended; then it rejects with a ReaderError.
 */
export interface Rules {
  /** By the offline rules. Rejects with ReaderError `not_understood` as they do. */
  interpret(prompt: string, now: Date, signal?: AbortSignal): Promise<Interpretation>;
  /** By the offline rules, verified, with its recipe. `now` is for relative dates. */
  read(question: Question, snapshot: Snapshot, now: Date, signal?: AbortSignal): Promise<ReadResult>;
  /** By the recipe alone, verified; null on a miss. */
  readByRecipe(
    question: Question,
    snapshot: Snapshot,
    recipe: Recipe,
    signal?: AbortSignal,
  ): Promise<ReadResult | null>;
  /** Again, in a way that shares no kind of locator with `first`; verified. */
  readAgain(
    question: Question,
    snapshot: Snapshot,
    now: Date,
    first: Locator | null,
    signal?: AbortSignal,
  ): Promise<ReadResult>;
  /** Verifies what a model read, and compiles its recipe. */
  judge(
    reader: ReaderName,
    question: Question,
    snapshot: Snapshot,
    reading: Reading,
    signal?: AbortSignal,
  ): Promise<ReadResult>;
  /** What on the page could be the fact, likeliest first. */
  candidates(question: Question, snapshot: Snapshot, now: Date, signal?: AbortSignal): Promise<PointCandidate[]>;
  /** The value where a person pointed, with its recipe. */
  readPointed(question: Question, snapshot: Snapshot, span: Span, signal?: AbortSignal): Promise<ReadResult>;
  /** The lines of the page that a model is shown. */
  passages(question: Question, snapshot: Snapshot, signal?: AbortSignal): Promise<string>;
}

/** Carried out where it is asked for: in the threads themselves, and in tests of the rules. */
export const rulesHere: Rules = {
  interpret: async (prompt, now) => interpretOffline(prompt, now),
  read: async (question, snapshot, now) => judged('offline', question, snapshot, readOffline(question, snapshot, now)),
  readByRecipe: async (question, snapshot, recipe) => {
    if (recipe.pointed) return readByPointedRecipe(recipe, question, snapshot);
    const reading = applyRecipe(recipe, question, snapshot);
    const result = reading && resultOf('recipe', question, snapshot, reading);
    return result && 'evidence' in result ? { ...result, recipe } : null;
  },
  readAgain: async (question, snapshot, now, first) =>
    resultOf('offline', question, snapshot, readByOtherMeans(question, snapshot, now, first)),
  judge: async (reader, question, snapshot, reading) => judged(reader, question, snapshot, reading),
  candidates: async (question, snapshot, now) => proposeCandidates(question, snapshot, now),
  readPointed: async (question, snapshot, span) => readPointed(question, snapshot, span),
  passages: async (question, snapshot) => selectPassages(question, snapshot),
};

function judged(reader: ReaderName, question: Question, snapshot: Snapshot, reading: Reading): ReadResult {
  const result = resultOf(reader, question, snapshot, reading);
  return 'evidence' in result ? { ...result, recipe: compileRecipe(question, snapshot, reading) } : result;
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
