import { type FailureOutcome, isForPerson } from '@/domain/outcome';

interface Step {
  words: string;
  /** Below the monitor's own page. */
  path: string;
}

const POINT: Step = { words: 'Point again', path: '/point' };
const SENTENCE: Step = { words: 'Fix the sentence', path: '/edit?at=sentence' };
const PAGE: Step = { words: 'Try another page', path: '/edit?at=page' };

/** What its person can do about a failure, the likelier to help first; nothing where it is on our side. */
export function stepsAfter(outcome: FailureOutcome, isActive: boolean): Step[] {
  if (isForPerson(outcome)) return isActive ? [POINT, SENTENCE, PAGE] : [SENTENCE, PAGE];
  return outcome === 'internal' || outcome === 'reader_unavailable' ? [] : [PAGE];
}
