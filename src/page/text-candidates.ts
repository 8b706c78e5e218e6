import { type Candidate, placed } from './candidate';
import type { PageIndex } from './index-page';
import { SHAPES } from './text-shapes';

/** Longer texts are prose, not a fact that a person would want to be told. */
const LONGEST_TEXT = 240;
const MOST_TEXTS = 6_000;
/** Longer segments are prose: what is inside them is told by what is written, not by cutting. */
const LONGEST_CUT = 600;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const AFTER_COLON = /^[^:：]{2,60}[:：]\s?(?=\S)/u;
const BY = /(?<![^\s])by:?\s(?=\p{Lu})/giu;
const AFTER_NAME = /[,;|·•()]|\s(?:on|in|at|and|for)\s|\s[–—-]\s/u;
/** What separates facts within a line: bars, dots and dashes between spaces; commas, brackets, full stops. */
const CUTS = [/\s[|·•–—-]\s|[|·•]/gu, /[,;()[\]]|\.\s/gu] as const;

type Add = (start: number, end: number) => void;

/** Every text that could be a fact: segments, short elements, what follows a colon or "by", pieces between bars. */
export function textCandidates(index: PageIndex): Candidate[] {
  const spans = new Map<string, [start: number, end: number]>();
  const add: Add = (from, to) => {
    const span = trimmed(index.text, from, to);
    if (span !== null && spans.size < MOST_TEXTS) spans.set(span.join(), span);
  };
  for (const { start, end } of index.segments) {
    add(start, end);
    addParts(index.text.slice(start, end), start, add);
  }
  for (const { start, end } of index.nodes) if (end - start <= LONGEST_TEXT) add(start, end);
  return [...spans.values()]
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(([start, end]) => {
      const value = { type: 'string', text: index.text.slice(start, end), unit: null } as const;
      return placed(index, { kind: 'text', start, end, value });
    });
}

/** The span without white space at its ends; null where it says nothing, or more than a fact does. */
function trimmed(text: string, from: number, to: number): [number, number] | null {
  if (to - from > 2 * LONGEST_TEXT) return null;
  const piece = text.slice(from, to);
  const own = piece.trim();
  if (own.length > LONGEST_TEXT || own.includes('\n') || !LETTER_OR_DIGIT.test(own)) return null;
  const start = from + piece.indexOf(own);
  return [start, start + own.length];
}

function addParts(text: string, start: number, add: Add): void {
  addBehind(text, start, add);
  if (text.length > LONGEST_CUT) return;
  for (const pattern of SHAPES) {
    for (const match of text.matchAll(pattern)) add(start + match.index, start + match.index + match[0].length);
  }
  for (const cut of CUTS) {
    for (const [from, to] of pieces(text, cut)) {
      add(start + from, start + to);
      addBehind(text.slice(from, to), start + from, add);
    }
  }
}

/** What stands behind a colon or "by": a name up to the next separator, and all of it. */
function addBehind(text: string, start: number, add: Add): void {
  const colon = AFTER_COLON.exec(text)?.[0].length ?? 0;
  if (colon > 0) add(start + colon, start + text.length);
  for (const match of text.matchAll(BY)) {
    const from = match.index + match[0].length;
    const name = text.slice(from, from + LONGEST_TEXT).search(AFTER_NAME);
    if (name > 0) add(start + from, start + from + name);
    add(start + from, start + text.length);
  }
}

function* pieces(text: string, cut: RegExp): Generator<[from: number, to: number]> {
  let from = 0;
  for (const match of text.matchAll(cut)) {
    if (match.index > from) yield [from, match.index];
    from = match.index + match[0].length;
  }
  if (from > 0 && from < text.length) yield [from, text.length];
}
