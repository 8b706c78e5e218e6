import type { Lexicon } from '../lexicon/lexicon';
import type { Span } from './text';

type WordList = { [Key in keyof Lexicon]: Lexicon[Key] extends string[] ? Key : never }[keyof Lexicon];

/** The expressions of one language, compiled on first use and kept. */
export interface Patterns {
  lexicon: Lexicon;
  /** All places of a word list in folded text, left to right. */
  find(list: WordList, text: string): Span[];
  /** First place of a word list in folded text, or null. */
  first(list: WordList, text: string): Span | null;
  /** A further expression of this language; `build` is called once for each key. */
  custom(key: string, build: (words: (list: WordList) => string) => string, flags?: string): RegExp;
}

export const WORD_START = '(?<![\\p{L}\\p{N}])';
export const WORD_END = '(?![\\p{L}\\p{N}])';

/** The alternatives of a list, longest first, so that "no more than" wins over "no". */
function alternatives(entries: readonly string[], language: string): string {
  if (entries.length === 0) return '(?!)';
  const joined = entries.join('|');
  // Folding keeps lengths, and so the sharp s: "größer", "außerhalb", "dreißig".
  return language === 'de' ? joined.replaceAll('ss', '(?:ss|ß)') : joined;
}

export function patternsOf(lexicon: Lexicon): Patterns {
  const compiled = new Map<string, RegExp>();
  const [start, end] = lexicon.spaced ? [WORD_START, WORD_END] : ['', ''];
  const words = (list: WordList) => alternatives(lexicon[list], lexicon.language);

  function custom(key: string, build: (words: (list: WordList) => string) => string, flags = 'u'): RegExp {
    let pattern = compiled.get(key);
    if (!pattern) {
      pattern = new RegExp(build(words), flags);
      compiled.set(key, pattern);
    }
    pattern.lastIndex = 0;
    return pattern;
  }

  function find(list: WordList, text: string): Span[] {
    if (lexicon[list].length === 0) return [];
    const pattern = custom(`list:${list}`, (of) => `${start}(?:${of(list)})${end}`, 'gu');
    return [...text.matchAll(pattern)]
      .filter((match) => match[0] !== '')
      .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  }

  return { lexicon, find, first: (list, text) => find(list, text)[0] ?? null, custom };
}
