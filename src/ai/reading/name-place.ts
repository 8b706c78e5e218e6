import type { Span } from '@/domain/snapshot';
import type { Candidate } from '@/page/candidate';
import { cellAt, headingAbove, type PageIndex } from '@/page/index-page';

const MOST_LABEL = 100;

export function textOf({ text }: PageIndex, span: Span | null): string | null {
  return span && plain(text.slice(span.start, span.end));
}

/** One line with single spaces. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Numbers around a value change with it; the words stay, and so do numbers that are part of a name ("Q7"). */
export function wordsOnly(text: string): string {
  return plain(text).replace(/(?<![\p{L}\d])\d[\d.,]*/gu, '#');
}

/** The nearest heading above an offset; null where none is. */
export function headingAt(index: PageIndex, start: number): string | null {
  return textOf(index, index.headings[headingAbove(index, start)] ?? null);
}

const LONGEST_BEFORE = 60;
const MOST_BOXES = 4;

/** What the smallest box around a place begins with, where it is short and without digits: a term before its value. */
function labelBefore({ nodes, text }: PageIndex, { start, node }: Pick<Candidate, 'start' | 'node'>): string | null {
  for (let at = node, boxes = 0; at >= 0 && boxes < MOST_BOXES; at = nodes[at]?.parent ?? -1, boxes++) {
    const from = nodes[at]?.start ?? start;
    if (start - from > LONGEST_BEFORE) return null;
    const before = plain(text.slice(from, start));
    if (/\p{L}{2}/u.test(before)) return /\d/.test(before) ? null : before;
  }
  return null;
}

/**
 * What names a place on its page: the headers of its row and column; else the words before it on its line, or at the
 * beginning of the box around it; else the heading above, or what stands behind it. Null where nothing has a word in
 * it.
 */
export function labelAt(index: PageIndex, candidate: Pick<Candidate, 'start' | 'end' | 'node' | 'segment'>) {
  const cell = cellAt(index, candidate.node);
  const headers = cell ? [textOf(index, cell.rowHeader), textOf(index, cell.columnHeader)] : [];
  const line = index.segments[candidate.segment];
  const names = [
    headers.filter((header) => header !== null && header !== '').join(' · '),
    line ? plain(index.text.slice(line.start, candidate.start)).slice(-MOST_LABEL) : '',
    labelBefore(index, candidate) ?? '',
    headingAt(index, candidate.start) ?? '',
    line ? plain(index.text.slice(candidate.end, line.end)) : '',
  ];
  return names.find((name) => /\p{L}{2}/u.test(name))?.slice(0, MOST_LABEL) ?? null;
}

const LONGEST_NAME = 60;

type Place = Pick<Candidate, 'start' | 'node' | 'segment'>;

/**
 * The names of a place, in words that stay when the page is laid out anew: the headers of its row and column or the
 * words before it, and the heading above it. Empty where it has no name but that heading, which others share.
 */
export function namesAt(index: PageIndex, place: Place): string[] {
  const own = ownNames(index, place);
  const heading = headingAt(index, place.start);
  const names = heading === null || heading === textOf(index, index.h1) ? own : [...own, heading];
  return own.length === 0 ? [] : [...new Set(names.map(asName))].filter((name) => name !== '');
}

/**
 * Whether a place has all the names: as its headers, in its line, at the beginning of its box, or above it; and one of
 * them for its own, since what stands above is shared.
 */
export function hasNames(index: PageIndex, place: Place, names: readonly string[]): boolean {
  const own = ownNames(index, place).map(asName);
  const isIn = (some: readonly string[]) => (name: string) => some.some((one) => ` ${one} `.includes(` ${name} `));
  // Most places end here: what stands around is looked up for few.
  if (!names.some(isIn(own))) return false;
  const before = withWords(lineBefore(index, place), labelBefore(index, place), cardBefore(index, place));
  const near = [...before, headingAt(index, place.start) ?? ''];
  return names.every(isIn([...own, ...near.map(asName)]));
}

/** The headers of its cell, or else the words before it: in its own line, or in its box. */
function ownNames(index: PageIndex, place: Place): string[] {
  const cell = cellAt(index, place.node);
  const headers = cell ? withWords(textOf(index, cell.rowHeader), textOf(index, cell.columnHeader)) : [];
  if (headers.length > 0) return headers;
  const line = withWords(lineBefore(index, place));
  return line.length > 0 ? line : withWords(labelBefore(index, place));
}

function lineBefore(index: PageIndex, { start, segment }: Place): string | null {
  const line = index.segments[segment];
  return line ? index.text.slice(line.start, start).slice(-LONGEST_NAME) : null;
}

/** What the entry, the row or the card that it lies in begins with. */
function cardBefore(index: PageIndex, { start, node }: Place): string | null {
  const card = index.nodes[index.cards[node] ?? -1];
  return card
    ? (index.text
        .slice(card.start, start)
        .split(/[\n\t]/, 1)[0]
        ?.slice(0, LONGEST_NAME) ?? null)
    : null;
}

function withWords(...names: (string | null)[]): string[] {
  return names.flatMap((name) => (name !== null && /\p{L}{2}/u.test(name) ? [name] : []));
}

/** Its words alone, in lower case. */
function asName(text: string): string {
  return wordsOnly(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
