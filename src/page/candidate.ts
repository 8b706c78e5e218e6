import type { Span } from '@/domain/snapshot';
import type { FactValue } from '@/domain/value/value';
import { nodeOf, type PageIndex } from './index-page';
import { lastAtOrBefore } from './lines';

/** What a candidate is by its writing alone. */
type CandidateKind =
  | 'money'
  | 'percent'
  | 'quantity'
  | 'number'
  | 'version'
  | 'date'
  | 'time'
  | 'text'
  | 'status'
  | 'list';

/**
 * A value on the page that could be the fact, generated without judgement. Offsets are UTF-16 into the visible text,
 * end exclusive; `quote` is literally what stands between them.
 */
export interface Candidate {
  kind: CandidateKind;
  start: number;
  end: number;
  quote: string;
  value: FactValue;
  /** Index of the innermost node that contains the span, -1 for none. */
  node: number;
  /** Index of the segment that it begins in. */
  segment: number;
  /** Of lists: from the first entry's start to the last one's end. */
  whole?: Span;
}

/** A candidate at its place on the page: its literal quote, innermost node and segment. */
export function placed(index: PageIndex, found: Pick<Candidate, 'kind' | 'start' | 'end' | 'value'>): Candidate {
  const { start, end } = found;
  return {
    ...found,
    quote: index.text.slice(start, end),
    node: nodeOf(index, start, end),
    segment: Math.max(0, lastAtOrBefore(index.segments, start)),
  };
}
