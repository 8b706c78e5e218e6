import type { Patterns } from './patterns';
import { WORD_END, WORD_START } from './patterns';
import type { Span } from './text';

/** A number that is written in words. */
export interface Spelled extends Span {
  number: string;
}

const UNITS: Record<string, string[]> = {
  de: ['ein', 'zwei', 'drei', 'vier', 'funf', 'sechs', 'sieben', 'acht', 'neun'],
  nl: ['een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen'],
};
const TENS: Record<string, string[]> = {
  de: ['zwanzig', 'dreißig', 'vierzig', 'funfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'],
  nl: ['twintig', 'dertig', 'veertig', 'vijftig', 'zestig', 'zeventig', 'tachtig', 'negentig'],
};
const HUNDRED: Record<string, [hundred: string, thousand: string, and: string]> = {
  de: ['hundert', 'tausend', 'und'],
  nl: ['honderd', 'duizend', 'en'],
};

/** German and Dutch write them as one word: "fünfundzwanzig", "driehonderd", "vierduizend". */
function compounds(language: string): Record<string, string> {
  const [units, tens, words] = [UNITS[language], TENS[language], HUNDRED[language]];
  const made: Record<string, string> = {};
  if (!units || !tens || !words) return made;
  const [hundred, thousand, and] = words;
  for (const [index, unit] of units.entries()) {
    made[`${unit}${hundred}`] = String((index + 1) * 100);
    made[`${unit}${thousand}`] = String((index + 1) * 1000);
    for (const [ten, name] of tens.entries()) made[`${unit}${and}${name}`] = String((ten + 2) * 10 + index + 1);
  }
  return made;
}

const cache = new WeakMap<Patterns, { names: Record<string, string>; pattern: RegExp }>();

function wordsOf(patterns: Patterns): { names: Record<string, string>; pattern: RegExp } {
  let words = cache.get(patterns);
  if (!words) {
    const { numbers, language, spaced } = patterns.lexicon;
    const names = { ...compounds(language), ...numbers };
    const [start, end] = spaced ? [WORD_START, WORD_END] : ['', ''];
    const longest = Object.keys(names).sort((a, b) => b.length - a.length);
    words = { names, pattern: new RegExp(`${start}(?:${longest.join('|')})${end}`, 'gu') };
    cache.set(patterns, words);
  }
  return words;
}

/** "one hundred | thousand", "twenty | five", "two hundred | and | fifty": what follows multiplies, or adds the rest. */
function joined(first: number, second: number, gap: string): number | null {
  if (!/^[ -]$|^ and $/.test(gap)) return null;
  if (second >= 1000 && first < second) return gap === ' ' ? first * second : null;
  if (second === 100 && first < 10 && first > 0) return first * 100;
  const room = first % 1000 === 0 ? 1000 : first % 100 === 0 ? 100 : first >= 20 && first % 10 === 0 ? 10 : 0;
  return second > 0 && second < room && (gap !== ' and ' || room >= 100) ? first + second : null;
}

/** All numbers in words, left to right; those that belong together as one. */
export function findSpelled(patterns: Patterns, text: string): Spelled[] {
  const { names, pattern } = wordsOf(patterns);
  if (Object.keys(names).length === 0) return [];
  const found: Spelled[] = [];
  for (const match of text.matchAll(pattern)) {
    const next = { number: names[match[0]] ?? '0', start: match.index, end: match.index + match[0].length };
    const last = found.at(-1);
    const sum = last && joined(Number(last.number), Number(next.number), text.slice(last.end, next.start));
    if (last && sum) Object.assign(last, { number: String(sum), end: next.end });
    else found.push(next);
  }
  return found;
}
