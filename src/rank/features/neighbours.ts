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
  { name: 'rivals.line', of: ({ inLine }) => log(inLine) },
  { name: 'rivals.card', of: ({ inCard }) => (inCard < 0 ? -1 : log(inCard)) },
  { name: 'missing.item', of: (view) => heaviest(view, view.question.matches.item) },
  { name: 'missing.any', of: (view) => heaviest(view, -1) },
  { name: 'missing.digits', of: (view) => log(countBits(view.question.numbered & ~around(view))) },
  { name: 'item.own', of: (view) => ownBits(view, view.question.matches.item) },
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
function covered(view: View, wanted: number): number {
  return weighBits(wanted, around(view), view.question.matches.weights);
}

/** The question's words in the value's line, row, card, headings and the page's title, as bits. */
function around({ shares: { segment, card, heading, rowHeader, title, path } }: View): number {
  return segment.bits | card.bits | heading.bits | rowHeader.bits | title.bits | path.bits;
}

/** The weight of the rarest of the words in `wanted` that is nowhere around: one "black" that is missing counts. */
function heaviest(view: View, wanted: number): number {
  const missing = wanted & ~around(view);
  return view.question.matches.weights.reduce(
    (most, weight, word) => ((missing & (1 << word)) === 0 ? most : Math.max(most, weight)),
    0,
  );
}

/** Weight of the words in `wanted` that stand in the value's own line, row or card, headings and title left aside. */
function ownBits({ shares, question: { matches } }: View, wanted: number): number {
  const { segment, card, rowHeader } = shares;
  return weighBits(wanted, segment.bits | card.bits | rowHeader.bits, matches.weights);
}

function standsBy(starts: Int32Array, { start, end }: Candidate): boolean {
  return starts.some((at) => at > start - EXCLUDED_BEFORE && at < end + EXCLUDED_AFTER);
}
