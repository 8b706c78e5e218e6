import { bareWord, stemOf } from '@/domain/written/stem';
import names from './property-words.json' with { type: 'json' };

/** A word, or the words of one name, in a text: the indexes of its first and its last word. */
interface FactWord {
  /** "#price" for what our list of well-known facts names; else the stem. */
  word: string;
  from: number;
  to: number;
}

interface Phrase {
  parts: readonly string[];
  name: string;
}

const PHRASES = Map.groupBy(
  Object.entries(names)
    .flatMap(([name, lines]) => lines.flatMap((line) => line.split(' | ').map((phrase) => phraseOf(name, phrase))))
    .sort((a, b) => b.parts.length - a.parts.length),
  ({ parts: [first = ''] }) => first,
);

function phraseOf(name: string, phrase: string): Phrase {
  return { name: `#${name}`, parts: phrase.split(' ').map(bareWord) };
}

/** The words of a text by what fact they name, in any of our languages; the longest name counts. */
export function factWords(words: readonly string[], language: string): FactWord[] {
  const bare = words.map((word) => bareWord(word).replace(/['’]s?$/, ''));
  const found: FactWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const phrase = PHRASES.get(bare[at] ?? '')?.find(({ parts }) => parts.every((part, i) => bare[at + i] === part));
    const to = at + (phrase?.parts.length ?? 1) - 1;
    found.push({ word: phrase?.name ?? stemOf(bare[at] ?? '', language), from: at, to });
    at = to;
  }
  return found;
}
