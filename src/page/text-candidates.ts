import { allMatches } from '@/domain/written/all-matches';
import { type Candidate, placed } from './candidate';
import type { PageIndex } from './index-page';
import { SHAPES } from './text-shapes';

/** Longer texts are prose, not a fact that a person would want to be told. */
const LONGEST_TEXT = 240;
const MOST_TEXTS = 6_000;
/** Longer segments are prose: what is inside them is told by what is written, not by cutting. */
const LONGEST_CUT = 600;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const AFTER_COLON = /^[^:：]{1,60}[:：]\s?(?=\S)/u;
const BY = /(?<![^\s])by:?\s(?=\p{Lu})/giu;
const AFTER_NAME = /[,;|·•()]|\s(?:on|in|at|and|for)\s|\s[–—-]\s/u;
/** What separates facts within a line: bars, dots and dashes between spaces; commas, brackets, full stops. */
const CUTS = [/\s[|·•–—-]\s|[|·•]/gu, /[,;()[\]]|\.\s/gu] as const;

/** No page's text has as many characters. */
const LONGEST_PAGE = 2 ** 26;

type Span = [start: number, end: number];
type Add = (start: number, end: number) => void;

/** Every text that could be a fact: segments, short elements, what follows a colon or "by", pieces between bars. */
export function textCandidates(index: PageIndex): Candidate[] {
  return Array.from(spansOn(index).sort(), (key) => {
    const [start, end] = [Math.floor(key / LONGEST_PAGE), key % LONGEST_PAGE];
    const value = { type: 'string', text: index.text.slice(start, end), unit: null } as const;
    return placed(index, { kind: 'text', start, end, value });
  });
}

/** Their spans, each once; start and end in one number. */
function spansOn({ text, segments, nodes }: PageIndex): Float64Array {
  const spans = new Set<number>();
  const add = (start: number, end: number): void => {
    if (spans.size < MOST_TEXTS) spans.add(start * LONGEST_PAGE + end);
  };
  // Lines of lists are alike: how one is cut the next one is.
  const known = new Map<string, Span[]>();
  for (const { start, end } of segments) {
    const own = text.slice(start, end);
    const parts = known.get(own) ?? partsOf(own);
    known.set(own, parts);
    for (const part of parts) add(start + part[0], start + part[1]);
  }
  for (const { start, end } of nodes) {
    const span = end - start <= LONGEST_TEXT ? trimmed(text, start, end) : null;
    if (span !== null) add(...span);
  }
  return Float64Array.from(spans);
}

/** A segment's texts: itself, then its parts. */
function partsOf(text: string): Span[] {
  const parts: Span[] = [];
  const add: Add = (from, to) => {
    const span = trimmed(text, from, to);
    if (span !== null) parts.push(span);
  };
  add(0, text.length);
  addParts(text, add);
  return parts;
}

/** The span without white space at its ends; null where it says nothing, or more than a fact does. */
function trimmed(text: string, from: number, to: number): Span | null {
  if (to <= from || to - from > 2 * LONGEST_TEXT) return null;
  const piece = text.slice(from, to);
  const own = piece.trim();
  if (own.length > LONGEST_TEXT || own.includes('\n') || !LETTER_OR_DIGIT.test(own)) return null;
  const start = from + piece.indexOf(own);
  return [start, start + own.length];
}

function addParts(text: string, add: Add): void {
  addBehind(text, 0, add);
  if (text.length > LONGEST_CUT) return;
  for (const [needs, shape] of SHAPES) {
    if (!needs.test(text)) continue;
    for (const match of allMatches(text, shape)) add(match.index, match.index + match[0].length);
  }
  for (const cut of CUTS) {
    for (const [from, to] of pieces(text, cut)) {
      add(from, to);
      addBehind(text.slice(from, to), from, add);
    }
  }
}

/** What stands behind a colon or "by": a name up to the next separator, and all of it. */
function addBehind(text: string, start: number, add: Add): void {
  const colon = AFTER_COLON.exec(text)?.[0].length ?? 0;
  if (colon > 0) add(start + colon, start + text.length);
  for (const match of allMatches(text, BY)) {
    const from = match.index + match[0].length;
    const name = text.slice(from, from + LONGEST_TEXT).search(AFTER_NAME);
    if (name > 0) add(start + from, start + from + name);
    add(start + from, start + text.length);
  }
}

function* pieces(text: string, cut: RegExp): Generator<[from: number, to: number]> {
  let from = 0;
  for (const match of allMatches(text, cut)) {
    if (match.index > from) yield [from, match.index];
    from = match.index + match[0].length;
  }
  if (from > 0 && from < text.length) yield [from, text.length];
}
