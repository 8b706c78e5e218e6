import type { ParseHint } from '@/domain/written/hint';
import type { Candidate } from './candidate';
import type { PageIndex } from './index-page';
import { listCandidates } from './list-candidates';
import { namedCandidates } from './named-candidates';
import { signCandidates } from './sign-candidates';
import { textCandidates } from './text-candidates';
import { writtenCandidates } from './written-candidates';

/** Everything on the page that could be a fact, by family, in document order. */
export interface Candidates {
  /** Amounts, numbers, quantities, dates, times of day, releases. */
  written: Candidate[];
  texts: Candidate[];
  /** What is named inside sentences and stands in no place of its own: it proves nothing, but may be what is asked. */
  named: Candidate[];
  /** What says that something can be had, or cannot. */
  signs: Candidate[];
  lists: Candidate[];
}

/**
 * All candidates of a page. `hint` is the page's language and host, `now` what dates without a year are near to.
 * Bounded on every page (`MOST_…` in each file): what stands behind a bound is no candidate.
 */
export function candidatesOf(index: PageIndex, hint: ParseHint, now: Date): Candidates {
  const texts = textCandidates(index);
  return {
    written: writtenCandidates(index, hint, now),
    texts,
    named: namedCandidates(index, texts),
    signs: signCandidates(index),
    lists: listCandidates(index),
  };
}
