import FUNCTION_WORDS from '@/domain/written/function-words.json';
import { bareWord, stemOf } from '@/domain/written/stem';
import { wordsOf } from '@/domain/written/words';
import { conceptsOf } from './concepts';

/** What is asked of a page, as the ranker sees it: words with weights rather than slots. */
export interface Asked {
  /** The person's sentence, or what the interpretation leaves of it without request and threshold. */
  words: string;
  item: string | null;
  property: string | null;
  /** Words that the sentence excludes ("not the Lite"). */
  exclude: readonly string[];
  factType: 'number' | 'string' | 'boolean' | 'object';
  /** ISO 4217, a unit's symbol, "date", "time", "version", or null. */
  unit: string | null;
  /** BCP 47. */
  language: string;
  /** That it is of this type and unit, and that the sentence was understood, from 0 to 1; 1 where nobody guessed. */
  kindProbability: number;
  sentenceProbability: number;
}

/** How surely a question was understood that nobody guessed. */
export const CERTAIN = { kindProbability: 1, sentenceProbability: 1 } as const;

/** One content word of the question. */
export interface AskedWord {
  text: string;
  /** Its stems in the question's language and in English, and the bare word. */
  stems: readonly string[];
  /** Bits of `concepts.ts`. */
  concepts: number;
  inItem: boolean;
  inProperty: boolean;
}

const functionWords = new Map<string, Set<string>>(
  Object.entries(FUNCTION_WORDS).map(([language, words]) => [language, new Set(words.split(' ').map(bareWord))]),
);

const MOST_WORDS = 40;
const ADDRESS = /https?:\/\/\S+/gi;
const BARE_NUMBER = /^[\d.,]+$/;

/** The content words of a question: neither function words nor numbers by themselves (but in names), each once. */
export function askedWords(asked: Pick<Asked, 'words' | 'item' | 'property' | 'language'>): AskedWord[] {
  const language = asked.language.slice(0, 2).toLowerCase();
  const inItem = stemsOf(asked.item, language);
  const inProperty = stemsOf(asked.property, language);
  const words = new Map<string, AskedWord>();
  for (const { text } of wordsOf(asked.words.replace(ADDRESS, ' '))) {
    if (words.size >= MOST_WORDS) break;
    const [bare, stem] = [bareWord(text), stemOf(text, language)];
    if (words.has(stem) || (!inItem.has(stem) && saysNothing(bare, language))) continue;
    words.set(stem, {
      text: bare,
      stems: [...new Set([stem, stemOf(text, 'en'), bare])],
      concepts: conceptsOf(bare, stem),
      inItem: inItem.has(stem),
      inProperty: inProperty.has(stem),
    });
  }
  return [...words.values()];
}

/** English requests are written about pages of every language. */
function saysNothing(bare: string, language: string): boolean {
  if (bare.length < 2 || BARE_NUMBER.test(bare)) return true;
  return functionWords.get(language)?.has(bare) === true || functionWords.get('en')?.has(bare) === true;
}

function stemsOf(text: string | null, language: string): Set<string> {
  return new Set(text === null ? [] : wordsOf(text).map((word) => stemOf(word.text, language)));
}
