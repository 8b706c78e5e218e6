import type { Choice, Group } from './choice';
import { conceptOf } from './condition-features';
import type { Condition } from './condition-options';
import { factWords } from './property-words';
import type { Sentence } from './sentence';
import type { Tag } from './slot-tagger';

/** Names of ours for what a sentence need not say: "below $300" is about the price. */
const PROPERTY_NAMES = [
  ...(['price', 'availability', 'listed', 'author', 'date', 'last updated', 'start date', 'end date'] as const),
  ...(['deadline', 'version', 'rating', 'reviews', 'replies', 'views', 'count', 'status', 'label'] as const),
  ...(['title', 'entries', 'discount', 'location', 'opening hours', 'phone number', 'duration', 'size'] as const),
] as const;

/** What a property is called: its own words in the sentence, a name of ours, or both ("price" "a month"). */
export interface PropertyName {
  name: (typeof PROPERTY_NAMES)[number] | null;
  written: boolean;
}

/** All that a property could be called: the words of the sentence less its item, the condition, what is written. */
export function propertyOptions(sentence: Sentence, condition: Condition, tags: readonly Tag[]): Choice<PropertyName> {
  const features = propertyFeatures(sentence, condition, tags);
  const groups: Group[] = [
    { label: 'written', features },
    { label: 'unwritten', features },
    { label: 'no name', features },
    ...PROPERTY_NAMES.map((label) => ({ label, features })),
  ];
  const names = PROPERTY_NAMES.map((name, at) => ({ name, group: at + 3 }));
  const options = names.map(({ name, group }) => ({ value: { name, written: false }, groups: [1, group] }));
  if (!tags.includes('property')) return { groups, options };
  const composed = names.map(({ name, group }) => ({ value: { name, written: true }, groups: [0, group] }));
  return { groups, options: [{ value: { name: null, written: true }, groups: [0, 2] }, ...options, ...composed] };
}

function propertyFeatures({ tokens, language }: Sentence, { op, sort }: Condition, tags: readonly Tag[]): string[] {
  const features = new Set(['bias', `op:${op}`, `sort:${sort}`, `${op}/${sort}`]);
  for (const [at, token] of tokens.entries()) {
    const tag = tags[at] ?? 'other';
    features.add(`has ${tag}`);
    if (tag === 'property') features.add(`property w:${token.stem}`);
    if (tag === 'item' || tag === 'exclusion') continue;
    features.add(`w:${token.stem}`);
    const [concept, next] = [conceptOf(token.text), tokens[at + 1]];
    if (concept !== null) features.add(`c:${concept}`);
    if (next) features.add(`w:${token.stem} ${next.stem}`);
    for (const kind of token.kinds) features.add(`k:${kind}`).add(`k:${kind}/${sort}`);
  }
  const facts = factWords(
    tokens.map(({ text }) => text),
    language,
  );
  for (const { word, from } of facts) if (word.startsWith('#')) features.add(`${tags[from]} ${word}`);
  const words = tags.filter((tag) => tag === 'property').length;
  features.add(`words:${Math.min(4, words)}`);
  return [...features];
}
