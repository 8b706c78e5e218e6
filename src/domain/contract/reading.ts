import { z } from 'zod';
import type { FailureOutcome } from '../outcome';
import type { PageCut } from '../page-cut';
import type { Box, Span } from '../snapshot';
import type { FactValue } from '../value/value';
import type { Interpretation } from './interpretation';

/**
 * What a reader is asked of a snapshot: the interpretation without trigger values, so that none can leak into a value.
 */
export type Question = Pick<
  Interpretation,
  'fact' | 'item' | 'property' | 'factType' | 'unit' | 'language' | 'exclude'
> & {
  prompt: string;
  /** A monitor has this contract: what its sentence may mean of another kind is no answer. */
  isFixed?: boolean;
};

/** What a reader is asked: the interpretation without its thresholds. */
export function questionOf(prompt: string, interpretation: Omit<Question, 'prompt'>): Question {
  const { fact, item, property, factType, unit, language, exclude } = interpretation;
  return { prompt, fact, item, property, factType, unit, language, ...(exclude && { exclude }) };
}

/** How a verified reading can be found again without AI. */
export const Locator = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('structured'), syntax: z.string(), type: z.string().nullable(), path: z.string() }),
  z.strictObject({
    kind: z.literal('selector'),
    selector: z.string(),
    label: z.string().nullable(),
    /** That it is a name of the value's own element, and of no other. */
    own: z.literal(true).optional(),
  }),
  z.strictObject({
    kind: z.literal('cell'),
    /** Text of the row's header cells and of the column's header, as they stand on the page. */
    row: z.array(z.string()),
    column: z.string().nullable(),
    /** In older recipes; nothing reads it. */
    columnIndex: z.number().int().optional(),
    /** The heading above its table, where the page has another table with the same headers. */
    heading: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('json'), path: z.string() }),
  z.strictObject({ kind: z.literal('text'), before: z.string(), after: z.string() }),
  /** The last words of the lines above it and of its own line up to it. */
  z.strictObject({ kind: z.literal('lines'), before: z.string() }),
  /** Of a yes or no: that the words stand there as an entry among others, by which the list is known. */
  z.strictObject({
    kind: z.literal('presence'),
    words: z.string(),
    heading: z.string().nullable(),
    beside: z.array(z.string()).min(1),
  }),
  z.strictObject({
    kind: z.literal('list'),
    selector: z.string(),
    /** The heading above it, where the selector alone leads to several. */
    heading: z.string().optional(),
    /** The shape of its entries: what stands between them in another one is an advertisement or a notice. */
    entry: z.string().optional(),
  }),
]);
export type Locator = z.infer<typeof Locator>;

/** A value that was considered and refused, with the reason for the person ("struck through: the old price"). */
export interface RefusedCandidate {
  quote: string;
  value: FactValue | null;
  reason: string;
}

/**
 * A reader's answer about one snapshot, before verification. `missing`: the page was read and the fact is not on it.
 * `absent`: the page shows that there is none ("No results", an empty list). `ambiguous`: two or more remain.
 * `cut`: what the reader left out of the page.
 */
export type Reading = { cut?: PageCut } & Answer;

type Answer =
  | {
      found: 'value';
      value: FactValue;
      /** Literal substring of the snapshot's text. */
      quote: string;
      /** Where the quote stands, if the reader knows; else the first literal occurrence counts. */
      span: Span | null;
      locator: Locator | null;
      refused: RefusedCandidate[];
    }
  | { found: 'absent'; quote: string; span: Span | null; locator: Locator | null; refused: RefusedCandidate[] }
  | { found: 'ambiguous'; candidates: RefusedCandidate[]; refused: RefusedCandidate[] }
  | { found: 'missing'; reason: string; refused: RefusedCandidate[] };

/** What proves a reading. */
export interface Evidence {
  quote: string;
  span: Span;
  /** Box of the quote on the page; null on a cheap look. */
  box: Box | null;
}

/** Locators compiled from a verified reading, best first. */
export const Recipe = z.strictObject({
  version: z.number().int().min(1),
  locators: z.array(Locator).min(1).max(5),
  /** True once a cheap look has given the same value as the full look of the same refresh. */
  worksOnCheapLook: z.boolean(),
  /** A person pointed at it: where it is not found again, no reader guesses another value in its place. */
  pointed: z.literal(true).optional(),
  /** Stems of the item's words that stood on the page: without them it is another page. */
  words: z.array(z.string()).optional(),
  /** That they stood in its title or first heading: where they stand elsewhere only, it is another page as well. */
  titled: z.boolean().optional(),
  /** How its value is written, as far as that tells one kind of value from another: currency, pre-release. */
  form: z.string().optional(),
  /** Of a list: what its first entries were called. */
  entries: z.array(z.string()).optional(),
  /** What names its place, in words, wherever on the page that stands. */
  names: z.array(z.string()).optional(),
  /** That the row said already that it is closed or sold out. */
  denied: z.boolean().optional(),
});
export type Recipe = z.infer<typeof Recipe>;

/** `person`: somebody pointed at the value on the page's picture. */
export const ReaderName = z.enum(['recipe', 'offline', 'claude', 'openai', 'person']);
export type ReaderName = z.infer<typeof ReaderName>;

/** A verified reading, or the typed failure to get one; `cut` where the page was not read to its end. */
export type ReadResult = { cut?: PageCut } & Result;

type Result =
  | {
      outcome: 'value';
      value: FactValue;
      evidence: Evidence;
      refused: RefusedCandidate[];
      /** From 0 to 1, that it is what was asked for; whoever read it. */
      probability: number;
      /** What went wrong on the way to it, a sentence each, for the person. */
      errors?: string[];
      reader: ReaderName;
      recipe: Recipe | null;
    }
  | {
      outcome: 'absent';
      evidence: Evidence;
      refused: RefusedCandidate[];
      /** From 0 to 1, that it is what was asked for; whoever read it. */
      probability: number;
      /** What went wrong on the way to it, a sentence each, for the person. */
      errors?: string[];
      reader: ReaderName;
      recipe: Recipe | null;
    }
  | {
      outcome: FailureOutcome;
      message: string;
      refused: RefusedCandidate[];
      /** Two or more that could all be meant; the preview asks. */
      candidates: RefusedCandidate[];
      reader: ReaderName | null;
    };

/** A reading with what went wrong before it, ahead of what went wrong with it; of a failure its own message tells. */
export function afterErrors(result: ReadResult, errors: readonly string[]): ReadResult {
  if (errors.length === 0 || !('evidence' in result)) return result;
  return { ...result, errors: [...errors, ...(result.errors ?? [])] };
}

/** Tokens and money that a call of a reader cost; zero for code. */
export interface ReaderUsage {
  reader: ReaderName;
  model: string | null;
  purpose: 'interpret' | 'read' | 'propose_sources';
  inputTokens: number;
  outputTokens: number;
  cachedTokens: number;
  costUsd: string;
  /** False where the model's price is not known, so that the dearest rates were counted. */
  priceKnown?: boolean;
  latencyMs: number;
  outcome: 'ok' | 'timeout' | 'rate_limited' | 'server_error' | 'refused' | 'malformed' | 'truncated' | 'failed';
}
