import type { Span } from '@/domain/snapshot';
import { allMatches } from '@/domain/written/all-matches';
import { NUMBER_WORDS, smallNumbers } from '@/domain/written/number-words';

/** A number that is written otherwise than in digits by themselves. */
export interface Spelled extends Span {
  number: string;
  /** Of a duration its smallest unit. */
  unit: string | null;
}

/** "one" is an article as well, and nothing is rarely counted in a word. */
const LEAST_WORD = 2;

interface Words {
  pattern: RegExp;
  values: ReadonlyMap<string, number>;
}

const byLanguage = new Map<string, Words | null>();

function wordsOf(language: string): Words | null {
  const known = byLanguage.get(language);
  if (known !== undefined) return known;
  const words = NUMBER_WORDS[language];
  const forms = words === undefined ? [] : smallNumbers(words).filter(([, value]) => value >= LEAST_WORD);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${forms.map(([form]) => form).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  const made = forms.length === 0 ? null : { pattern, values: new Map(forms) };
  byLanguage.set(language, made);
  return made;
}

/** "three types", "Fifteen of these", "two-year": what a text counts in words of the page's language. */
export function numberWordsIn(text: string, language: string | null | undefined): Spelled[] {
  const words = wordsOf((language ?? 'en').slice(0, 2).toLowerCase());
  if (words === null) return [];
  return allMatches(text, words.pattern).flatMap(({ index, 0: word }) => {
    const value = words.values.get(word.toLowerCase());
    return value === undefined ? [] : [{ start: index, end: index + word.length, number: String(value), unit: null }];
  });
}

const RANK = /(?<![\p{L}\p{N}&])[#№] ?(\d{1,7})(?![\p{L}\p{N}]|[.,]\d)/gu;

/** The twelve of "#12": a rank, or which post of a thread it is. */
export function ranksIn(text: string): Spelled[] {
  return allMatches(text, RANK).map(({ index, 0: whole, 1: digits = '' }) => {
    const end = index + whole.length;
    return { start: end - digits.length, end, number: String(Number(digits)), unit: null };
  });
}

const HOURS = '(?:h|hrs?|hours?|std\\.?|stunden?|heures?|horas?|ore|uur)';
const MINUTES = '(?:m|mins?|minutes?|minuten|minutos|minuti)';
const LASTS = new RegExp(
  `(?<![\\p{L}\\p{N}.,:])(\\d{1,3}) ?${HOURS},? (?:and |und |et |y |e |en )?(\\d{1,2}) ?${MINUTES}(?![\\p{L}\\p{N}])`,
  'giu',
);

/** "1h 6m", "12 hrs 50 mins": the minutes of both. */
export function durationsIn(text: string): Spelled[] {
  return allMatches(text, LASTS).map(({ index, 0: whole, 1: hours, 2: minutes }) => {
    const number = String(60 * Number(hours) + Number(minutes));
    return { start: index, end: index + whole.length, number, unit: 'min' };
  });
}
