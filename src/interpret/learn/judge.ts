import { type Choice, weigh } from '../choice';
import type { Condition } from '../condition-options';
import { leftOut } from '../left-out';
import type { Sentence } from '../sentence';
import { overlapOf, slotWords } from '../slot-words';
import { findSlots, type Slots } from '../slots';
import { suretyFeatures } from '../surety';
import type { Model } from '../weights';
import type { LabelledSentence } from './labelled';
import { isRight, sameFact } from './right-condition';
import { exclusionsAreRight, itemIsRight, propertyIsRight } from './right-slots';

/** A labelled sentence, and which parts of its interpretation are right. Slots are false where none are labelled. */
export interface Judged {
  label: LabelledSentence;
  /** Type, operator and sort. */
  fact: boolean;
  /** These with the operands. */
  joint: boolean;
  /** Joint among the first three. */
  offered: boolean;
  item: boolean;
  property: boolean;
  exclusions: boolean;
  /** Joint, nothing excluded in the item, and at least half of the item's words: what may be given without asking. */
  acceptable: boolean;
  suretyFeatures: number[];
  /** A second condition was seen in the sentence, so that the person would be asked. */
  leftOut: boolean;
  /** For reading the errors. */
  found: { op: string; sort: string; value: string | null; item: string | null; property: string; exclude: string[] };
}

/** A labelled sentence with all that it could mean. */
export interface Asked {
  label: LabelledSentence;
  sentence: Sentence;
  choice: Choice<Condition>;
}

/** Interprets a labelled sentence and compares. */
export function judge({ label, sentence, choice }: Asked, model: Omit<Model, 'surety'>): Judged {
  const conditions = weigh(choice, model.condition);
  const best = conditions[0]?.value;
  if (!best) throw new Error(`${label.id}: a sentence has no condition at all`);
  const slots = findSlots(sentence, best, model);
  const joint = isRight(best, label);
  const exclusions = exclusionsAreRight(slots, label);
  return {
    label,
    fact: sameFact(best, label),
    joint,
    offered: conditions.slice(0, 3).some(({ value }) => isRight(value, label)),
    item: itemIsRight(slots, label),
    property: propertyIsRight(slots, label),
    exclusions,
    acceptable: joint && halfTheItem(slots, label) && excludedStaysOut(slots, label),
    suretyFeatures: suretyFeatures(sentence, conditions, slots),
    leftOut: leftOut(sentence, best, slots.tags).length > 0,
    found: {
      op: best.op,
      sort: best.sort,
      value: best.value?.written ?? (best.text ? label.prompt.slice(best.text.start, best.text.end) : null),
      item: slots.item,
      property: slots.property,
      exclude: slots.exclude,
    },
  };
}

function halfTheItem({ item }: Slots, { slots, language }: LabelledSentence): boolean {
  if (!slots) return false;
  return slots.item === null || overlapOf(slotWords(item ?? '', language), slotWords(slots.item, language)) >= 0.5;
}

function excludedStaysOut({ item }: Slots, { slots, language }: LabelledSentence): boolean {
  const words = new Set(slotWords(item ?? '', language));
  const wanted = new Set(slotWords(slots?.item ?? '', language));
  const excluded = (slots?.exclude ?? []).flatMap((one) => slotWords(one, language));
  return !excluded.some((word) => words.has(word) && !wanted.has(word));
}
