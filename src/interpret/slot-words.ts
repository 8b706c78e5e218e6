import functionWords from '@/domain/written/function-words.json' with { type: 'json' };
import { bareWord, stemOf } from '@/domain/written/stem';
import { cutWords } from './cut-words';
import { factWords } from './property-words';

/** Words that carry no meaning of their own in a slot; taken from the articles and prepositions of our languages. */
const EMPTY = new Set(
  Object.values(functionWords).flatMap((words) => words.split(' ').filter((word) => word.length <= 4)),
);

/** The telling words of a slot as stems; all of them where none is telling. */
export function slotWords(text: string, language: string): string[] {
  const all = cutWords(text, language).map(({ text: word }) => word.replace(/['’]s$/, ''));
  const telling = all.filter((word) => !EMPTY.has(bareWord(word)));
  return (telling.length > 0 ? telling : all).map((word) => stemOf(word, language));
}

/** The same by what fact they name: "#price", "#replies"; a stem where they name none that is well known. */
export function namedWords(text: string, language: string): string[] {
  const words = cutWords(text, language).map(({ text: word }) => word);
  const named = factWords(words, language).map(({ word }) => word);
  return named.filter((word) => word.startsWith('#') || !EMPTY.has(word));
}

/** Overlap of two slots' telling words, as F1 between 0 and 1; 1 where both are empty. */
export function overlapOf(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [new Set(a), new Set(b)];
  if (left.size + right.size === 0) return 1;
  const shared = [...left].filter((word) => right.has(word)).length;
  return (2 * shared) / (left.size + right.size);
}
