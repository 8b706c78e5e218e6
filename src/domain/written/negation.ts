import NEGATIONS from './negations.json';
import { wordsOf } from './words';

const words = new Map<string, ReadonlySet<string>>(
  Object.entries(NEGATIONS).map(([language, list]) => [language, new Set(list.split(' '))]),
);
const JAPANESE = new RegExp(NEGATIONS.ja.split(' ').join('|'), 'u');
const CONTRACTED = /\p{L}n['’]t(?!\p{L})/iu;

/** Whether a text denies something, in its language or in English: "no longer sold", "kein Lieferdatum". */
export function isNegated(text: string, language: string): boolean {
  const [own, english] = [words.get(language.slice(0, 2).toLowerCase()), words.get('en')];
  if (CONTRACTED.test(text) || JAPANESE.test(text)) return true;
  return wordsOf(text.toLowerCase()).some((word) => own?.has(word.text) === true || english?.has(word.text) === true);
}
