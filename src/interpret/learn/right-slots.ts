import type { FactSort } from '../condition-options';
import { languageFor } from '../language';
import type { PropertyName } from '../property-name';
import type { Sentence } from '../sentence';
import type { Tag } from '../slot-tagger';
import { namedWords, overlapOf, slotWords } from '../slot-words';
import { called, joined, type Slots, stretchesOf } from '../slots';
import type { LabelledSentence } from './labelled';
import { sortOf } from './right-condition';

const ENOUGH = 0.8;

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
 * Whether the item is the label's. It is when nothing of either is lost: a telling word that only one of the two items
 * has stands in the other's property ("Capterra rating" of "Freedcamp"), or nearly all words are the same (F1 of stems
 * 0.8 or more). Words for the page itself ("docs", "thread") say nothing beside others.
 */
export function itemIsRight(given: Said, { slots, language }: LabelledSentence): boolean {
  if (slots === null) return false;
  if (given.item === null || slots.item === null) return given.item === slots.item;
  const [one, other] = [given.item, slots.item].map((item) => withoutPage(slotWords(item, language), language));
  if (overlapOf(one ?? [], other ?? []) >= ENOUGH) return true;
  const [has, wanted] = [given.item, slots.item].map(
    (item) => new Set(withoutPage([...wordsOf(item, language)], language)),
  );
  if (!has || !wanted) return false;
  const extra = without(has, wanted, wordsOf(slots.property, language));
  const missing = without(wanted, has, wordsOf(given.property, language));
  return extra.length + missing.length === 0 && [...has].some((word) => wanted.has(word));
}

/**
 * Whether the property names the label's fact. It does when, by well-known names and stems, it has every word of the
 * label's property and no other. What counts as a word: not those that only say the sort of value; not those of the
 * label's that the sentence does not say, where others remain (a writer's own names). A word that only one of the two
 * has may stand in the other's item. Where the label says no more than the sort, further words of the sentence are no
 * mistake.
 */
export function propertyIsRight(given: Said, label: LabelledSentence): boolean {
  const { slots, language, prompt } = label;
  if (slots === null) return false;
  const said = wordsOf(prompt, language);
  const generic = genericOf(label);
  const wanted = required(without(wordsOf(slots.property, language), generic), said);
  const own = sortOf(label) === 'money' ? new Set([...generic, '#price']) : generic;
  const has = without(wordsOf(given.property, language), generic);
  const missing = without(wanted, has, wordsOf(given.item ?? '', language));
  const extra = without(has, wanted, wordsOf(slots.item ?? '', language), own, PERIODS);
  const sharpened = [...wanted].length === 0 && extra.every((word) => said.has(word));
  return missing.length === 0 && (extra.length === 0 || sharpened);
}

function withoutPage(words: readonly string[], language: string): readonly string[] {
  const telling = words.filter((word) => !pageWords(language).has(word));
  return telling.length > 0 ? telling : words;
}

function pageWords(language: string): Words {
  const page = [...languageFor(language).phrases.values()].flat().filter(({ kind }) => kind === 'page');
  return new Set(page.flatMap(({ stems }) => (stems.length === 1 ? stems : [])));
}

function wordsOf(text: string, language: string): Set<string> {
  return new Set(namedWords(text, language));
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
