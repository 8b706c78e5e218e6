import { diffArrays } from 'diff';
import { itemsBeyond } from './value-comparison';

/** A stretch of a text that stayed, came or went. */
export interface Part {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

export interface DifferenceOptions {
  /** Of a stretch that stayed, so many characters are kept beside a change, and an ellipsis for the rest. */
  context?: number;
}

/** Longer texts are compared by their beginnings: values hold 2,000 characters. */
const LONGEST = 10_000;
/** Texts that differ in more words than this are told apart by their beginning and their end alone. */
const MOST_EDITS = 500;

/**
 * What two texts differ in, word by word in any script; white space counts as one space. Within a change the words
 * that went stand before those that came. The kept parts and the removed ones are `before`, the kept and the added
 * ones `after`, but for spaces around changes. By Myers' O(ND) with a bound on D, so the time is bounded too.
 */
export function textDifference(before: string, after: string, { context }: DifferenceOptions = {}): Part[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const changes = diffArrays(old, now, { maxEditLength: MOST_EDITS });
  const parts: Part[] = changes
    ? changes.map(({ added, removed, value }) => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        text: value.join(''),
      }))
    : byEnds(old, now);
  const whole = joined(parts);
  return context === undefined ? whole : whole.map((part, at) => shortened(part, at, whole.length, context));
}

/** Entries that came and went, as written; one that is only written otherwise is neither. */
export function listDifference(
  before: readonly string[],
  after: readonly string[],
): { added: string[]; removed: string[] } {
  return { added: itemsBeyond(after, before), removed: itemsBeyond(before, after) };
}

/** Words, spaces and marks, by the rules of Unicode: Chinese and Thai have words too, and "1,299.00" is one. */
function wordsOf(text: string): string[] {
  const line = text.slice(0, LONGEST).replace(/\s+/g, ' ').trim();
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  return Array.from(segmenter.segment(line), ({ segment }) => segment);
}

function byEnds(old: readonly string[], now: readonly string[]): Part[] {
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const cut = (words: readonly string[]) => words.slice(start, words.length - end).join('');
  return [
    { kind: 'same', text: old.slice(0, start).join('') },
    { kind: 'removed', text: cut(old) },
    { kind: 'added', text: cut(now) },
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ];
}

/**
 * Changes that only a space stands between are one change, which reads better than every word by itself. The space
 * after a change belongs to what follows it.
 */
function joined(parts: readonly Part[]): Part[] {
  const all: Part[] = [];
  let [removed, added] = ['', ''];
  const close = (): string => {
    const space = removed.endsWith(' ') && added.endsWith(' ') ? ' ' : '';
    const changed = [part('removed', removed, space), part('added', added, space)].filter(
      ({ text }) => text.trim() !== '',
    );
    const isSpace = changed.length === 0 && removed + added !== '';
    all.push(...changed);
    [removed, added] = ['', ''];
    return isSpace ? ' ' : space;
  };
  for (const [at, { kind, text }] of parts.entries()) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (text === ' ' && removed + added !== '' && at < parts.length - 1) {
      removed += ' ';
      added += ' ';
    } else if (text !== '') all.push(part('same', close() + text));
  }
  close();
  return all;
}

function part(kind: Part['kind'], text: string, less = ''): Part {
  return { kind, text: text.slice(0, text.length - less.length) };
}

/** Without the word at its end, which may be cut. */
function wholeWords(text: string): string {
  let end = text.length;
  while (end > 0 && /\S/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function shortened(whole: Part, at: number, count: number, context: number): Part {
  if (whole.kind !== 'same') return whole;
  const [head, tail] = [at > 0 ? context : 0, at < count - 1 ? context : 0];
  // An ellipsis for a word or two would be no shorter.
  if (whole.text.length <= head + tail + 20) return whole;
  const first = wholeWords(whole.text.slice(0, head));
  const last = whole.text.slice(whole.text.length - tail).replace(/^\S*/u, '');
  return { kind: 'same', text: `${head > 0 ? first : ''}…${tail > 0 ? last : ''}` };
}
