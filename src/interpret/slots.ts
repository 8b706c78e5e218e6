import type { Weights } from './choice';
import { weigh } from './choice';
import type { Condition } from './condition-options';
import { type PropertyName, propertyOptions } from './property-name';
import type { Sentence } from './sentence';
import { slotFeatures } from './slot-features';
import { likeliestTags, marginals, probabilityOf, scoresOf, TAGS, type Tag } from './slot-tagger';
import { namedWords } from './slot-words';

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
  const tags = withExcluded(sentence, condition, likeliestTags(scores, namesIn(sentence, condition)));
  const [best] = weigh(propertyOptions(sentence, condition, tags), weights.property);
  const spans = {
    item: stretchesOf(sentence, tags, 'item'),
    property: stretchesOf(sentence, tags, 'property'),
    exclusion: stretchesOf(sentence, tags, 'exclusion'),
  };
  return {
    item: joined(sentence, spans.item),
    property: best ? called(sentence, spans.property, best.value) : 'text',
    exclude: spans.exclusion.map(({ start, end }) => sentence.text.slice(start, end)),
    spans,
    tagsProbability: probabilityOf(tags, scores),
    propertyProbability: best?.probability ?? 0,
    tags,
    certainty: marginals(scores).tags.map((row, at) => row[TAGS.indexOf(tags[at] ?? 'other')] ?? 0),
  };
}

/** A name right behind a word that does nothing but exclude ("except the LITE") is excluded; a negation may do more. */
function withExcluded({ tokens }: Sentence, { value, value2, text }: Condition, tags: readonly Tag[]): Tag[] {
  const operands = [value, value2, text].filter((one) => one !== null);
  return tags.map((tag, at) => {
    const token = tokens[at];
    if (tag !== 'other' || !token?.capital || token.kinds.size > 0) return tag;
    if (operands.some(({ start, end }) => token.start < end && start < token.end)) return tag;
    let before = at - 1;
    while (before >= at - 2 && tokens[before]?.function && !tokens[before]?.kinds.has('except')) before--;
    const kinds = tokens[before]?.kinds;
    return kinds?.has('except') && !kinds.has('negation') ? 'exclusion' : tag;
  });
}

/**
 * For each word whether it is in one slot with the word before: within a quotation, and in a name ("Acme ROBOTICS",
 * "Code and Theory", "Edge 540") that is no operand.
 */
function namesIn({ tokens, quotes }: Sentence, { value, value2, text }: Condition): boolean[] {
  const operands = [value, value2, text].filter((one) => one !== null);
  const names = tokens.map(
    ({ capital, digits, kinds, start, end }) =>
      (capital || digits) && kinds.size === 0 && !operands.some((one) => start < one.end && one.start < end),
  );
  const joins = (at: number): boolean =>
    tokens[at]?.function === true &&
    tokens[at].gap === '' &&
    tokens[at + 1]?.gap === '' &&
    isName(at - 1) &&
    isName(at + 1);
  const isName = (at: number): boolean => names[at] === true && tokens[at]?.capital === true;
  const begins = (at: number): number => quotes.findIndex(({ start, end }) => isWithin(tokens[at], start, end));
  return tokens.map(({ gap }, at) => {
    if (at === 0) return false;
    const quote = begins(at);
    if (quote >= 0) return begins(at - 1) === quote;
    if (at > 1 && (joins(at) || (gap === '' && joins(at - 1)))) return true;
    return gap === '' && names[at] === true && at > 1 && names[at - 1] === true;
  });
}

function isWithin(token: { start: number; end: number } | undefined, start: number, end: number): boolean {
  return token !== undefined && token.start >= start && token.end <= end;
}

export function stretchesOf({ tokens }: Sentence, tags: readonly Tag[], tag: Tag): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [at, token] of tokens.entries()) {
    if (tags[at] !== tag) continue;
    const last = stretches.at(-1);
    if (last && tags[at - 1] === tag) last.end = token.end;
    else stretches.push({ start: token.start, end: token.end });
  }
  return stretches;
}

/** The property in words: "price a month", "last answered author". */
export function called(sentence: Sentence, stretches: readonly Stretch[], { name, written }: PropertyName): string {
  const words = written ? joined(sentence, stretches) : null;
  if (words !== null && name === null && namesPrice(words, sentence.language)) return 'price';
  if (words === null || name === null) return words ?? name ?? 'text';
  const first = sentence.tokens.find(({ start }) => start === stretches[0]?.start);
  return first?.function || first?.kinds.has('perWord') ? `${name} ${words}` : `${words} ${name}`;
}

/** "Costs", "kostet", "料金": contracts and pages know it as the price. */
function namesPrice(words: string, language: string): boolean {
  return namedWords(words, language).every((word) => word === '#price');
}

export function joined({ text }: Sentence, stretches: readonly Stretch[]): string | null {
  const parts = stretches.map(({ start, end }) => balanced(text.slice(start, end).replace(/['’]s$/, '')));
  return parts.length === 0 ? null : parts.join(' ').replace(/\s+/g, ' ').slice(0, 200);
}

/** Without a bracket or a quotation mark whose other half is outside. */
function balanced(words: string): string {
  if (words.includes('(') !== words.includes(')')) return words.replace(/[()]/g, '');
  return (words.match(/["“”]/g)?.length ?? 0) === 1 ? words.replace(/["“”]/, '') : words;
}
