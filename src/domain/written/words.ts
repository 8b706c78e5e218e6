/** A word where it stands; UTF-16 offsets, end exclusive. */
export interface Word {
  start: number;
  end: number;
  text: string;
}

/** Letters and digits with the joints inside ("WH-1000XM6", "e-bike", "v2.1", "l'été" is two words). */
const WORD = /[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu;
/** Runs of scripts without spaces are cut in pairs of characters, as search engines do. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/** The words of a text, left to right. Words with hyphens come whole and in parts. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const [whole] = match;
    if (UNSPACED.test(whole)) pushPairs(words, whole, match.index);
    else pushWithParts(words, whole, match.index);
  }
  return words;
}

function pushWithParts(words: Word[], whole: string, start: number): void {
  words.push({ start, end: start + whole.length, text: whole });
  if (!/[-.]/.test(whole) || /^\d+[.]\d+$/.test(whole)) return;
  let at = start;
  for (const part of whole.split(/[-.]/)) {
    if (part.length > 1) words.push({ start: at, end: at + part.length, text: part });
    at += part.length + 1;
  }
}

function pushPairs(words: Word[], run: string, start: number): void {
  if (run.length === 1) words.push({ start, end: start + 1, text: run });
  for (let at = 0; at + 1 < run.length; at++) {
    words.push({ start: start + at, end: start + at + 2, text: run.slice(at, at + 2) });
  }
}
