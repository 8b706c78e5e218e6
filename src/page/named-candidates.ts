import { allMatches } from '@/domain/written/all-matches';
import { type Candidate, placed } from './candidate';
import type { PageIndex } from './index-page';
import { MONTH } from './text-shapes';

/** More than any page for people names. */
const MOST_NAMED = 6_000;

type Span = readonly [start: number, end: number];

/** Where a word may begin. */
const EDGE = "(?<![\\p{L}\\p{N}\\p{M}'’.&@/+-])";
/** A word with a capital, or an initial. */
const CAPITAL = "\\p{Lu}(?:\\.|[\\p{L}\\p{N}\\p{M}'’&+-]{0,30})";
const ENTRY = "[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’.&+-]{0,30}";
const AND = '(?:and|or|und|oder|et|ou|y|o|e|en|of|&)';
const DAY = '(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?';

/** "Matthew D. Keenan", "Apache Iceberg", "Fedora 45": words with capitals side by side, and each by itself. */
const NAMES = new RegExp(`${EDGE}${CAPITAL}(?: ${CAPITAL}| \\p{N}{1,5}(?![\\p{N}.,])){0,6}`, 'gu');
/** Words there have a capital whatever they name. */
const SENTENCE_BEGINS = /(?:^|[.!?:;•“"(]\s?)$/u;
/** "READ-ONLY", "BambeeHR": these name something there too. */
const HAS_OWN_CAPITALS = /^.[^\p{Lu}\p{N}]*[\p{Lu}\p{N}]/u;

/** Before each what a line needs to hold one, which is looked for sooner. */
const INSIDE: readonly (readonly [needs: RegExp, shape: RegExp])[] = [
  // Codes: letters and digits in one word.
  [
    /\d/,
    new RegExp(
      `${EDGE}(?:\\p{L}{1,20}[-.]?\\p{N}|\\p{N}{1,20}[-.]?\\p{L})[\\p{L}\\p{N}]{0,30}` +
        '(?:[./-][\\p{L}\\p{N}]{1,30}){0,4}',
      'gu',
    ),
  ],
  // What a sentence counts up: "Spanish, Portuguese, and French".
  [
    / /,
    new RegExp(
      `${EDGE}(?:${CAPITAL}(?: ${CAPITAL})?|${ENTRY})(?:, ${ENTRY}(?: ${ENTRY})?){0,7}` +
        `,? ${AND} ${ENTRY}(?: ${CAPITAL}){0,2}`,
      'gu',
    ),
  ],
  // Days, with that of the week and without a year; spans of years and of numbers.
  [/\d/, new RegExp(`(?:${DAY},? )?${MONTH},? \\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,? \\d{4})?`, 'gi')],
  [/\d/, new RegExp(`(?:${DAY},? )?\\d{1,2}(?:st|nd|rd|th)?\\.? ${MONTH},? \\d{2}(?:\\d{2})?(?!\\d)`, 'gi')],
  [/\//, /(?<![\d/])\d{1,2}\/\d{1,2}(?![\d/])/g],
  [/\d-\d/, /(?<!\d)\d{4}-\d{2}-\d{2}/g],
  [/\d/, /(?<!\d)(?:19|20)\d{2}[–/-]\d{2}(?!\d|-)/g],
  [/\d/, /(?<!\d)\d{1,3}\s?[-–]\s?\d{1,3} \p{L}{1,20}/gu],
  [/[-–&]| (?:to|and) /i, new RegExp(`${DAY}(?: ?(?:[-–&]|to|and) ?${DAY})(?!\\p{L})`, 'gi')],
];

/**
 * What the sentences of a page name: people, places, codes, things counted up, days. `known` are texts that are
 * candidates already.
 */
export function namedCandidates(index: PageIndex, known: readonly Candidate[]): Candidate[] {
  const taken = new Set(known.map(({ start, end }) => keyOf(start, end)));
  const found: Candidate[] = [];
  // Lines of lists are alike: what one names the next one does.
  const seen = new Map<string, readonly Span[]>();
  for (const { start, end } of index.segments) {
    if (found.length >= MOST_NAMED) break;
    const text = index.text.slice(start, end);
    const spans = seen.get(text) ?? spansIn(text);
    seen.set(text, spans);
    for (const [from, to] of spans) {
      const key = keyOf(start + from, start + to);
      if (taken.has(key)) continue;
      taken.add(key);
      const value = { type: 'string', text: text.slice(from, to), unit: null } as const;
      found.push(placed(index, { kind: 'text', start: start + from, end: start + to, value }));
    }
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end).slice(0, MOST_NAMED);
}

/** No page's text has as many characters. */
const LONGEST_PAGE = 2 ** 26;
const keyOf = (start: number, end: number): number => start * LONGEST_PAGE + end;

function spansIn(text: string): Span[] {
  const inside = INSIDE.filter(([needs]) => needs.test(text)).flatMap(([, shape]) => allMatches(text, shape));
  return [...namesIn(text), ...inside.map(({ index, 0: { length } }): Span => [index, index + length])];
}

function namesIn(text: string): Span[] {
  return allMatches(text, NAMES).flatMap(({ index, 0: name }): Span[] => {
    const whole: Span = [index, index + name.length];
    const space = name.indexOf(' ');
    if (space < 0) return namesSomething(text, index, name) ? [whole] : [];
    // "Our Registrar Vera Lind": what she is stands before who she is.
    const second = name.indexOf(' ', space + 1);
    const parts = [space, second].filter((at) => at > 0 && name.includes(' ', at + 1));
    return [whole, ...parts.map((at): Span => [index + at + 1, whole[1]])];
  });
}

function namesSomething(text: string, at: number, word: string): boolean {
  const isFirst = SENTENCE_BEGINS.test(text.slice(Math.max(0, at - 3), at));
  return word.length > 1 && (!isFirst || HAS_OWN_CAPITALS.test(word));
}
