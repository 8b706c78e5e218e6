import type { Span } from '@/domain/snapshot';
import { cellAt, type PageIndex } from '@/page/index-page';
import { countBits, weighBits } from '../bits';
import { coverage } from '../matches';
import type { View } from '../view';
import type { Feature } from './feature';

/** Longer texts tell more than what a value is called; in characters. */
const LONGEST_LABEL = 60;
const LONGEST_BEHIND = 40;
const WORD = /[\p{L}\p{N}]+/gu;

/** What may be a value's name: the heads of its row and column, the line above, the words beside it. */
function labelsOf({ index, candidate }: View): Span[] {
  const { start, end, segment, node } = candidate;
  const line = index.segments[segment] ?? { start, end };
  const cell = cellAt(index, node);
  const above = index.segments[segment - 1];
  const behind = { start: end, end: line.end };
  return [
    { start: Math.max(line.start, start - LONGEST_LABEL), end: start },
    ...(cell?.rowHeader ? [cell.rowHeader] : []),
    ...(cell?.columnHeader ? [cell.columnHeader] : []),
    ...(above && isShort(above, LONGEST_LABEL) ? [above] : []),
    ...(isShort(behind, LONGEST_BEHIND) ? [behind] : []),
  ];
}

const isShort = ({ start, end }: Span, most: number): boolean => end > start && end - start <= most;

/** How nearly a label says what is asked and nothing else: the harmonic mean of what it has of that and of itself. */
function exactness(view: View, wanted: number): number {
  const { index, question } = view;
  if (wanted === 0) return 0;
  const known = question.matches.item | question.matches.property;
  const sayings = labelsOf(view).map((label) => {
    const { bits } = coverage(question.matches, label.start, label.end);
    const recall = weighBits(wanted, bits, question.matches.weights);
    const precision = Math.min(1, countBits(bits & known) / Math.max(1, wordsIn(index, label)));
    return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
  });
  return Math.max(0, ...sayings);
}

const wordsIn = ({ text }: PageIndex, { start, end }: Span): number => text.slice(start, end).match(WORD)?.length ?? 0;

/** Whether something beside the value says just what is asked. */
export const EXACT: readonly Feature[] = [
  { name: 'exact.property', of: (view) => exactness(view, view.question.matches.property) },
];
