import type { Candidate } from './candidate';
import type { PageIndex } from './index-page';
import { placed } from './placed';

const MOST_LISTS = 3_000;
const MOST_ENTRIES = 500;
const LONGEST_TITLE = 300;
/** How many elements of an entry are looked through for its title. */
const MOST_INSIDE = 60;
const HEADING_TAG = /^h[1-6]$/;

interface Title {
  start: number;
  text: string;
}

/** Every group of siblings, and every set of headings on one level, as a list of its entries' titles. */
export function listCandidates(index: PageIndex): Candidate[] {
  const groups = [...index.groups.map(({ entries }) => entries), ...underHeadings(index)].slice(0, MOST_LISTS);
  return groups.flatMap((entries) => {
    const titles = entries.slice(0, MOST_ENTRIES).flatMap((entry) => titleOf(index, entry) ?? []);
    const [first] = titles;
    if (first === undefined || titles.length < 2) return [];
    const value = { type: 'object', items: titles.map(({ text }) => text) } as const;
    return [placed(index, { kind: 'list', start: first.start, end: first.start + first.text.length, value })];
  });
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

/** The entry's title: its first heading, else its first link with letters, else its first segment. */
function titleOf({ nodes, text }: PageIndex, entry: number): Title | null {
  const own = nodes[entry];
  if (own === undefined) return null;
  let link: Title | null = null;
  for (let at = entry; at < entry + MOST_INSIDE; at++) {
    const node = nodes[at];
    if (node === undefined || node.start >= own.end) break;
    if (node.end > own.end || node.end <= node.start) continue;
    if (HEADING_TAG.test(node.tag)) return firstLine(text, node.start, node.end);
    if (node.tag === 'a' && link === null) link = firstLine(text, node.start, node.end);
  }
  return link ?? firstLine(text, own.start, own.end);
}

function firstLine(text: string, from: number, to: number): Title | null {
  const piece = text.slice(from, Math.min(to, from + 2 * LONGEST_TITLE));
  const start = piece.search(/\S/);
  const [line = ''] = piece.slice(Math.max(0, start), start + LONGEST_TITLE).split(/[\n\t]/, 1);
  return /[\p{L}\p{N}]/u.test(line) ? { start: from + start, text: line.trimEnd() } : null;
}
