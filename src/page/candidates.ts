import type { ParseHint } from '@/domain/written/hint';
import type { Candidate } from './candidate';
import type { PageIndex } from './index-page';
import { listCandidates } from './list-candidates';
import { signCandidates } from './sign-candidates';
import { textCandidates } from './text-candidates';
import { writtenCandidates } from './written-candidates';

/** Everything on the page that could be a fact, by family, in document order. */
export interface Candidates {
  /** Amounts, numbers, quantities, dates, times of day, releases. */
  written: Candidate[];
  texts: Candidate[];
  /** What says that something can be had, or cannot. */
  signs: Candidate[];
  lists: Candidate[];
}

/**
 * All candidates of a page. `hint` is the page's language and host, `now` what dates without a year are near to.
 * Bounded on every page (`MOST_…` in each file): what stands behind a bound is no candidate.
 */
export function candidatesOf(index: PageIndex, hint: ParseHint, now: Date): Candidates {
  return {
    written: writtenCandidates(index, hint, now),
    texts: textCandidates(index),
    signs: signCandidates(index),
    lists: listCandidates(index),
  };
}
