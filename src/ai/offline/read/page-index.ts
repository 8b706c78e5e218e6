import type { Snapshot, Span, VisibleNode } from '@/domain/snapshot';
import { partsOfLine } from './bounds';
import { markEntries } from './entry-marks';
import { gluedBreaks, splitAt } from './glue';
import { type Region, regionsOf } from './regions';
import { fold, isCjk, stem, type Word, wordsOf } from './words';

/** One visible piece between line ends and cell ends: what a person sees as one text. */
export interface Segment extends Span {
  index: number;
  text: string;
  /** Deepest node that holds the whole segment. */
  node: number;
}

export interface Piece extends Span {
  text: string;
}

export interface Heading extends Span {
  level: number;
  node: number;
}

/** A snapshot with what every rule asks for, worked out once. */
export interface PageIndex {
  snapshot: Snapshot;
  text: string;
  /** Folded text of equal length, for phrases in languages without spaces. */
  lower: string;
  nodes: VisibleNode[];
  children: number[][];
  segments: Segment[];
  /** Offsets where one element ends and the next begins inside what looks like one word ("Humidity81 %"). */
  breaks: Set<number>;
  headings: Heading[];
  /** The first heading of the first level. */
  head: Heading | undefined;
  words: Word[];
  /** Sorted offsets of each stem. */
  places: Map<string, number[]>;
  regions: Region[];
  /** Nearest ancestor-or-self that is one of several alike (row, card, list item), else -1. */
  entries: Int32Array;
}

const KNOWN = new WeakMap<Snapshot, PageIndex>();

/** Worked out once for a snapshot: recipe, reader and verification ask the same page. Snapshots are never changed. */
export function indexPage(snapshot: Snapshot): PageIndex {
  const known = KNOWN.get(snapshot) ?? buildIndex(snapshot);
  KNOWN.set(snapshot, known);
  return known;
}

function buildIndex(snapshot: Snapshot): PageIndex {
  const { text, nodes } = snapshot;
  const breaks = gluedBreaks(snapshot);
  const words = splitAt(wordsOf(text), breaks, text);
  const page: PageIndex = {
    snapshot,
    text,
    lower: text.toLowerCase(),
    nodes,
    children: childrenOf(nodes),
    segments: [],
    breaks,
    headings: [],
    head: undefined,
    words,
    places: placesOf(words),
    regions: [],
    entries: new Int32Array(nodes.length).fill(-1),
  };
  page.segments = segmentsOf(page);
  page.headings = headingsOf(page);
  page.head = page.headings.find(({ level }) => level === 1);
  page.regions = regionsOf(page);
  markEntries(page);
  return page;
}

const NO_CHILDREN: number[] = [];

/** Most nodes are leaves: they share one empty list. */
function childrenOf(nodes: VisibleNode[]): number[][] {
  const children: number[][] = new Array(nodes.length).fill(NO_CHILDREN);
  for (let index = 0; index < nodes.length; index++) {
    const parent = nodes[index]?.parent ?? -1;
    const known = children[parent];
    if (known === undefined) continue;
    if (known === NO_CHILDREN) children[parent] = [index];
    else known.push(index);
  }
  return children;
}

/** The parts of a segment in which values are looked for: the segment itself, cut where elements touch. */
export function piecesOf(page: PageIndex, segment: Segment): Piece[] {
  if (page.breaks.size === 0) return [segment];
  const edges = [segment.start];
  for (let at = segment.start + 1; at < segment.end; at++) if (page.breaks.has(at)) edges.push(at);
  if (edges.length === 1) return [segment];
  edges.push(segment.end);
  return edges.slice(1).map((end, at) => {
    const start = edges[at] ?? segment.start;
    return { start, end, text: page.text.slice(start, end) };
  });
}

/** The words of a span of the page's text, without reading it again. */
export function wordsIn(page: PageIndex, span: Span): Word[] {
  const first = wordIndex(page, span.start);
  let last = first;
  while (last < page.words.length && (page.words[last]?.end ?? Number.POSITIVE_INFINITY) <= span.end) last++;
  return page.words.slice(first, last);
}

/** Index of the first word that starts at or behind an offset. */
export function wordIndex(page: PageIndex, offset: number): number {
  let low = 0;
  let high = page.words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((page.words[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placesOf(words: Word[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const word of words) {
    const known = places.get(word.stem);
    if (known === undefined) places.set(word.stem, [word.start]);
    else known.push(word.start);
  }
  return places;
}

/** Deepest node whose span holds [start, end), else -1. */
export function nodeAt(page: PageIndex, start: number, end: number): number {
  let found = -1;
  let level: number[] | undefined = rootsOf(page);
  while (level !== undefined && level.length > 0) {
    const child = holder(page, level, start, end);
    if (child === -1) break;
    found = child;
    level = page.children[child];
  }
  return found;
}

function rootsOf(page: PageIndex): number[] {
  const roots: number[] = [];
  for (let index = 0; index < page.nodes.length && roots.length < 50; index++) {
    if (page.nodes[index]?.parent === -1) roots.push(index);
    else if (roots.length === 1 && (page.nodes[0]?.end ?? 0) >= page.text.length) break;
  }
  return roots;
}

/** The one of the siblings whose span holds [start, end), or -1. */
export function holder(page: PageIndex, siblings: number[], start: number, end: number): number {
  let low = 0;
  let high = siblings.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const index = siblings[middle] ?? -1;
    const node = page.nodes[index];
    if (node === undefined || node.start > start) high = middle - 1;
    else if (node.end < end) low = middle + 1;
    else return index;
  }
  return -1;
}

function segmentsOf(page: PageIndex): Segment[] {
  const segments: Segment[] = [];
  let last = -1;
  for (const match of page.text.matchAll(/[^\n\t]+/g)) {
    for (const part of partsOfLine(match[0])) {
      const start = match.index + part.start;
      const end = match.index + part.end;
      while ((page.nodes[last + 1]?.start ?? Number.POSITIVE_INFINITY) <= start) last++;
      // What is open at an offset is an ancestor of the node that began last.
      let node = last;
      while (node >= 0 && (page.nodes[node]?.end ?? 0) < end) node = page.nodes[node]?.parent ?? -1;
      segments.push({ index: segments.length, start, end, text: page.text.slice(start, end), node });
    }
  }
  return segments;
}

/** The segment that holds an offset. */
export function segmentAt(page: PageIndex, offset: number): Segment | undefined {
  let low = 0;
  let high = page.segments.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const segment = page.segments[middle];
    if (segment === undefined || segment.start > offset) high = middle - 1;
    else if (segment.end <= offset) low = middle + 1;
    else return segment;
  }
  return undefined;
}

function headingsOf(page: PageIndex): Heading[] {
  const headings: Heading[] = [];
  for (const [index, node] of page.nodes.entries()) {
    const level = /^h[1-6]$/.test(node.tag) ? Number(node.tag[1]) : node.attributes.role === 'heading' ? 3 : 0;
    if (level > 0 && node.end - node.start <= 300) {
      headings.push({ start: node.start, end: node.end, level, node: index });
    } else if ((node.tag === 'caption' || node.tag === 'legend') && node.end - node.start <= 200) {
      headings.push({ start: node.start, end: node.end, level: 6, node: index });
    }
  }
  return headings;
}

/** Ancestors from the node itself upwards. */
export function* ancestors(page: PageIndex, node: number): Generator<number> {
  for (let at = node; at >= 0; at = page.nodes[at]?.parent ?? -1) yield at;
}

export function sizeOf(page: PageIndex, node: number): number {
  const found = page.nodes[node];
  return found === undefined ? page.text.length : found.end - found.start;
}

export function textOf(page: PageIndex, node: number): string {
  const found = page.nodes[node];
  return found === undefined ? '' : page.text.slice(found.start, found.end);
}

/** Offsets at which a word (any inflection that `stem` joins) or a phrase of Japanese or Chinese stands. */
export function offsetsOf(page: PageIndex, word: string): number[] {
  if (!isCjk(word)) return page.places.get(stem(fold(word))) ?? [];
  const found: number[] = [];
  const wanted = word.toLowerCase();
  for (
    let at = page.lower.indexOf(wanted);
    at !== -1 && found.length < 2_000;
    at = page.lower.indexOf(wanted, at + 1)
  ) {
    found.push(at);
  }
  return found;
}

/** True where one of the sorted offsets lies within the span. */
export function anyWithin(offsets: number[], span: Span): boolean {
  let low = 0;
  let high = offsets.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const offset = offsets[middle] ?? 0;
    if (offset < span.start) low = middle + 1;
    else if (offset >= span.end) high = middle - 1;
    else return true;
  }
  return false;
}
