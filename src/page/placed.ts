import type { Candidate } from './candidate';
import { nodeOf, type PageIndex } from './index-page';
import { lastAtOrBefore } from './lines';

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
