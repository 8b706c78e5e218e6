import type { Span } from '@/domain/snapshot';
import type { FactValue } from '@/domain/value/value';

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
