/** A piece of the visible text between two line breaks or tabs; UTF-16 offsets into it, end exclusive. */
export interface Segment {
  start: number;
  end: number;
  /** Index of its line; the cells of a row share one. */
  line: number;
}

/** A long line is read in pieces, so that what is quadratic in a line stays small. */
const LONGEST_SEGMENT = 1_200;

/** Splits the visible text into segments, each without white space at its ends; empty ones are left out. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let line = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    if (character !== '\n' && character !== '\t' && character !== undefined) continue;
    pushTrimmed(segments, text, from, at, line);
    if (character === '\n') line += 1;
    from = at + 1;
  }
  return segments;
}

function pushTrimmed(segments: Segment[], text: string, from: number, to: number, line: number): void {
  let [start, end] = [from, to];
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  while (end - start > LONGEST_SEGMENT) {
    const space = text.lastIndexOf(' ', start + LONGEST_SEGMENT);
    const cut = space > start ? space : start + LONGEST_SEGMENT;
    segments.push({ start, end: cut, line });
    start = text[cut] === ' ' ? cut + 1 : cut;
  }
  if (end > start) segments.push({ start, end, line });
}

/** Index of the last entry that begins at or before `offset`, -1 where none does. Entries are ordered by start. */
export function lastAtOrBefore(entries: readonly { start: number }[], offset: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
