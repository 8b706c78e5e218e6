import { sizeOf } from '../src/ai/reading/fitting';
import type { PointCandidate } from '../src/domain/contract/pointing';
import type { Span } from '../src/domain/snapshot';
import type { Candidate } from '../src/page/candidate';
import type { Answer, Label, PointLabel } from './label';

/** Without the signs around it: "“Blue Hour”," says the same as "Blue Hour". */
const bare = (text: string): string => plain(text).replace(/^[\p{P}\s]{1,9}|[\p{P}\s]{1,9}$/gu, '');
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Whether a labelled quote stands in the visible text that we read: hidden data and pictures are no evidence. */
export function isVisible({ answer, also }: Label, text: string): boolean {
  if (answer === null) return true;
  const visible = plain(text);
  return [answer, ...also].some(({ quote }) => visible.includes(plain(quote)));
}

/**
 * Which of the candidates, of the label's type, say what the label says or one of its other answers; where several do,
 * those whose surroundings are the label's.
 */
export function rightCandidates({ answer, also, factType }: Label, candidates: readonly Candidate[], text: string) {
  if (answer === null) return [];
  const typed = candidates.map((candidate) => (candidate.value.type === factType ? candidate : null));
  const right = [answer, ...also].flatMap((one) => saying(one, typed, text));
  return [...new Set(right)].sort((a, b) => a - b);
}

function saying(answer: Answer, candidates: readonly (Candidate | null)[], text: string): number[] {
  const same = candidates.flatMap((candidate, at) => (candidate && saysTheSame(answer, candidate) ? [at] : []));
  const lines = occurrences(answer.context ?? '', text);
  const within = same.filter((at) => lines.some((line) => contains(line, candidates[at])));
  if (within.length > 0) return within;
  const near = same.filter((at) => standsThere(answer.context ?? '', candidates[at], text));
  return near.length > 0 ? near : same;
}

/** Where the context stands literally, however its white space was written. */
function occurrences(context: string, text: string): Span[] {
  const words = context.replace(/^[#*\s]{1,9}/, '').split(/\s+/);
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
  if (context === '') return [];
  return [...text.matchAll(new RegExp(pattern, 'gi'))].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

function contains({ start, end }: Span, candidate: Candidate | null | undefined): boolean {
  return candidate !== null && candidate !== undefined && candidate.start >= start && candidate.end <= end;
}

function saysTheSame({ value, quote }: Answer, candidate: Candidate): boolean {
  const own = candidate.value;
  switch (own.type) {
    case 'number':
      if (typeof value !== 'number') return false;
      // "in billions? $72B": the label has 72, the page 72,000,000,000.
      return alike(Math.abs(Number(own.number)), Math.abs(value)) || plain(quote) === plain(candidate.quote);
    case 'string':
      return [own.text, candidate.quote].map(bare).some((text) => text === bare(String(value)) || text === bare(quote));
    case 'boolean':
      return typeof value === 'boolean' && provesAnswer(candidate, quote, value);
    case 'object':
      return sameEntries(own.items, Array.isArray(value) ? value : [String(value)]);
  }
}

const alike = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/** A proof must be of the answer's direction; a sign shares words with the label, a text has about the same. */
function provesAnswer({ kind, value, quote }: Candidate, labelled: string, answer: boolean): boolean {
  const [own, words] = [plain(quote), plain(labelled)];
  const overlaps =
    own === words || (words.length > 3 && own.includes(words)) || (own.length > 3 && words.includes(own));
  if (value.type !== 'boolean' || value.boolean !== answer) return false;
  if (kind === 'status') return overlaps;
  return own === words || (words.length > 3 && own.includes(words) && own.length < 3 * words.length + 20);
}

/** At least seven of ten labelled entries are in the list, and it is not a much longer one. */
function sameEntries(items: readonly string[], labelled: readonly string[]): boolean {
  const own = items.map(plain);
  const found = labelled
    .map(plain)
    .filter((entry) => own.some((item) => item.includes(entry) || (item.length > 8 && entry.includes(item))));
  return found.length >= 0.7 * labelled.length && items.length < 3 * labelled.length + 5;
}

function standsThere(context: string, candidate: Candidate | null | undefined, text: string): boolean {
  if (!candidate) return false;
  const around = plain(text.slice(Math.max(0, candidate.start - 60), candidate.end + 60));
  const words = plain(context)
    .split(' ')
    .filter((word) => word.length > 2);
  const found = words.filter((word) => around.includes(word)).length;
  return found >= Math.min(words.length, Math.max(1, 0.6 * words.length));
}

/** Where a person would click: the least list offered that holds the entries, else a text; null where none is. */
export function spanPointedAt(point: PointLabel, candidates: readonly PointCandidate[], text: string): Span | null {
  if ('entries' in point) {
    const holds = ({ value }: PointCandidate) =>
      value.type === 'object' && point.entries.every((entry) => value.items.some((item) => item.includes(entry)));
    const [first = ''] = point.entries;
    const lists = candidates.filter(holds).sort((a, b) => sizeOf(a) - sizeOf(b) || a.quote.length - b.quote.length);
    return lists[0]?.span ?? spanAfter(text, 0, first);
  }
  const behind = spanAfter(text, 0, point.after);
  return behind && spanAfter(text, behind.end, point.quote);
}

function spanAfter(text: string, from: number, words: string): Span | null {
  const start = text.indexOf(words, from);
  return start < 0 ? null : { start, end: start + words.length };
}
