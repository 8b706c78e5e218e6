import type { Choice, Option } from './choice';
import { conceptOf } from './condition-features';
import type { Condition } from './condition-options';
import type { Sentence } from './sentence';
import type { Tag } from './slot-tagger';

/** `written` is the property's own words in the sentence; the others are names of ours that it need not say. */
export const PROPERTY_NAMES = [
  'written',
  'price',
  'availability',
  'listed',
  'author',
  'date',
  'deadline',
  'version',
  'rating',
  'reviews',
  'comments',
  'views',
  'count',
  'status',
  'title',
  'entries',
  'discount',
  'location',
  'opening hours',
  'phone number',
  'text',
] as const;
export type PropertyName = (typeof PROPERTY_NAMES)[number];

/** Which of the names fits: the words of the sentence less its item, the condition, and what was found written. */
export function propertyOptions(sentence: Sentence, condition: Condition, tags: readonly Tag[]): Choice<PropertyName> {
  const features = new Set([
    'bias',
    `op:${condition.op}`,
    `sort:${condition.sort}`,
    `${condition.op}/${condition.sort}`,
  ]);
  for (const [at, token] of sentence.tokens.entries()) {
    const tag = tags[at] ?? 'other';
    features.add(`has ${tag}`);
    if (tag === 'property') features.add(`property w:${token.stem}`).add(`property c:${conceptOf(token.text)}`);
    if (tag === 'item' || tag === 'exclusion') continue;
    features.add(`w:${token.stem}`);
    const concept = conceptOf(token.text);
    if (concept !== null) features.add(`c:${concept}`);
    for (const kind of token.kinds) features.add(`k:${kind}`);
  }
  const words = tags.filter((tag) => tag === 'property').length;
  features.add(`words:${Math.min(4, words)}`);
  const possible = words > 0 ? PROPERTY_NAMES : PROPERTY_NAMES.slice(1);
  const groups = possible.map((label) => ({ label, features: [...features] }));
  return { groups, options: possible.map((value, at): Option<PropertyName> => ({ value, groups: [at] })) };
}
