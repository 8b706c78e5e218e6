import type { Span } from '@/domain/snapshot';
import type { Candidate } from '@/page/candidate';
import { headingAbove, type PageIndex } from '@/page/index-page';
import type { Cell } from '@/page/tables';

const MOST_LABEL = 100;
/** The cell, the entry and the row are near; what is further up holds half the page. */
const MOST_STEPS = 8;

export interface InCell extends Cell {
  node: number;
}

/** The cell of a table that a place lies in; null where it lies in none. */
export function cellAt({ nodes, cells }: PageIndex, node: number): InCell | null {
  for (let at = node, steps = 0; at >= 0 && steps < MOST_STEPS; at = nodes[at]?.parent ?? -1, steps++) {
    const cell = cells.get(at);
    if (cell) return { ...cell, node: at };
  }
  return null;
}

export function textOf({ text }: PageIndex, span: Span | null): string | null {
  return span && plain(text.slice(span.start, span.end));
}

/** One line with single spaces. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
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
    textOf(index, index.headings[headingAbove(index, candidate.start)] ?? null) ?? '',
    line ? plain(index.text.slice(candidate.end, line.end)) : '',
  ];
  return names.find((name) => /\p{L}{2}/u.test(name))?.slice(0, MOST_LABEL) ?? null;
}
