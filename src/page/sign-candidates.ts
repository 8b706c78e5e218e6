import { findAvailability } from '@/domain/written/availability';
import { type Candidate, placed } from './candidate';
import type { PageIndex } from './index-page';

/** More signs than any page for people has. */
const MOST_SIGNS = 5_000;
/** Lines are read many at a time, since starting the search costs more than a line does; in characters. */
const LONGEST_PASSAGE = 2_000;

/** Every sign of availability: "Sold out", "In stock", "Add to cart"; true where it says that it can be had. */
export function signCandidates(index: PageIndex): Candidate[] {
  const found: Candidate[] = [];
  for (const { start, end } of passagesOf(index)) {
    if (found.length >= MOST_SIGNS) break;
    for (const { available, span, quote } of findAvailability(index.text.slice(start, end))) {
      // Words of two lines are no statement.
      if (/[\n\t]/.test(quote)) continue;
      const value = { type: 'boolean', boolean: available } as const;
      found.push(placed(index, { kind: 'status', start: start + span.start, end: start + span.end, value }));
    }
  }
  return found;
}

/** Segments in a row, as far as they fit into one passage. */
function passagesOf({ segments }: PageIndex): { start: number; end: number }[] {
  const passages: { start: number; end: number }[] = [];
  for (const { start, end } of segments) {
    const open = passages.at(-1);
    if (open !== undefined && end - open.start <= LONGEST_PASSAGE) open.end = end;
    else passages.push({ start, end });
  }
  return passages;
}
