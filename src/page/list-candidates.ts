import type { Span } from '@/domain/snapshot';
import { type Candidate, placed } from './candidate';
import type { PageIndex } from './index-page';

const MOST_LISTS = 3_000;
/** A list's value holds so many entries. */
export const MOST_ENTRIES = 500;
const LONGEST_TITLE = 300;
/** How many elements of an entry are looked through for its title. */
const MOST_INSIDE = 60;
const MOST_IN_LINK = 10;
const HEADING_TAG = /^h[1-6]$/;
const WORD = /\p{L}/u;
const DIGIT = /\p{N}/u;

interface Title {
  start: number;
  text: string;
  /** A heading or a link, not just the first words. */
  isNamed: boolean;
}

/** Every group of siblings, and every set of headings on one level, as a list of its entries' titles. */
export function listCandidates(index: PageIndex): Candidate[] {
  const groups = [...index.groups.map(({ entries }) => entries), ...underHeadings(index)].slice(0, MOST_LISTS);
  return groups.flatMap((entries) => {
    const titles = ofOneKind(entries.slice(0, MOST_ENTRIES).flatMap((entry) => titleOf(index, entry) ?? []));
    const [first] = titles;
    if (first === undefined || titles.length < 2) return [];
    const value = { type: 'object', items: titles.map(({ text }) => text) } as const;
    const candidate = placed(index, { kind: 'list', start: first.start, end: first.start + first.text.length, value });
    return [{ ...candidate, whole: wholeOf(index, entries) }];
  });
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
    if (HEADING_TAG.test(node.tag)) return named(firstLine(text, node.start, node.end));
    if (node.tag === 'a' && link === null && !isPicture(nodes, at)) link = firstLine(text, node.start, node.end);
  }
  return named(link) ?? firstLine(text, own.start, own.end);
}

function named(title: Title | null): Title | null {
  return title && { ...title, isNamed: true };
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
    const title = { start: start + line.search(/\S|$/), text: line.trim().slice(0, LONGEST_TITLE), isNamed: false };
    if (WORD.test(title.text)) return title;
    if (digits === null && DIGIT.test(title.text)) digits = title;
    start += line.length + 1;
  }
  return digits;
}
