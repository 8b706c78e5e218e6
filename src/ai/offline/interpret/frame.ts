import type { Patterns } from './patterns';
import { WORD_END } from './patterns';
import type { Span } from './text';

/** A prompt cut into what is asked of us ("could you ping me if"), the clause to watch, and the words around it. */
export interface Frame {
  /** The clause that states what to watch. */
  core: Span;
  /** Sentences before the request, where the item may be named: "I want a PS5." */
  context: Span | null;
}

const GAP = '[\\s,:;!.?–—-]*';

/** French elides: "dès qu'elle" has no space behind its "when". */
const CLAUSE_START = `(?:(?<=')|${WORD_END})`;

function leading(patterns: Patterns, text: string, from: number): number {
  const piece = patterns.custom(
    'frame:lead',
    (words) => `${GAP}(?:${words('request')}|${words('when')})${patterns.lexicon.spaced ? CLAUSE_START : ''}${GAP}`,
    'uy',
  );
  let at = from;
  for (let rounds = 0; rounds < 12; rounds++) {
    piece.lastIndex = at;
    const match = piece.exec(text);
    if (!match || match[0] === '') break;
    at = piece.lastIndex;
  }
  return at;
}

/** Where a request stands at the end: ", let me know please", "…たら教えて". */
function trailing(patterns: Patterns, text: string, from: number): number {
  const edge = patterns.lexicon.spaced ? '(?<![\\p{L}\\p{N}])' : '';
  const piece = patterns.custom(
    'frame:tail',
    (words) =>
      `${edge}(?:(?:and|then|und|dann|et|y|e|en) )?(?:${words('request')})${patterns.lexicon.spaced ? WORD_END : ''}[\\s,:;!.?。、–—-]*$`,
  );
  let end = text.length;
  for (let rounds = 0; rounds < 6; rounds++) {
    const match = piece.exec(text.slice(from, end));
    if (!match) break;
    end = from + match.index;
    while (end > from && /[\s,:;.!?。、–—-]/u.test(text.charAt(end - 1))) end--;
  }
  return end;
}

/** A request in the middle, followed by its "when": what stands before it is context. */
function middle(patterns: Patterns, text: string, from: number): { start: number; end: number } | null {
  if (!patterns.lexicon.spaced) return null;
  const pattern = patterns.custom(
    'frame:middle',
    (words) =>
      `(?<![\\p{L}\\p{N}])(?:${words('request')})[\\s,]*(?:(?:${words('request')})[\\s,]*){0,3}(?:${words('when')})${CLAUSE_START}`,
    'gu',
  );
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}

const LETTERS = /[\p{L}\p{N}]/gu;

function letters(text: string): number {
  return text.match(LETTERS)?.length ?? 0;
}

/** 満席ですか？空いたら教えて: the sentence before may name the item. A mark inside a name is followed by a particle. */
function lastSentence(text: string, from: number, end: number): Frame | null {
  const marks = [...text.slice(from, end).matchAll(/[。?!]+\s*(?![のがはをにでとや」』\s。?!]|$)/gu)];
  const mark = marks.at(-1);
  if (!mark || mark.index === 0) return null;
  const start = from + mark.index + mark[0].length;
  if (letters(text.slice(start, end)) < 3) return null;
  return { core: { start, end }, context: { start: from, end: from + mark.index } };
}

/** "Is it open? Tell me if not": as short as a clause can be. */
const SHORT = /^(?:so|not|ja|zo|wel|oui|non|nee)$/u;

/** Finds the clause to watch in folded text. */
export function findFrame(patterns: Patterns, text: string): Frame {
  const start = leading(patterns, text, 0);
  const request = middle(patterns, text, start);
  if (request && request.start > start) {
    const inner = leading(patterns, text, request.end);
    const end = trailing(patterns, text, inner);
    // "The X is below 300, tell me when": nothing follows, so the clause stands before the request.
    if (letters(text.slice(inner, end)) >= 4 || SHORT.test(text.slice(inner, end).trim())) {
      return { core: { start: inner, end }, context: { start, end: request.start } };
    }
  }
  const end = trailing(patterns, text, start);
  const last = patterns.lexicon.spaced ? null : lastSentence(text, start, end);
  if (last) return last;
  if (letters(text.slice(start, end)) >= 3) return { core: { start, end }, context: null };
  return { core: { start: 0, end: text.length }, context: null };
}
