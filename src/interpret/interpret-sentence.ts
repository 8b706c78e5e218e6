import type { Interpretation } from '@/domain/contract/interpretation';
import { type Weighed, weigh } from './choice';
import { type Condition, conditionOptions } from './condition-options';
import { contractOf } from './contract';
import { leftOut } from './left-out';
import { factWords } from './property-words';
import { lookAt, type Sentence } from './sentence';
import { findSlots, type Slots, type Stretch } from './slots';
import { suretyFeatures, suretyOf } from './surety';
import type { PersonsTime } from './typed-values';
import { type Model, trainedModel } from './weights';

/** What was understood of a sentence, and how surely. */
export interface Understood {
  /** The likeliest contract; null where nothing was understood: an empty one to fill in. */
  interpretation: Interpretation | null;
  /** That condition and item are right, calibrated on sentences that the models had not seen. */
  probability: number;
  /** True where the person is to be asked before this is taken. */
  asked: boolean;
  /** Where the slots stand in the sentence; UTF-16 offsets, end exclusive. */
  spans: Record<'item' | 'property' | 'exclusion' | 'operand', Stretch[]>;
  /** Words that what is read must not have: "refurbished", "Lite". */
  exclude: string[];
  /** Other contracts that it may mean, the likelier first, at most three. */
  alternatives: Interpretation[];
  /** Of which sorts the fact may be: the likeliest contract of each, its own first, then the next; at most two. */
  kinds: { interpretation: Interpretation; probability: number }[];
  /** Where a second condition stands that the contract, which holds one, leaves out; then the person is asked. */
  unused: Stretch[];
  /** What to say of it to the person, in English; null where nothing was left out. */
  note: string | null;
}

const MOST_ALTERNATIVES = 3;
/** Below this share the models only guess. */
const NOT_UNDERSTOOD = 0.03;

/** Interprets a prompt of 10 to 500 characters; relative dates count from the person's now in their zone. Pure. */
export function interpretSentence(prompt: string, time: PersonsTime, model: Model = trainedModel()): Understood {
  const sentence = lookAt(prompt, time);
  const conditions = weigh(conditionOptions(sentence), model.condition);
  const [best] = conditions;
  if (saysNothing(sentence) || !best || best.probability < NOT_UNDERSTOOD) return nothing();
  const slots = findSlots(sentence, best.value, model);
  const interpretation = contractOf(sentence, best.value, slots);
  const probability = suretyOf(suretyFeatures(sentence, conditions, slots), model.surety.weights);
  const unused = leftOut(sentence, best.value, slots.tags);
  return {
    interpretation,
    probability: interpretation === null ? 0 : probability,
    asked: interpretation === null || unused.length > 0 || probability < model.surety.giveFrom,
    spans: { ...slots.spans, operand: operandsOf(best.value) },
    exclude: slots.exclude,
    alternatives: alternativesOf(sentence, conditions.slice(1), slots),
    kinds: kindsOf(sentence, conditions, (one) => (one === best.value ? slots : findSlots(sentence, one, model))),
    unused,
    note: noteOf(prompt, unused),
  };
}

/** No word that asks, compares or names a fact, and nothing that is measured: a contract of it would be made up. */
function saysNothing({ tokens, values, language }: Sentence): boolean {
  const words = tokens.map(({ text }) => text);
  return (
    tokens.every(({ kinds }) => kinds.size === 0) &&
    values.every(({ unit }) => unit === null) &&
    factWords(words, language).every(({ word }) => !word.startsWith('#'))
  );
}

function noteOf(prompt: string, unused: readonly Stretch[]): string | null {
  if (unused.length === 0) return null;
  const words = unused.map(({ start, end }) => `“${prompt.slice(start, end)}”`).join(', ');
  return `A monitor has one condition: ${words} was left out. Make a second monitor for it, or write only that.`;
}

function nothing(): Understood {
  const spans = { item: [], property: [], exclusion: [], operand: [] };
  return {
    interpretation: null,
    probability: 0,
    asked: true,
    spans,
    exclude: [],
    alternatives: [],
    kinds: [],
    unused: [],
    note: null,
  };
}

function operandsOf({ value, value2, text }: Condition): Stretch[] {
  return [value, value2, text].flatMap((one) => (one ? [{ start: one.start, end: one.end }] : []));
}

function alternativesOf(sentence: Sentence, others: readonly Weighed<Condition>[], slots: Slots): Interpretation[] {
  return others
    .slice(0, MOST_ALTERNATIVES)
    .map(({ value }) => contractOf(sentence, value, slots))
    .filter((contract) => contract !== null);
}

const MOST_KINDS = 2;
/** A sort that is less likely is not worth a place among what a person is offered. */
const UNLIKELY = 0.08;

/** Conditions of one sort together; the contract of each sort names its property by the best of them. */
function kindsOf(
  sentence: Sentence,
  conditions: readonly Weighed<Condition>[],
  slotsBeside: (condition: Condition) => Slots,
): Understood['kinds'] {
  const sorts = [...Map.groupBy(conditions, ({ value }) => value.sort).values()].map((own) => ({
    best: own[0]?.value,
    probability: own.reduce((sum, { probability }) => sum + probability, 0),
  }));
  const [own, ...others] = sorts;
  const likely = others.filter(({ probability }) => probability >= UNLIKELY);
  likely.sort((a, b) => b.probability - a.probability);
  return [own, ...likely].slice(0, MOST_KINDS).flatMap((kind) => {
    if (!kind?.best) return [];
    const interpretation = contractOf(sentence, kind.best, slotsBeside(kind.best));
    return interpretation === null ? [] : [{ interpretation, probability: kind.probability }];
  });
}
