import type { Weighed } from './choice';
import type { Condition } from './condition-options';
import type { Sentence } from './sentence';
import type { Slots } from './slots';

/** Weights of a logistic regression over `suretyFeatures`, learned on sentences that the models had not seen. */
export interface Surety {
  weights: readonly number[];
  /** At this probability and above an interpretation is given without asking. */
  giveFrom: number;
}

const log = (share: number): number => Math.log(Math.max(share, 1e-4));

/** What tells how far the models can be trusted: their own probabilities, the runner-up, what they left aside. */
export function suretyFeatures(sentence: Sentence, conditions: readonly Weighed<Condition>[], slots: Slots): number[] {
  const [best, second] = conditions;
  const condition = best?.value ?? null;
  return [
    1,
    log(best?.probability ?? 0),
    log(1 - (best?.probability ?? 0)),
    log(second?.probability ?? 0),
    ...slotFeatures(sentence, slots),
    Math.min(sentence.tokens.length, 40) / 10,
    Math.min(unusedValues(sentence, condition), 3),
    flag(sentence.language === 'en'),
    flag(sentence.clauses.length > 3),
    flag(condition?.text !== null),
    flag(condition?.type === 'change'),
    flag(condition?.value !== null),
    ...SORTS.map((sort) => flag(condition?.sort === sort)),
    ...OPS.map((op) => flag(condition?.op === op)),
  ];
}

const SORTS = ['number', 'money', 'percent', 'quantity', 'date', 'version', 'text', 'boolean', 'list'];
const OPS = ['any', 'lt', 'lte', 'gt', 'gte', 'eq', 'neq', 'added', 'is_true', 'is_false', 'exists'];
const flag = (holds: boolean): number => (holds ? 1 : 0);

function slotFeatures({ tokens }: Sentence, slots: Slots): number[] {
  const least = (which: (at: number) => boolean): number =>
    log(Math.min(1, ...slots.certainty.filter((_, at) => which(at))));
  const left = tokens.filter(
    ({ kinds, function: empty }, at) => slots.tags[at] === 'other' && !empty && kinds.size === 0,
  );
  return [
    log(slots.tagsProbability),
    log(slots.propertyProbability),
    least((at) => slots.tags[at] === 'item'),
    least((at) => slots.tags[at] === 'other'),
    least((at) => slots.tags[at] === 'property'),
    flag(slots.spans.item.length > 1),
    flag(slots.spans.exclusion.length > 0),
    Math.min(4, slots.tags.filter((tag) => tag === 'item').length) / 2,
    Math.min(4, left.length) / 2,
    flag(left.some(({ capital, digits }) => capital || digits)),
  ];
}

function unusedValues({ values }: Sentence, condition: Condition | null): number {
  const used = [condition?.value, condition?.value2].filter((value) => value !== null && value !== undefined);
  return values.filter((one) => one.edge === null && !used.some(({ start, end }) => one.start < end && start < one.end))
    .length;
}

/** The probability that an interpretation is right. */
export function suretyOf(features: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (const [at, feature] of features.entries()) sum += feature * (weights[at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
