import { conceptOf } from '../condition-features';
import { PROPERTY_NAMES, type PropertyName } from '../property-name';
import type { Sentence } from '../sentence';
import type { Tag } from '../slot-tagger';
import { overlapOf, slotWords } from '../slot-words';
import type { Slots } from '../slots';
import type { LabelledSentence } from './labelled';

const ENOUGH = 0.8;

/** Whether the item is the label's: the same telling words, or nearly (F1 of stems 0.8 or more). */
export function itemIsRight({ item }: Pick<Slots, 'item'>, { slots, language }: LabelledSentence): boolean {
  if (slots === null) return false;
  if (item === null || slots.item === null) return item === slots.item;
  return overlapOf(slotWords(item, language), slotWords(slots.item, language)) >= ENOUGH;
}

/** The same of the property, where words of one concept ("cost", "price") count as one. */
export function propertyIsRight({ property }: Pick<Slots, 'property'>, { slots, language }: LabelledSentence): boolean {
  if (slots === null) return false;
  const given = [slotWords(property, language), slotWords(property, language, true)];
  const wanted = [slotWords(slots.property, language), slotWords(slots.property, language, true)];
  return given.some((words, at) => overlapOf(words, wanted[at] ?? []) >= ENOUGH);
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

/** The names that say a labelled property; where its own words stand in the sentence, those do. */
export function rightNames({ slots, language }: LabelledSentence, tags: readonly Tag[], sentence: Sentence): number[] {
  if (slots === null) return [];
  const written = sentence.tokens.filter((_, at) => tags[at] === 'property').map(({ text }) => text);
  const says = (property: string): boolean => propertyIsRight({ property }, { slots, language } as LabelledSentence);
  const possible: readonly PropertyName[] = written.length > 0 ? PROPERTY_NAMES : PROPERTY_NAMES.slice(1);
  const right = possible.flatMap((name, at) => (says(name === 'written' ? written.join(' ') : name) ? [at] : []));
  if (right.length > 0) return right;
  const concepts = new Set(slotWords(slots.property, language).map(conceptOf));
  return possible.flatMap((name, at) => (concepts.has(conceptOf(name)) && conceptOf(name) !== null ? [at] : []));
}
