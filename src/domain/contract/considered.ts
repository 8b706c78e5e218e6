import { z } from 'zod';
import type { Snapshot } from '../snapshot';
import { FactValue } from '../value/value';
import type { RefusedCandidate } from './reading';

/** A value that was considered and refused, as it is kept with an evaluation. */
export const Considered = z.strictObject({ quote: z.string(), value: FactValue.nullable(), reason: z.string() });
export type Considered = z.infer<typeof Considered>;

/** What stood on a page on which nothing was read: enough for its person to know it again. */
export const Shown = z.strictObject({ title: z.string(), text: z.string() });
export type Shown = z.infer<typeof Shown>;

const MOST_KEPT = 8;
const LONGEST_QUOTE = 160;
const LONGEST_TITLE = 200;
const LONGEST_TEXT = 400;

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);

/** The first of them, bounded: pages hold any number of values, and values any number of entries. */
export function keptCandidates(refused: readonly RefusedCandidate[]): Considered[] {
  return refused.slice(0, MOST_KEPT).map(({ quote, value, reason }) => ({
    quote: cut(quote, LONGEST_QUOTE),
    // A list's entries stand in its quote.
    value: value?.type === 'object' || (value?.type === 'string' && value.text.length > LONGEST_QUOTE) ? null : value,
    reason: cut(reason, LONGEST_QUOTE),
  }));
}

/** The title and the beginning of the text of a page. */
export function shownBy({ title, text }: Pick<Snapshot, 'title' | 'text'>): Shown {
  return { title: cut(title, LONGEST_TITLE), text: cut(text.slice(0, LONGEST_TEXT * 2).trim(), LONGEST_TEXT) };
}
