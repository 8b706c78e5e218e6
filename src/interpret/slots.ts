import type { Weights } from './choice';
import { weigh } from './choice';
import type { Condition } from './condition-options';
import { type PropertyName, propertyOptions } from './property-name';
import type { Sentence } from './sentence';
import { slotFeatures } from './slot-features';
import { likeliestTags, marginals, probabilityOf, scoresOf, TAGS, type Tag } from './slot-tagger';

/** A stretch of the prompt; UTF-16 offsets, end exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/** What a sentence names beside its condition, each with where it stands. */
export interface Slots {
  item: string | null;
  property: string;
  exclude: string[];
  spans: Record<'item' | 'property' | 'exclusion', Stretch[]>;
  /** How likely the tags of all words are, and the property's name. */
  tagsProbability: number;
  propertyProbability: number;
  /** A property word of a well-known name, or null where its own words are taken. */
  name: PropertyName;
  tags: readonly Tag[];
  /** The probability of each word's tag by itself. */
  certainty: readonly number[];
}

/** The slots of a sentence under a condition. What is in none of them belongs to nothing. */
export function findSlots(
  sentence: Sentence,
  condition: Condition,
  weights: { tags: Weights; property: Weights },
): Slots {
  const scores = scoresOf(slotFeatures(sentence, condition), weights.tags);
  const tags = likeliestTags(scores, namesIn(sentence, condition));
  const [best] = weigh(propertyOptions(sentence, condition, tags), weights.property);
  const spans = {
    item: stretchesOf(sentence, tags, 'item'),
    property: stretchesOf(sentence, tags, 'property'),
    exclusion: stretchesOf(sentence, tags, 'exclusion'),
  };
  const name = best?.value ?? 'text';
  return {
    item: joined(sentence, spans.item),
    property: (name === 'written' ? joined(sentence, spans.property) : name) ?? 'text',
    exclude: spans.exclusion.map(({ start, end }) => sentence.text.slice(start, end)),
    spans,
    tagsProbability: probabilityOf(tags, scores),
    propertyProbability: best?.probability ?? 0,
    name,
    tags,
    certainty: marginals(scores).tags.map((row, at) => row[TAGS.indexOf(tags[at] ?? 'other')] ?? 0),
  };
}

/** For each word whether it goes on a name: "Acme ROBOTICS", "Edge 540", but no operand. */
function namesIn({ tokens }: Sentence, { value, value2, text }: Condition): boolean[] {
  const operands = [value, value2, text].filter((one) => one !== null);
  const names = tokens.map(
    ({ capital, digits, kinds, start, end }) =>
      (capital || digits) && kinds.size === 0 && !operands.some((one) => start < one.end && one.start < end),
  );
  return tokens.map(({ gap }, at) => gap === '' && names[at] === true && at > 1 && names[at - 1] === true);
}

function stretchesOf({ tokens }: Sentence, tags: readonly Tag[], tag: Tag): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [at, token] of tokens.entries()) {
    if (tags[at] !== tag) continue;
    const last = stretches.at(-1);
    if (last && tags[at - 1] === tag) last.end = token.end;
    else stretches.push({ start: token.start, end: token.end });
  }
  return stretches;
}

function joined({ text }: Sentence, stretches: readonly Stretch[]): string | null {
  const parts = stretches.map(({ start, end }) => text.slice(start, end).replace(/['’]s$/, ''));
  return parts.length === 0 ? null : parts.join(' ').replace(/\s+/g, ' ').slice(0, 200);
}
