import functionWords from '@/domain/written/function-words.json' with { type: 'json' };
import { stemOf } from '@/domain/written/stem';
import type { FactSort } from '../condition-options';
import { languageFor, type WordKind } from '../language';
import type { PropertyName } from '../property-name';
import type { Sentence } from '../sentence';
import type { Tag } from '../slot-tagger';
import { namedWords, overlapOf, slotWords } from '../slot-words';
import { called, joined, type Slots, stretchesOf } from '../slots';
import type { LabelledSentence } from './labelled';
import { sortOf } from './right-condition';

const ENOUGH = 0.8;
/** So many further words of the sentence may a slot have that has all words of the label's. */
const MOST_FURTHER = 2;
const FUNCTION_WORDS: Readonly<Record<string, string>> = functionWords;

type Said = Pick<Slots, 'item' | 'property'>;
type Words = ReadonlySet<string>;

/** Words that say of a fact only what sort of value it has: "count", "title", "in stock". Its item says the rest. */
const GENERIC: Record<FactSort | 'state', readonly string[]> = {
  number: ['#count', '#entries', '#availability', '#listed'],
  quantity: ['#count', '#entries', '#availability', '#duration'],
  percent: ['#count', '#percentage'],
  money: [],
  date: ['#date'],
  time: ['#date', '#opening hours'],
  version: ['#version'],
  text: ['#title'],
  list: ['#entries', '#listed', '#availability'],
  boolean: ['#availability', '#listed', '#status', '#label'],
  state: ['#availability', '#status', '#label', '#listed', '#title'],
};
/** "Latest version" is the version; "a month" may be said of any price. */
const EVERYWHERE = ['#newest'];
const PERIODS = ['#month', '#year', '#week', '#hour', '#night'];

/**
 * Whether the item is the label's. It is when nothing of the label's is lost: a telling word that it alone has stands
 * in the other's property ("Capterra rating" of "Freedcamp"), or nearly all words are the same (F1 of stems 0.8 or
 * more). It may have two further words of the sentence, as writers name the same thing more or less closely ("Flatiron
 * bootcamps", "bootcamps"); none that is excluded. Words for the page itself ("docs", "thread") say nothing beside
 * others.
 */
export function itemIsRight(given: Said, { slots, language, prompt }: LabelledSentence): boolean {
  if (slots === null) return false;
  if (given.item === null || slots.item === null) return given.item === slots.item;
  const [one, other] = [given.item, slots.item].map((item) => withoutPage(slotWords(item, language), language));
  if (saysExcluded(given.item, slots, language)) return false;
  if (overlapOf(one ?? [], other ?? []) >= ENOUGH) return true;
  const [has, wanted] = [given.item, slots.item].map(
    (item) => new Set(withoutPage([...wordsOf(item, language)], language)),
  );
  if (!has || !wanted) return false;
  const extra = without(has, wanted, wordsOf(slots.property, language));
  const missing = without(wanted, has, wordsOf(given.property, language));
  if (missing.length > 0 || ![...has].some((word) => wanted.has(word))) return false;
  return isFurther(extra, wordsOf(prompt, language));
}

/** Whether words name what a label excludes, and not for its item or property as well. */
function saysExcluded(words: string, slots: NonNullable<LabelledSentence['slots']>, language: string): boolean {
  const excluded = wordsOf(slots.exclude.join(' '), language);
  const wanted = wordsOf(`${slots.item ?? ''} ${slots.property}`, language);
  return [...wordsOf(words, language)].some((word) => excluded.has(word) && !wanted.has(word));
}

function isFurther(extra: readonly string[], said: Words): boolean {
  return extra.length <= MOST_FURTHER && extra.every((word) => said.has(word));
}

/**
 * Whether the property names the label's fact. It does when, by well-known names and stems, it has every word of the
 * label's property. What counts as a word: not those that only say the sort of value; not those of the label's that the
 * sentence does not say, where others remain (a writer's own names). A word that only one of the two has may stand in
 * the other's item. Two further words of the sentence are no mistake ("articles published" for "articles"), nor are any
 * where the label says no more than the sort.
 */
export function propertyIsRight(given: Said, label: LabelledSentence): boolean {
  const { slots, language, prompt } = label;
  if (slots === null || saysExcluded(given.property, slots, language)) return false;
  const said = wordsOf(prompt, language);
  const generic = genericOf(label);
  const wanted = required(without(wordsOf(slots.property, language), generic), said);
  const own = sortOf(label) === 'money' ? new Set([...generic, '#price']) : generic;
  const has = without(wordsOf(given.property, language), generic);
  const missing = without(wanted, has, wordsOf(given.item ?? '', language));
  const extra = without(has, wanted, wordsOf(slots.item ?? '', language), own, PERIODS);
  const sharpened = [...wanted].length === 0 && extra.every((word) => said.has(word));
  return missing.length === 0 && (isFurther(extra, said) || sharpened);
}

function withoutPage(words: readonly string[], language: string): readonly string[] {
  const telling = words.filter((word) => !kindWords(language, 'page').has(word));
  return telling.length > 0 ? telling : words;
}

/** A function of a language and a kind of words, made once for each. */
function once(make: (language: string, kind: WordKind) => Words): (language: string, kind: WordKind) => Words {
  const made = new Map<string, Words>();
  return (language, kind) => {
    const words = made.get(`${language} ${kind}`) ?? make(language, kind);
    made.set(`${language} ${kind}`, words);
    return words;
  };
}

const kindWords = once((language, wanted) => {
  const phrases = [...languageFor(language).phrases.values()].flat().filter(({ kind }) => kind === wanted);
  return new Set(phrases.flatMap(({ stems }) => (stems.length === 1 ? stems : [])));
});

/** "About", "sobre", but none of a kind that could be what is asked about: "watch". */
const emptyWords = once((language, kind) => {
  const stems = (FUNCTION_WORDS[language] ?? '').split(' ').map((word) => stemOf(word, language));
  return new Set(stems.filter((stem) => !kindWords(language, kind).has(stem)));
});

function wordsOf(text: string, language: string): Set<string> {
  const words = namedWords(text, language);
  const telling = words.filter((word) => !emptyWords(language, 'request').has(word));
  return new Set(telling.length > 0 ? telling : words);
}

function without(words: Iterable<string>, ...others: readonly Iterable<string>[]): string[] {
  const out = new Set(others.flatMap((some) => [...some]));
  return [...words].filter((word) => !out.has(word));
}

function genericOf(label: LabelledSentence): Words {
  const sort = sortOf(label);
  const state = label.factType === 'string' && (label.kind === 'status' || label.kind === 'availability');
  return new Set([...EVERYWHERE, ...GENERIC[state ? 'state' : sort]]);
}

function required(words: readonly string[], said: Words): Words {
  const spoken = words.filter((word) => word.startsWith('#') || said.has(word));
  return new Set(spoken.length > 0 ? spoken : words);
}

/** Every excluded word named, and no more words than that. */
export function exclusionsAreRight(
  { exclude }: Pick<Slots, 'exclude'>,
  { slots, language }: LabelledSentence,
): boolean {
  if (slots === null) return false;
  const words = (all: readonly string[]) => all.flatMap((one) => slotWords(one, language));
  return overlapOf(words(exclude), words(slots.exclude)) >= 0.5;
}

/** The names that say a labelled property, as places among the options: the shortest, in words or in one of ours. */
export function rightNames(
  label: LabelledSentence,
  sentence: Sentence,
  tags: readonly Tag[],
  options: readonly PropertyName[],
): number[] {
  const stretches = stretchesOf(sentence, tags, 'property');
  const item = joined(sentence, stretchesOf(sentence, tags, 'item'));
  const right = [...options.keys()].filter((at) => {
    const option = options[at];
    return option !== undefined && propertyIsRight({ item, property: called(sentence, stretches, option) }, label);
  });
  const single = right.filter((at) => options[at]?.name === null || options[at]?.written === false);
  return single.length > 0 ? single : right;
}
