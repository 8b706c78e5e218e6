import type { Span } from '@/domain/snapshot';
import { type Candidate, placed } from './candidate';
import type { PageIndex } from './index-page';
import { mixedGroups, partsFinder, tellingParts } from './list-parts';

const MOST_LISTS = 3_000;
/** A list's value holds so many entries. */
export const MOST_ENTRIES = 500;
const LONGEST_TITLE = 300;
/** How many elements of an entry are looked through for its title. */
const MOST_INSIDE = 60;
const MOST_IN_LINK = 10;
const HEADING_TAG = /^h[1-6]$/;
/** How the entries of a list are told that are of several shapes. */
const MIXED = '*';
const WORD = /\p{L}/u;
const DIGIT = /\p{N}/u;

interface Title {
  start: number;
  text: string;
  /** A heading or a link, not just the first words. */
  isNamed: boolean;
  /** Of those a heading, or a link that is not the whole entry. */
  isOwn: boolean;
}

/**
 * Every group of siblings, and every set of headings on one level, as a list of its entries' titles; where no heading
 * or link of their own names the entries, also of other parts that nearly all of them have.
 */
export function listCandidates(index: PageIndex): Candidate[] {
  const { groups, nodes } = index;
  const all = [
    ...groups.map(({ entries }) => ({ entries, part: null })),
    ...underHeadings(index).map((entries) => ({ entries, part: null })),
    ...mixedGroups(nodes, groups).map(({ entries }) => ({ entries, part: MIXED })),
  ];
  const partsOf = partsFinder(nodes);
  return all.slice(0, MOST_LISTS).flatMap(({ entries, part }) => {
    const some = entries.slice(0, MOST_ENTRIES);
    const titles = ofOneKind(some.flatMap((entry) => titleOf(index, entry) ?? []));
    const own = { ...listOf(titles), part };
    const others = isWellNamed(index, some, titles)
      ? []
      : partsOf(some).map(({ shape, nodes: inside }) => ({ ...listOf(linesAt(index, inside)), part: shape }));
    return [own, ...tellingParts(others, own.items)].flatMap((list) => candidateOf(index, entries, list) ?? []);
  });
}

interface List {
  titles: readonly Title[];
  items: string[];
  part: string | null;
}

function listOf(titles: readonly Title[]): Omit<List, 'part'> {
  return { titles, items: titles.map(({ text }) => text) };
}

function candidateOf(index: PageIndex, entries: readonly number[], { titles, items, part }: List): Candidate | null {
  const [first] = titles;
  if (first === undefined || titles.length < 2) return null;
  const [start, end] = [first.start, first.start + first.text.length];
  const candidate = placed(index, { kind: 'list', start, end, value: { type: 'object', items } });
  return { ...candidate, whole: wholeOf(index, entries), ...(part !== null && { part }) };
}

/** The first lines of words of elements. */
function linesAt({ nodes, text }: PageIndex, inside: readonly number[]): Title[] {
  return inside.flatMap((at) => {
    const node = nodes[at];
    const line = node ? firstLine(text, node.start, node.end) : null;
    return line !== null && WORD.test(line.text) ? [line] : [];
  });
}

/** Whether most entries have a heading, or a link that is not all of them; of rows the first cell may be the name. */
function isWellNamed({ nodes }: PageIndex, entries: readonly number[], titles: readonly Title[]): boolean {
  const isRow = nodes[entries[0] ?? -1]?.tag === 'tr';
  return !isRow && titles.filter(({ isOwn }) => isOwn).length > 0.5 * titles.length;
}

/** Where nearly all entries are named by a heading or a link, one that is not is an advertisement or a notice. */
function ofOneKind(titles: Title[]): Title[] {
  const named = titles.filter(({ isNamed }) => isNamed);
  return named.length >= 2 && named.length >= 0.7 * titles.length ? named : titles;
}

/** Headings of one level under the same heading are entries too: questions, releases, posts without a box. */
function underHeadings({ headings }: PageIndex): number[][] {
  const byPlace = new Map<string, number[]>();
  for (const { node, level, above } of headings) {
    const key = `${above} ${level}`;
    const entries = byPlace.get(key);
    if (entries === undefined) byPlace.set(key, [node]);
    else entries.push(node);
  }
  return [...byPlace.values()].filter((entries) => entries.length >= 2);
}

function wholeOf({ nodes }: PageIndex, entries: readonly number[]): Span {
  const start = nodes[entries[0] ?? -1]?.start ?? 0;
  return { start, end: nodes[entries.at(-1) ?? -1]?.end ?? start };
}

/** The entry's title: its first heading, else its first link of words, else its first line of words. */
function titleOf({ nodes, text }: PageIndex, entry: number): Title | null {
  const own = nodes[entry];
  if (own === undefined) return null;
  let link: Title | null = null;
  for (let at = entry; at < entry + MOST_INSIDE; at++) {
    const node = nodes[at];
    if (node === undefined || node.start >= own.end) break;
    if (node.end > own.end || node.end <= node.start) continue;
    if (HEADING_TAG.test(node.tag)) return named(firstLine(text, node.start, node.end), true);
    if (node.tag === 'a' && link === null && !isPicture(nodes, at))
      link = named(firstLine(text, node.start, node.end), node.start > own.start || node.end < own.end);
  }
  return link ?? firstLine(text, own.start, own.end);
}

function named(title: Title | null, isOwn: boolean): Title | null {
  return title && { ...title, isNamed: true, isOwn };
}

/** What a picture's link says is what is on the picture, not what the entry is called. */
function isPicture(nodes: PageIndex['nodes'], at: number): boolean {
  for (let inside = at + 1; inside < at + MOST_IN_LINK; inside++) {
    const [link, node] = [nodes[at], nodes[inside]];
    if (link === undefined || node === undefined || node.start >= link.end) return false;
    if (node.tag === 'img') return node.start === link.start && node.end === link.end;
  }
  return false;
}

/** The first line with a word; with none, the first with a digit. */
function firstLine(text: string, from: number, to: number): Title | null {
  let digits: Title | null = null;
  let start = from;
  for (const line of text.slice(from, Math.min(to, from + 2 * LONGEST_TITLE)).split(/[\n\t]/)) {
    const own = line.trim().slice(0, LONGEST_TITLE);
    const title = { start: start + line.search(/\S|$/), text: own, isNamed: false, isOwn: false };
    if (WORD.test(title.text)) return title;
    if (digits === null && DIGIT.test(title.text)) digits = title;
    start += line.length + 1;
  }
  return digits;
}
