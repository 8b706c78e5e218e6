import type { Snapshot } from '@/domain/snapshot';
import { fold, stem, type Word } from './words';

/** Drawn apart by style, elements may touch in the text: a letter against a digit, or small against capital letters. */
export function gluedBreaks(snapshot: Snapshot): Set<number> {
  const breaks = new Set<number>();
  const { text } = snapshot;
  const begins = new Map<number, string>();
  // Most elements stand apart in the text: only those that touch what is before them are looked at.
  for (const { start, end } of snapshot.nodes)
    if ((text[start - 1] ?? ' ') > ' ') begins.set(start, text.slice(start, Math.min(end, start + 4)));
  for (const node of snapshot.nodes) {
    if (leadsOn(begins.get(node.end)) && isAmount(text.slice(Math.max(node.start, node.end - 24), node.end)))
      breaks.add(node.end);
    if (JOINED.has(node.tag)) continue;
    for (const at of [node.start, node.end]) {
      const left = text[at - 1] ?? ' ';
      const right = text[at] ?? ' ';
      if (left <= ' ' || right <= ' ') continue;
      if (
        (/\p{L}/u.test(left) && /[\d\p{Sc}−+]/u.test(right)) ||
        (/[\d%\p{Sc}]/u.test(left) && /\p{L}/u.test(right)) ||
        (/\p{L}/u.test(left) && /\p{Lu}/u.test(right)) ||
        (at === node.start && endsPrice(text, at))
      ) {
        breaks.add(at);
      }
    }
  }
  return breaks;
}

/** "48,93" with "30% off" or "4-Year" behind it: two digits of a part are all that a price has. */
function endsPrice(text: string, at: number): boolean {
  return (
    /\d[.,]\d\d$/.test(text.slice(Math.max(0, at - 4), at)) && /^\d{1,3}(?:%|-?\p{L})/u.test(text.slice(at, at + 5))
  );
}

/** "42 €" before "2de", "1 299,00 zł" before "brutto", "$360" before "14 bids": such an element is an amount. */
function isAmount(text: string): boolean {
  return (
    /^\D{0,3}\d[\d.,’' \u00a0\u202f]* ?(?:\p{Sc}|zł|kr|Kč|Ft|lei|CHF|円)$/u.test(text) ||
    /^\p{Sc} ?\d[\d.,]*$/u.test(text)
  );
}

/** Another element begins there, and it is not the cents of the amount ("$19" and a raised "99", "$1" and ",299"). */
function leadsOn(next: string | undefined): boolean {
  return next !== undefined && /^[\p{L}\d]/u.test(next) && !/^\d\d?$/.test(next);
}

/** Elements that stand within words and numbers. */
const JOINED = new Set(['sup', 'sub', 'small', 'b', 'i', 'em', 'u', 'wbr', 'mark', 'ruby', 'rt']);

export function splitAt(words: Word[], breaks: Set<number>, text: string): Word[] {
  if (breaks.size === 0) return words;
  const sorted = [...breaks].sort((one, other) => one - other);
  let next = 0;
  const split: Word[] = [];
  for (const word of words) {
    while ((sorted[next] ?? Number.POSITIVE_INFINITY) <= word.start) next++;
    if ((sorted[next] ?? Number.POSITIVE_INFINITY) >= word.end) {
      split.push(word);
      continue;
    }
    let start = word.start;
    for (let at = next; start < word.end; at++) {
      const end = Math.min(sorted[at] ?? Number.POSITIVE_INFINITY, word.end);
      split.push({ stem: stem(fold(text.slice(start, end))), start, end });
      start = end;
    }
  }
  return split;
}
