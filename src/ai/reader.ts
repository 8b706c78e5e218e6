import type { Interpretation } from '@/domain/contract/interpretation';
import type { PointCandidate } from '@/domain/contract/pointing';
import type { Question, ReaderName, ReaderUsage, Reading, ReadResult, Recipe } from '@/domain/contract/reading';
import type { SourceProposal } from '@/domain/contract/source-proposal';
import type { ProbeEnd } from '@/domain/health';
import type { Snapshot, Span } from '@/domain/snapshot';
import type { FactValue } from '@/domain/value/value';

export interface ReaderCall {
  signal?: AbortSignal;
  /**
   * Called before a request to a provider with what it may cost at most, in US dollars.
   * @throws ReaderError `over_budget`: the request must not be made.
   */
  reserve?: (usd: string) => Promise<void>;
  /**
   * Called once for every request to a provider, also for those that fail. `outcomes`: how each question of a request
   * with several ended.
   */
  onUsage?: (usage: ReaderUsage, outcomes?: ReaderUsage['outcome'][]) => void;
  /** The lines of the page that can matter, where they were picked before. */
  passages?: string;
}

/** One reader. Throws ReaderError when it cannot answer; its answers are proposals until they are verified. */
export interface Reader {
  readonly name: Exclude<ReaderName, 'recipe' | 'person'>;
  /** `now` anchors relative dates ("before Friday"). */
  interpret(prompt: string, now: Date, call?: ReaderCall): Promise<Understanding>;
  read(question: Question, snapshot: Snapshot, call?: ReaderCall): Promise<Reading>;
  /** Several questions of one page in one request. Null for one that was answered badly: the others count. */
  readMany(questions: readonly Question[], snapshot: Snapshot, call?: ReaderCall): Promise<(Reading | null)[]>;
}

/** What was understood of a sentence. */
export interface Understanding {
  interpretation: Interpretation;
  /** From 0 to 1, that it is what the person means. */
  probability: number;
  /** False where the person is to be asked before it counts. */
  isSure: boolean;
  /** Other contracts that it may mean, the likelier first. */
  alternatives: Interpretation[];
  /** What of the sentence the contract leaves out, for the person; null where nothing is. */
  note: string | null;
}

/** Whose budget a call is charged to. */
export interface ReaderContext {
  userId: string | null;
  monitorId: string | null;
  evaluationId: string | null;
  now: Date;
  signal?: AbortSignal;
  /** Only our own reader reads: no model is asked. */
  withoutModels?: true;
  /** Others read the same page at this moment: what models have to be asked, they are asked together. */
  seat?: Seat;
}

/** One evaluation's place among those that read a page together (read-together.ts). */
export interface Seat {
  /**
   * Waits until nobody else can come with a question for this reader and page, and has all of them asked by one of
   * their `askAll`.
   * @returns null where this question is to be asked by itself.
   */
  ask(reader: string, asked: AskedTogether, askAll: AskAll): Promise<Reading | null>;
}

/** A question that may be asked together with others. */
export interface AskedTogether {
  question: Question;
  snapshot: Snapshot;
  context: ReaderContext;
}

/** Asks all at once; each gets its reading, or null where it is to be asked by itself. Rejects where none answered. */
export type AskAll = (asked: readonly AskedTogether[], signal: AbortSignal) => Promise<(Reading | null)[]>;

export type InterpretResult =
  | (Understanding & { ok: true; reader: ReaderName })
  | { ok: false; reason: 'not_understood' | 'reader_unavailable'; message: string };

/** A reader that is set up, and whether it may be asked now (false while its circuit is open). */
interface ReaderState {
  name: Exclude<ReaderName, 'recipe' | 'person'>;
  healthy: boolean;
}

/** The value to be confirmed. `isMisread`: the same characters, read again, prove nothing of it. */
export type FirstValue = ReadResult & { outcome: 'value'; isMisread?: boolean };

/** The chain: recipe first, then the readers in order, every answer verified in code, every call counted. */
export interface Readers {
  /** The readers that are set up, in order. */
  state(): ReaderState[];
  /** Asks the providers of the models that are set up whether they are there; costs nothing, never rejects. */
  probe(signal: AbortSignal): Promise<{ name: 'claude' | 'openai'; end: ProbeEnd }[]>;
  interpret(prompt: string, context: ReaderContext): Promise<InterpretResult>;
  read(question: Question, snapshot: Snapshot, recipe: Recipe | null, context: ReaderContext): Promise<ReadResult>;
  /**
   * Pages where a fact may stand, by a reader's web search: a call of its own that sees no page text. Empty where no
   * reader can search, the budget is spent or the search fails.
   */
  proposeSources?(words: string, context: ReaderContext): Promise<SourceProposal[]>;
  /** What on the page could be the fact, likeliest first, at most ten, for a person to choose from. Costs nothing. */
  candidates(question: Question, snapshot: Snapshot, context: ReaderContext): Promise<PointCandidate[]>;
  /** The value at the place that a person pointed at, with its recipe; `fact_missing` says why it cannot be taken. */
  readPointed(question: Question, snapshot: Snapshot, span: Span, context: ReaderContext): Promise<ReadResult>;
  /**
   * The contract that a sentence would have if it meant this value, which was offered for it; null where our own models
   * see none. Costs nothing.
   */
  contractFor(prompt: string, value: FactValue, context: ReaderContext): Promise<Interpretation | null>;
  /** By the recipe alone, verified; null on a miss. Costs nothing, asks nobody. */
  readByRecipe(
    question: Question,
    snapshot: Snapshot,
    recipe: Recipe,
    context: ReaderContext,
  ): Promise<ReadResult | null>;
  /**
   * Another reading of a second snapshot that shares nothing with the first answer: no recipe, and another reader or
   * another kind of locator than `first` used.
   */
  readIndependently(
    question: Question,
    snapshot: Snapshot,
    first: FirstValue,
    context: ReaderContext,
  ): Promise<ReadResult>;
}
