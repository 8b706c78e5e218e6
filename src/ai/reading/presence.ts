import type { Locator, ReadResult, Recipe } from '@/domain/contract/reading';
import type { Span } from '@/domain/snapshot';
import { foldForComparison } from '@/domain/written/text-fold';
import type { Candidate } from '@/page/candidate';
import type { PageIndex } from '@/page/index-page';
import { denialAt } from './denial';
import { evidenceAt } from './evidence';
import type { AskedPage } from './fitting';
import { headingAt, plain } from './name-place';

type Presence = Locator & { kind: 'presence' };

const LONGEST = 100;
const MOST_BESIDE = 10;
/** Of the other entries, that must be there still: a list that did not load lacks everything. */
const STILL_THERE = 0.5;

/**
 * A text whose presence is the answer to a yes-no question: an entry among others. Null where it is none, for then its
 * absence would prove nothing.
 */
export function presenceAt(
  { index, candidates }: AskedPage,
  span: Span,
): { text: Candidate; locator: Presence } | null {
  const text = textAt(candidates.texts, span);
  if (text === null) return null;
  const beside = besideOf(index, text);
  if (beside.length === 0) return null;
  const words = foldForComparison(text.quote);
  return { text, locator: { kind: 'presence', words, heading: headingAt(index, text.start), beside } };
}

/** The text that stands exactly there, or else the longest within it. */
function textAt(texts: readonly Candidate[], { start, end }: Span): Candidate | null {
  const within = texts.filter((one) => one.start >= start && one.end <= end && one.quote.length <= LONGEST);
  return within.sort((a, b) => b.quote.length - a.quote.length)[0] ?? null;
}

/** What the other entries of its list begin with, folded. */
function besideOf(index: PageIndex, text: Candidate): string[] {
  const own = index.cards[text.node] ?? -1;
  const group = index.groups.find(({ entries }) => entries.includes(own));
  const others = (group?.entries ?? []).filter((entry) => entry !== own).map((entry) => firstLine(index, entry));
  return [...new Set(others)].filter((line) => /\p{L}/u.test(line)).slice(0, MOST_BESIDE);
}

function firstLine({ nodes, text }: PageIndex, entry: number): string {
  const node = nodes[entry];
  const [line = ''] = node ? text.slice(node.start, node.end).split(/[\n\t]/, 1) : [];
  return foldForComparison(plain(line)).slice(0, LONGEST);
}

export function presenceOf({ locators: [first] }: Recipe): Presence | null {
  return first?.kind === 'presence' ? first : null;
}

/**
 * Yes where the words stand as an entry and its row does not deny it; no where it does, or where the list is there
 * without them; null where that cannot be told.
 */
export function readPresence(page: AskedPage, recipe: Recipe, presence: Presence): ReadResult | null {
  const { index, candidates, snapshot } = page;
  const isUnder = ({ start }: Span): boolean => headingAt(index, start) === presence.heading;
  const [there] = candidates.texts.filter((text) => isUnder(text) && foldForComparison(text.quote) === presence.words);
  const proof = there === undefined ? listWithout(page, presence) : (denialAt(page, there) ?? there);
  if (proof === null) return null;
  const value = { type: 'boolean', boolean: there !== undefined && proof === there } as const;
  const evidence = evidenceAt(snapshot, proof);
  return { outcome: 'value', value, evidence, refused: [], probability: 1, reader: 'recipe', recipe };
}

/** The first entry that is still there, where most are and the page was read to its end. */
function listWithout({ index, snapshot }: AskedPage, { heading, beside }: Presence): Span | null {
  if (snapshot.cut !== undefined) return null;
  const entries = index.groups.flatMap((group) => group.entries);
  const known = entries.filter((entry) => beside.includes(firstLine(index, entry)));
  const [first] = known.flatMap((entry) => index.nodes[entry] ?? []);
  const lines = new Set(known.map((entry) => firstLine(index, entry)));
  if (first === undefined || lines.size < STILL_THERE * beside.length) return null;
  return headingAt(index, first.start) === heading ? { start: first.start, end: first.end } : null;
}
