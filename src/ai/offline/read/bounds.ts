import type { PageCut } from '@/domain/page-cut';
import type { Span } from '@/domain/snapshot';
import type { ItemPlaces } from './item-words';

/**
 * The rules look at what surrounds each value, so their time is that of values times surroundings. Here both are
 * bounded, so that no page costs more than one of its size should.
 */
export const BOUNDS = {
  /** Characters of one line; a longer one is read as several. */
  line: 4_000,
  /** Cells of a table's row, and cells of rows above that reach into it. */
  cells: 250,
  reaching: 60,
  /** Characters in which values are looked for. */
  close: 300_000,
  /** Values of the wanted kind that are compared. */
  values: 800,
} as const;

/** A line in pieces of at most `BOUNDS.line` characters, parted at spaces where it has any; offsets in the line. */
export function* partsOfLine(line: string): Generator<{ start: number; end: number }> {
  let start = 0;
  while (line.length - start > BOUNDS.line) {
    const space = line.lastIndexOf(' ', start + BOUNDS.line);
    const end = space > start ? space : start + BOUNDS.line;
    yield { start, end };
    start = space > start ? space + 1 : end;
  }
  yield { start, end: line.length };
}

/** What is nearest to the item's words, as far as the bound goes, in page order; `cut` where the rest was left out. */
interface Nearest<Part> {
  kept: Part[];
  cut: PageCut | null;
}

/** The values that stand nearest to the words of the item; without words of it, the first ones. */
export function nearestValues<Value extends Span>(values: Value[], places: ItemPlaces): Nearest<Value> {
  return nearest(values, places, { of: 'values', readTo: BOUNDS.values }, () => 1);
}

/** The pieces of text in which values are looked for: on long pages those nearest to the words of the item. */
export function nearestSegments<Segment extends Span>(segments: Segment[], places: ItemPlaces): Nearest<Segment> {
  return nearest(segments, places, { of: 'near', readTo: BOUNDS.close }, ({ start, end }) => end - start + 1);
}

function nearest<Part extends Span>(
  parts: Part[],
  places: ItemPlaces,
  cut: PageCut,
  costOf: (part: Part) => number,
): Nearest<Part> {
  if (parts.reduce((sum, part) => sum + costOf(part), 0) <= cut.readTo) return { kept: parts, cut: null };
  const telling = places.words.filter(({ word, offsets }) => word.weight >= 1 && offsets.length > 0);
  const ranked = parts.map((part, at) => ({ at, far: far(telling, part) }));
  // Of equal ones the first on the page.
  ranked.sort((one, other) => one.far - other.far || one.at - other.at);
  const kept = new Set<number>();
  let cost = 0;
  for (const { at } of ranked) {
    cost += costOf(parts[at] as Part);
    if (cost > cut.readTo) break;
    kept.add(at);
  }
  return { kept: parts.filter((_, at) => kept.has(at)), cut };
}

/** How far a piece is from the words of the item, all told; 0 where the page has none of them. */
function far(words: ItemPlaces['words'], { start }: Span): number {
  return words.reduce((sum, { offsets }) => sum + distance(offsets, start), 0);
}

/** Characters between an offset and the nearest of the sorted ones. */
function distance(offsets: number[], offset: number): number {
  const at = lowerBound(offsets, offset);
  return Math.min(
    Math.abs((offsets[at] ?? Number.POSITIVE_INFINITY) - offset),
    Math.abs(offset - (offsets[at - 1] ?? Number.NEGATIVE_INFINITY)),
  );
}

/** Index of the first of the sorted numbers that is not less. */
export function lowerBound(sorted: readonly number[], least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
