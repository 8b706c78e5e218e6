import CONCEPTS from '../written/concepts.json' with { type: 'json' };
import FUNCTION_WORDS from '../written/function-words.json' with { type: 'json' };
import { bareWord, stemOf } from '../written/stem';
import { wordsOf } from '../written/words';
import type { Interpretation } from './interpretation';
import type { Locator, Recipe } from './reading';

const MOST_WORDS = 80;
const ADDRESS = /https?:\/\/\S+/gi;
const groups = Object.values(CONCEPTS).map((words) => new Set(words.split(' ')));
const saysNothing = new Set(Object.values(FUNCTION_WORDS).flatMap((words) => words.split(' ').map(bareWord)));

interface Asked {
  prompt: string;
  interpretation: Pick<Interpretation, 'item' | 'property' | 'language' | 'trigger'>;
}

/**
 * Whether a text that was read, or what names its place on the page, shares a word with what was asked: as it is
 * written, by its stem, or by what it means. True where nothing names its place, since then nobody can tell.
 */
export function isAbout(
  { prompt, interpretation }: Asked,
  { evidence, recipe }: { evidence: { quote: string }; recipe: Recipe | null },
): boolean {
  const names = (recipe?.locators ?? []).flatMap(namesIn);
  if (names.length === 0) return true;
  const { item, property, language, trigger } = interpretation;
  const operand = trigger.kind === 'state' && trigger.value?.type === 'string' ? trigger.value.text : '';
  const limit = new Set(stemsOf(operand, language));
  const asked = new Set(stemsOf([prompt.replace(ADDRESS, ' '), item ?? '', property].join(' '), language));
  const shown = stemsOf([evidence.quote, ...names].join(' '), language);
  const meant = groups.filter((group) => [...asked].some((word) => group.has(word)));
  return shown.some((word) => (asked.has(word) && !limit.has(word)) || meant.some((group) => group.has(word)));
}

/** The words by which a place is known: labels, headings, and what stands before and behind it. */
function namesIn(locator: Locator): string[] {
  const named = [
    'label' in locator ? locator.label : null,
    'heading' in locator ? locator.heading : null,
    'column' in locator ? locator.column : null,
    'path' in locator ? locator.path : null,
    'before' in locator ? locator.before : null,
    'after' in locator ? locator.after : null,
    ...('row' in locator ? locator.row : []),
  ];
  return named.flatMap((name) => name || []);
}

/** Content words of a text, bare and by their stems, in the language of the question and in English. */
function stemsOf(text: string, language: string): string[] {
  const words = wordsOf(text)
    .slice(0, MOST_WORDS)
    .map((word) => word.text);
  const telling = words.filter((word) => word.length > 1 && !saysNothing.has(bareWord(word)));
  const short = language.slice(0, 2).toLowerCase();
  return telling.flatMap((word) => [bareWord(word), stemOf(word, short), stemOf(word, 'en')]);
}
