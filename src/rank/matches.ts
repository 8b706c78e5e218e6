import type { AskedWord } from './asked';
import type { PageWords } from './page-words';

/** Where the question's words stand on the page, and how much each weighs there. */
export interface Matches {
  /** Offsets of matching words, ascending. */
  starts: Int32Array;
  /** Which of the question's words each is, as a bit. */
  bits: Int32Array;
  /** 1 for the very word (by stem), less for a related one (concept, slip of the pen). */
  strengths: Float32Array;
  weights: Float64Array;
  total: number;
  /** Bits of the words that name the item, and of those that name the property. */
  item: number;
  property: number;
}

/** How much of the question stands in one place near a candidate; each from 0 to 1. */
export interface Share {
  all: number;
  item: number;
  property: number;
  /** Bits of the question's words found there. */
  bits: number;
}

const CONCEPT_STRENGTH = 0.6;
const SLIP_STRENGTH = 0.7;
/** A word that is nowhere on the page says less than one that is. */
const MISSING_WEIGHT = 0.5;

/** Most words of a question that count: they are bits of an integer. */
const MOST_WORDS = 31;

interface Met {
  bits: number;
  strength: number;
}

/** Finds the question's words among the page's; rare words weigh more. At most 31 words count. */
export function matchWords(words: readonly AskedWord[], page: PageWords): Matches {
  const asked = words.slice(0, MOST_WORDS);
  const byId = new Map<number, Met>();
  const weights = Float64Array.from(asked, (word, at) => meet(word, 1 << at, page, byId));
  return collect(page, byId, weights, asked);
}

/** Notes which words of the page meet one of the question's, and returns how much that one weighs. */
function meet(word: AskedWord, bit: number, page: PageWords, byId: Map<number, Met>): number {
  const add = (id: number, strength: number): void => {
    const known = byId.get(id);
    byId.set(id, { bits: (known?.bits ?? 0) | bit, strength: Math.max(known?.strength ?? 0, strength) });
  };
  const exact = exactIds(word, page);
  const near = exact.length > 0 ? [] : slips(word.text, page);
  for (const id of exact) add(id, 1);
  for (const id of near) add(id, SLIP_STRENGTH);
  if (word.concepts !== 0) {
    page.concepts.forEach((concepts, id) => {
      if ((concepts & word.concepts) !== 0 && !exact.includes(id)) add(id, CONCEPT_STRENGTH);
    });
  }
  const spread = [...exact, ...near].reduce((sum, id) => sum + (page.spread[id] ?? 0), 0);
  return weightOf(spread, page.segments) * (exact.length + near.length === 0 ? MISSING_WEIGHT : 1);
}

/** Inverse frequency: a word in one of a hundred lines says more than one in every second. */
function weightOf(spread: number, segments: number): number {
  return Math.log(1 + segments / (1 + spread)) / Math.log(2 + segments);
}

function exactIds({ stems }: AskedWord, page: PageWords): number[] {
  return [...new Set(stems.flatMap((stem) => page.vocabulary.get(stem) ?? []))];
}

const LEAST_SLIP = 5;
const MOST_SLIPS = 4;

/** Words of the page one slip away, for names that were mistyped or joined. */
function slips(text: string, page: PageWords): number[] {
  if (text.length < LEAST_SLIP) return [];
  const near: number[] = [];
  for (const [stem, id] of page.vocabulary) {
    if (Math.abs(stem.length - text.length) > 2 && !stem.startsWith(text.slice(0, 5))) continue;
    if (isSlip(text, stem)) near.push(id);
    if (near.length >= MOST_SLIPS) break;
  }
  return near;
}

/** One letter changed, left out, put in or swapped; or the one begins with the other (compounds). */
function isSlip(a: string, b: string): boolean {
  if (b.length >= LEAST_SLIP && (a.startsWith(b) || b.startsWith(a))) return true;
  if (Math.abs(a.length - b.length) > 1 || b.length < LEAST_SLIP) return false;
  let [left, right] = [0, 0];
  while (left < a.length && left < b.length && a[left] === b[left]) left += 1;
  while (right < a.length - left && right < b.length - left && a.at(-1 - right) === b.at(-1 - right)) right += 1;
  const [restA, restB] = [a.length - left - right, b.length - left - right];
  return (
    Math.max(restA, restB) <= 1 || (restA === 2 && restB === 2 && a[left] === b[left + 1] && a[left + 1] === b[left])
  );
}

function collect(page: PageWords, byId: Map<number, Met>, weights: Float64Array, asked: readonly AskedWord[]): Matches {
  const at: number[] = [];
  for (let word = 0; word < page.ids.length; word++) if (byId.has(page.ids[word] ?? -1)) at.push(word);
  const bitsWhere = (test: (word: AskedWord) => boolean): number =>
    asked.reduce((bits, word, index) => (test(word) ? bits | (1 << index) : bits), 0);
  return {
    starts: Int32Array.from(at, (word) => page.starts[word] ?? 0),
    bits: Int32Array.from(at, (word) => byId.get(page.ids[word] ?? -1)?.bits ?? 0),
    strengths: Float32Array.from(at, (word) => byId.get(page.ids[word] ?? -1)?.strength ?? 0),
    weights,
    total: weights.reduce((sum, weight) => sum + weight, 0) || 1,
    item: bitsWhere(({ inItem }) => inItem),
    property: bitsWhere(({ inItem, concepts, inProperty }) => !inItem && (inProperty || concepts !== 0)),
  };
}

/** Index of the first match at or behind an offset. */
export function firstMatch({ starts }: Matches, offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const MOST_IN_WINDOW = 400;

/** Which of the question's words stand between two offsets, as bits, and how well each is met. */
export function coverage(matches: Matches, start: number, end: number): { bits: number; strengths: Float32Array } {
  const strengths = new Float32Array(matches.weights.length);
  let bits = 0;
  const from = firstMatch(matches, start);
  for (let at = from; at < matches.starts.length && at < from + MOST_IN_WINDOW; at++) {
    if ((matches.starts[at] ?? 0) >= end) break;
    const own = matches.bits[at] ?? 0;
    bits |= own;
    for (let word = 0; word < strengths.length; word++) {
      if ((own & (1 << word)) !== 0) strengths[word] = Math.max(strengths[word] ?? 0, matches.strengths[at] ?? 0);
    }
  }
  return { bits, strengths };
}
