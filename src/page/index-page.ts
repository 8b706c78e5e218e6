import type { Snapshot, VisibleNode } from '@/domain/snapshot';
import { cardsOf, type Group, groupsOf } from './groups';
import { type Heading, headingsOf } from './headings';
import { lastAtOrBefore, type Segment, segmentsOf } from './lines';
import { regionsOf } from './regions';
import { type Cell, cellsOf } from './tables';

/** Where the nodes begin, end and belong, in arrays of numbers: looked up for each of thousands of candidates. */
interface NodeSpans {
  starts: Int32Array;
  ends: Int32Array;
  parents: Int32Array;
}

/** A page, looked through once: everything that candidates and features ask of it costs a look-up. */
export interface PageIndex {
  snapshot: Snapshot;
  text: string;
  nodes: readonly VisibleNode[];
  spans: NodeSpans;
  segments: readonly Segment[];
  headings: readonly Heading[];
  /** Bits of REGION by node. */
  regions: Int32Array;
  groups: readonly Group[];
  /** The innermost repeated sibling (card, entry, row) by node, -1 for none. */
  cards: Int32Array;
  cells: ReadonlyMap<number, Cell>;
  /** The first h1, else the title's place; null where the page has neither. */
  h1: Heading | null;
}

/** Looks through a page once, in time linear in its size. Judges nothing. */
export function indexPage(snapshot: Snapshot): PageIndex {
  const { text, nodes } = snapshot;
  const headings = headingsOf(nodes);
  const groups = groupsOf(nodes);
  return {
    snapshot,
    text,
    nodes,
    spans: spansOf(nodes),
    segments: segmentsOf(text),
    headings,
    regions: regionsOf(nodes),
    groups,
    cards: cardsOf(nodes, groups),
    cells: cellsOf(nodes),
    h1: headings.find(({ level }) => level === 1) ?? null,
  };
}

function spansOf(nodes: readonly VisibleNode[]): NodeSpans {
  const made = (): Int32Array => new Int32Array(nodes.length);
  const spans: NodeSpans = { starts: made(), ends: made(), parents: made() };
  nodes.forEach(({ start, end, parent }, at) => {
    spans.starts[at] = start;
    spans.ends[at] = end;
    spans.parents[at] = parent;
  });
  return spans;
}

/** The innermost node whose text contains the span, -1 where none does. */
export function nodeOf({ spans: { starts, ends, parents } }: PageIndex, start: number, end: number): number {
  let [at, high] = [-1, starts.length];
  while (high - at > 1) {
    const middle = (at + high) >> 1;
    if ((starts[middle] as number) <= start) at = middle;
    else high = middle;
  }
  while (at >= 0 && (ends[at] as number) < end) at = parents[at] as number;
  return at;
}

/** What a cell of a table holds may be wrapped so often. */
const MOST_STEPS = 12;

/** The cell of a table that a node lies in; null where it lies in none. */
export function cellAt({ cells, spans }: PageIndex, node: number): Cell | null {
  for (let at = node, steps = 0; at >= 0 && steps < MOST_STEPS; at = spans.parents[at] ?? -1, steps++) {
    const cell = cells.get(at);
    if (cell) return cell;
  }
  return null;
}

/** Index of the nearest heading above an offset, -1 where none is. */
export function headingAbove({ headings }: PageIndex, offset: number): number {
  return lastAtOrBefore(headings, offset);
}
