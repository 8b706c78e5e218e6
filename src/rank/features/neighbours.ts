import type { Candidate } from '@/page/candidate';
import { countBits, weighBits } from '../bits';
import type { View } from '../view';
import { type Feature, log, numberOf, yes } from './feature';

const NEAR = 60;
const FAR = 2_000;
/** How far around the value a word of an exclusion counts, in characters. */
const EXCLUDED_BEFORE = 200;
const EXCLUDED_AFTER = 60;

const gap = (left: Candidate, right: Candidate): number => Math.min(FAR, Math.max(0, right.start - left.end));

/** The candidates of the same kind right before and behind: an old price beside the new, a value of the next card. */
export const NEIGHBOURS: readonly Feature[] = [
  { name: 'gap.before', of: ({ previous, candidate }) => log(previous === null ? FAR : gap(previous, candidate)) },
  { name: 'gap.after', of: ({ next, candidate }) => log(next === null ? FAR : gap(candidate, next)) },
  { name: 'more.than.before', of: (view) => yes(compared(view, view.previous) > 0) },
  { name: 'less.than.after', of: (view) => yes(compared(view, view.next) < 0) },
  { name: 'more.than.after', of: (view) => yes(compared(view, view.next) > 0) },
  { name: 'pair', of: (view) => yes(compared(view, view.previous) < 0 || compared(view, view.next) < 0) },
  { name: 'item.covered', of: (view) => covered(view, view.question.matches.item) },
  { name: 'property.covered', of: (view) => covered(view, view.question.matches.property) },
  {
    name: 'item.onPage',
    of: ({ question: { matches, found } }) => weighBits(matches.item, found, matches.weights),
  },
  { name: 'words.onPage', of: ({ question: { matches, found } }) => weighBits(-1, found, matches.weights) },
  { name: 'asked.words', of: ({ question }) => question.words.length },
  { name: 'asked.found', of: ({ question }) => countBits(question.found) },
  { name: 'asked.item', of: ({ question }) => countBits(question.matches.item) },
  { name: 'excluded', of: ({ question, candidate }) => yes(standsBy(question.excluded.starts, candidate)) },
];

/** -1, 0, 1: less or more than the other one, where it stands beside in the same card; 0 where it does not. */
function compared({ index, candidate }: View, other: Candidate | null): number {
  if (other === null || index.cards[other.node] !== index.cards[candidate.node]) return 0;
  const distance = other.start < candidate.start ? gap(other, candidate) : gap(candidate, other);
  return distance <= NEAR ? Math.sign(numberOf(candidate) - numberOf(other)) || 0 : 0;
}

/** Weight of the words in `wanted` that stand in the value's own surroundings. */
function covered({ shares, question: { matches } }: View, wanted: number): number {
  const { segment, card, heading, rowHeader, title, path } = shares;
  const around = segment.bits | card.bits | heading.bits | rowHeader.bits | title.bits | path.bits;
  return weighBits(wanted, around, matches.weights);
}

function standsBy(starts: Int32Array, { start, end }: Candidate): boolean {
  return starts.some((at) => at > start - EXCLUDED_BEFORE && at < end + EXCLUDED_AFTER);
}
