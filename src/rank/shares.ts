import type { Span } from '@/domain/snapshot';
import type { Candidate } from '@/page/candidate';
import { cellAt, headingAbove, type PageIndex } from '@/page/index-page';
import type { AskedPage } from './asked-page';
import { coverage, firstMatch, type Share } from './matches';

/** The places around a candidate in which the question's words are looked for. */
export const PLACES = [
  'own',
  'before',
  'after',
  'segment',
  'previous',
  'next',
  'previous2',
  'rowHeader',
  'columnHeader',
  'heading',
  'path',
  'title',
  'card',
  'container',
  'wideBefore',
  'wideAfter',
] as const;
type Place = (typeof PLACES)[number];
export type Shares = Record<Place, Share>;

const NOTHING: Share = { all: 0, item: 0, property: 0, bits: 0 };
/** In characters: beside the value, around it, in its card, in the box that names it. */
const NEAR = 60;
const WIDE = 300;
const LONGEST_CARD = 3_000;
const LONGEST_CONTAINER = 2_000;
const LONGEST_LIST = 20_000;
/** A box that says so much more than the value names it. */
const LEAST_CONTAINER = 60;
const MOST_STEPS = 12;
/** No page's text has as many characters. */
const LONGEST_PAGE = 2 ** 26;

/** How much of the question stands in every place around a candidate. */
export function sharesOf(index: PageIndex, question: AskedPage, candidate: Candidate): Shares {
  const { start, end, node, segment, whole } = candidate;
  const share = (from: number, to: number): Share => shareOf(question, from, to);
  const shareIn = (span: Span | null | undefined, longest = WIDE): Share =>
    span ? share(span.start, Math.min(span.end, span.start + longest)) : NOTHING;
  const line = index.segments[segment] ?? { start, end };
  // A list stands under the heading before it, not under that of its first entry.
  const heading = index.headings[headingAbove(index, whole ? Math.min(whole.start, start) - 1 : start)];
  const cell = cellAt(index, node);
  return {
    own: whole ? shareIn(whole, LONGEST_LIST) : share(start, end),
    before: share(Math.max(line.start, start - NEAR), start),
    after: share(end, Math.min(line.end, end + NEAR)),
    segment: share(line.start, line.end),
    previous: shareIn(index.segments[segment - 1], LONGEST_CONTAINER),
    next: shareIn(index.segments[segment + 1], LONGEST_CONTAINER),
    previous2: shareIn(index.segments[segment - 2], LONGEST_CONTAINER),
    rowHeader: shareIn(cell?.rowHeader),
    columnHeader: shareIn(cell?.columnHeader),
    heading: shareIn(heading),
    path: pathShare(index, question, heading?.above ?? -1),
    title: shareIn(index.h1),
    card: shareIn(index.nodes[index.cards[node] ?? -1], LONGEST_CARD),
    container: shareIn(containerOf(index, node, end - start), LONGEST_CONTAINER),
    wideBefore: shareIn(before(whole?.start ?? start)),
    wideAfter: shareIn({ start: whole?.end ?? end, end: (whole?.end ?? end) + WIDE }),
  };
}

const before = (start: number): Span => ({ start: Math.max(0, start - WIDE), end: start });

function shareOf(question: AskedPage, start: number, end: number): Share {
  const { starts } = question.matches;
  // Most places hold none of the question's words.
  if (end <= start || (starts[firstMatch(question.matches, start)] ?? end) >= end) return NOTHING;
  const key = start * LONGEST_PAGE + end;
  const known = question.measured.get(key);
  if (known) return known;
  const share = measure(question, start, end);
  question.measured.set(key, share);
  return share;
}

function measure({ matches }: AskedPage, start: number, end: number): Share {
  const { bits, strengths } = coverage(matches, start, end);
  if (bits === 0) return NOTHING;
  const [sums, totals] = [
    { all: 0, item: 0, property: 0 },
    { item: 0, property: 0 },
  ];
  for (let word = 0; word < strengths.length; word++) {
    const weight = matches.weights[word] ?? 0;
    const got = weight * (strengths[word] ?? 0);
    sums.all += got;
    for (const slot of ['item', 'property'] as const) {
      if ((matches[slot] & (1 << word)) === 0) continue;
      totals[slot] += weight;
      sums[slot] += got;
    }
  }
  const part = (slot: 'item' | 'property'): number => (totals[slot] > 0 ? sums[slot] / totals[slot] : 0);
  return { all: sums.all / matches.total, item: part('item'), property: part('property'), bits };
}

/** The best of the headings above the nearest one. */
function pathShare(index: PageIndex, question: AskedPage, above: number): Share {
  let best = NOTHING;
  for (let at = above, steps = 0; at >= 0 && steps < MOST_STEPS; steps++) {
    const heading = index.headings[at];
    if (heading === undefined) break;
    const share = shareOf(question, heading.start, Math.min(heading.end, heading.start + WIDE));
    if (share.all > best.all) best = share;
    at = heading.above;
  }
  return best;
}

/** The smallest element around the value that says more than the value. */
function containerOf({ nodes, spans }: PageIndex, node: number, size: number) {
  let at = node;
  for (let steps = 0; at >= 0 && steps < MOST_STEPS; steps++) {
    if ((spans.ends[at] ?? 0) - (spans.starts[at] ?? 0) >= size + LEAST_CONTAINER) break;
    at = spans.parents[at] ?? -1;
  }
  return nodes[at];
}
