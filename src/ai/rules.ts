import type { Interpretation } from '@/domain/contract/interpretation';
import type { PointCandidate } from '@/domain/contract/pointing';
import type { Question, ReaderName, Reading, ReadResult, Recipe } from '@/domain/contract/reading';
import type { PageCut } from '@/domain/page-cut';
import type { Snapshot, Span } from '@/domain/snapshot';
import { isOfKind } from '@/domain/value/fact-value';
import type { FactValue } from '@/domain/value/value';
import { interpretSentence } from '@/interpret/interpret-sentence';
import { MOST_ENTRIES } from '@/page/list-candidates';
import { cutShort } from './cut-short';
import { type PassagesForAll, selectForAll, selectPassages } from './model/passages';
import type { Understanding } from './reader';
import { ReaderError } from './reader-error';
import { askPage } from './reading/fitting';
import { judgeReading } from './reading/judge-reading';
import { offerCandidates } from './reading/offer-candidates';
import { readOtherwise } from './reading/read-otherwise';
import { readPointed } from './reading/read-pointed';
import { readRanked } from './reading/read-ranked';
import { healRecipe, readByRecipe } from './reading/recipe';
import { onWholePage } from './reading/whole-page';

/**
 * What of interpreting and reading is code alone. How long it takes only the prompt and the page know, so the app has
 * it carried out in threads (src/threads), where it can be ended; then it rejects with a ReaderError.
 */
export interface Rules {
  /** By the trained models of src/interpret. Rejects with ReaderError `not_understood` where nothing was. */
  interpret(prompt: string, now: Date, signal?: AbortSignal): Promise<Understanding>;
  /** The contract that a sentence would have if it meant a value of this type and unit; null where it cannot. */
  contractFor(prompt: string, value: FactValue, now: Date, signal?: AbortSignal): Promise<Interpretation | null>;
  /** By the ranker: the value where it is sure, with its recipe. `now` is for relative dates. */
  read(question: Question, snapshot: Snapshot, now: Date, signal?: AbortSignal): Promise<ReadResult>;
  /** By the recipe alone, verified; null on a miss. */
  readByRecipe(
    question: Question,
    snapshot: Snapshot,
    recipe: Recipe,
    signal?: AbortSignal,
  ): Promise<ReadResult | null>;
  /** Where some of the recipe still leads and the ranker agrees, with the recipe made anew; else null. */
  heal(question: Question, snapshot: Snapshot, recipe: Recipe, signal?: AbortSignal): Promise<ReadResult | null>;
  /** By another source of evidence than the one that gave `first`. */
  readAgain(question: Question, snapshot: Snapshot, first: FirstReading, signal?: AbortSignal): Promise<ReadResult>;
  /** Verifies what a model read, weighs it against the ranker, and compiles its recipe. */
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
  /** Those that it is shown where it is asked several questions at once. */
  passagesForAll(questions: readonly Question[], snapshot: Snapshot, signal?: AbortSignal): Promise<PassagesForAll>;
}

/** The reading that is to be confirmed. */
export interface FirstReading {
  value: FactValue;
  /** True where it was found by its place, not by its words. */
  byRecipe: boolean;
}

const NOT_UNDERSTOOD =
  'Monitors! did not understand this sentence. Say what should be true, for example: “Tell me when the price of … ' +
  'falls below …”.';

/** Carried out where it is asked for: in the threads themselves, and in tests of the rules. */
export const rulesHere: Rules = {
  interpret: async (prompt, now) => understand(prompt, now),
  contractFor: async (prompt, value, now) => contractFor(prompt, value, now),
  read: async (question, snapshot, now) => ofWhole(snapshot, readRanked(askPage(question, snapshot, now))),
  readByRecipe: async (question, snapshot, recipe) =>
    ofWhole(snapshot, readByRecipe(askPage(question, snapshot, loadedAt(snapshot)), recipe)),
  heal: async (question, snapshot, recipe) =>
    ofWhole(snapshot, healRecipe(askPage(question, snapshot, loadedAt(snapshot)), recipe)),
  readAgain: async (question, snapshot, first) =>
    ofWhole(snapshot, readOtherwise(askPage(question, snapshot, loadedAt(snapshot)), first)),
  judge: async (reader, question, snapshot, reading) =>
    ofWhole(snapshot, judgeReading(askPage(question, snapshot, loadedAt(snapshot)), reader, reading)),
  candidates: async (question, snapshot, now) => offerCandidates(askPage(question, snapshot, now)),
  readPointed: async (question, snapshot, span) =>
    ofWhole(snapshot, readPointed(askPage(question, snapshot, loadedAt(snapshot)), span)),
  passages: async (question, snapshot) => selectPassages(question, snapshot),
  passagesForAll: async (questions, snapshot) => selectForAll(questions, snapshot),
};

const loadedAt = (snapshot: Snapshot): Date => new Date(snapshot.loadedAt);

/** Of a page that was cut, and of a list that is longer than what is kept, no more than its part proves. */
function ofWhole<Result extends ReadResult | null>(snapshot: Snapshot, result: Result): Result | ReadResult {
  if (result === null) return result;
  const cut = snapshot.cut ?? cutOfList(result);
  return cut === undefined ? result : cutShort(result, cut);
}

function cutOfList(result: ReadResult): PageCut | undefined {
  const items = result.outcome === 'value' && result.value.type === 'object' ? result.value.items.length : 0;
  return items >= MOST_ENTRIES ? { of: 'entries', readTo: MOST_ENTRIES } : undefined;
}

function contractFor(prompt: string, value: FactValue, now: Date): Interpretation | null {
  const { kinds, exclude } = interpretSentence(prompt, { now, timeZone: 'UTC' });
  const meant = kinds.find(({ interpretation }) => isOfKind(value, interpretation));
  return meant ? excluding(exclude, meant.interpretation) : null;
}

function excluding(exclude: string[], interpretation: Interpretation): Interpretation {
  return exclude.length === 0 ? interpretation : { ...interpretation, exclude };
}

function understand(prompt: string, now: Date): Understanding {
  const { interpretation, probability, asked, exclude, alternatives, spans, note } = interpretSentence(prompt, {
    now,
    timeZone: 'UTC',
  });
  if (interpretation === null) throw new ReaderError('not_understood', NOT_UNDERSTOOD);
  const without = (one: Interpretation): Interpretation => excluding(exclude, one);
  return {
    interpretation: onWholePage(without(interpretation), spans.property.length > 0),
    probability,
    isSure: !asked,
    alternatives: alternatives.map(without),
    note,
  };
}
