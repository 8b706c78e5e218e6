import type { Interpretation } from '@/domain/contract/interpretation';
import { type Weighed, weigh } from './choice';
import { type Condition, conditionOptions } from './condition-options';
import { contractOf } from './contract';
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
}

const MOST_ALTERNATIVES = 3;
/** Below this share the models only guess. */
const NOT_UNDERSTOOD = 0.03;

/** Interprets a prompt of 10 to 500 characters; relative dates count from the person's now in their zone. Pure. */
export function interpretSentence(prompt: string, time: PersonsTime, model: Model = trainedModel()): Understood {
  const sentence = lookAt(prompt, time);
  const conditions = weigh(conditionOptions(sentence), model.condition);
  const [best] = conditions;
  if (sentence.tokens.length === 0 || !best || best.probability < NOT_UNDERSTOOD) return nothing();
  const slots = findSlots(sentence, best.value, model);
  const interpretation = contractOf(sentence, best.value, slots);
  const probability = suretyOf(suretyFeatures(sentence, conditions, slots), model.surety.weights);
  return {
    interpretation,
    probability: interpretation === null ? 0 : probability,
    asked: interpretation === null || probability < model.surety.giveFrom,
    spans: { ...slots.spans, operand: operandsOf(best.value) },
    exclude: slots.exclude,
    alternatives: alternativesOf(sentence, conditions.slice(1), slots),
  };
}

function nothing(): Understood {
  const spans = { item: [], property: [], exclusion: [], operand: [] };
  return { interpretation: null, probability: 0, asked: true, spans, exclude: [], alternatives: [] };
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
