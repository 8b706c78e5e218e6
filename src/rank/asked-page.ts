import { type Asked, type AskedWord, askedWords } from './asked';
import { type Matches, matchWords, type Share } from './matches';
import type { PageWords } from './page-words';

/** A question matched to one page. */
export interface AskedPage {
  asked: Asked;
  words: readonly AskedWord[];
  /** Concepts of all its words, as bits. */
  concepts: number;
  matches: Matches;
  /** Where the words stand that the question excludes. */
  excluded: Matches;
  /** Of its words that stand anywhere on the page, as bits; and the rarest of them. */
  found: number;
  rarest: number;
  /** Those of the item that have a digit ("128", "X310"), as bits: they tell a thing from its neighbours. */
  numbered: number;
  /** Shares that were measured already, by start and end in one number. */
  measured: Map<number, Share>;
}

/** Looks the question's words up on a page, once for all candidates. */
export function askPage(asked: Asked, page: PageWords): AskedPage {
  const words = askedWords(asked);
  const matches = matchWords(words, page);
  const without = askedWords({ ...asked, words: asked.exclude.join(' '), item: null, property: null });
  const found = matches.bits.reduce((all, bits) => all | bits, 0);
  return {
    asked,
    words,
    concepts: words.reduce((all, { concepts }) => all | concepts, 0),
    matches,
    excluded: matchWords(without, page),
    found,
    rarest: rarestOf(matches, found),
    numbered: words.reduce((bits, { text }, at) => (/\d/.test(text) ? bits | (1 << at) : bits), 0) & matches.item,
    measured: new Map(),
  };
}

function rarestOf({ weights }: Matches, found: number): number {
  let best = -1;
  weights.forEach((weight, word) => {
    if ((found & (1 << word)) !== 0 && (best < 0 || weight > (weights[best] ?? 0))) best = word;
  });
  return best < 0 ? 0 : 1 << best;
}
