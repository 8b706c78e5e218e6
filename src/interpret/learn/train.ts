import { conditionOptions } from '../condition-options';
import { propertyOptions } from '../property-name';
import { lookAt } from '../sentence';
import { slotFeatures } from '../slot-features';
import type { Model } from '../weights';
import { tagsOf } from './align';
import { withExclusions } from './exclusion-examples';
import { type Asked, type Judged, judge } from './judge';
import type { LabelledSentence } from './labelled';
import { type ChoiceExample, type LearningRates, learnChoices } from './learn-choices';
import { learnSurety } from './learn-surety';
import { learnTags, type TagExample } from './learn-tags';
import { isRight, sameFact, sortOf } from './right-condition';
import { rightNames } from './right-slots';

const CONDITIONS: LearningRates = { epochs: 12, rate: 0.1, decay: 0.02, least: 3, seed: 1, smallest: 0.15 };
const SLOTS: LearningRates = { epochs: 14, rate: 0.06, decay: 0.03, least: 3, seed: 2, smallest: 0.1 };
const NAMES: LearningRates = { epochs: 14, rate: 0.1, decay: 0.03, least: 3, seed: 3, smallest: 0.08 };
/** Prompts of the corpus were not written about real pages and say "open" where those say yes. */
const CORPUS_WEIGHT = 0.6;
const FOLDS = 4;
/** Of the interpretations that are given without asking so many are right. */
const WANTED_RIGHT = 0.97;

/** A labelled sentence as examples for the three models. */
interface Prepared extends Asked {
  condition: ChoiceExample | null;
  tags: TagExample | null;
  property: ChoiceExample | null;
}

/** Everything that is learned, and how it did on sentences that it had not seen. */
export interface Training {
  model: Model;
  judged: Judged[];
}

/** Trains on labelled sentences and cross-validates by group; the same sentences give the same weights. */
export function trainInterpretation(labels: readonly LabelledSentence[], log: (line: string) => void): Training {
  const prepared = labels.map((label) => prepare(label));
  const added = withExclusions(labels, 4).map((label) => prepare(label));
  const judged: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const outside = ({ label }: Prepared): boolean => foldOf(label) !== fold;
    const models = learnModels([...prepared, ...added].filter(outside));
    for (const one of prepared) if (!outside(one)) judged.push(judge(one, models));
    log(`fold ${fold + 1} of ${FOLDS}: ${judged.length} sentences judged`);
  }
  const known = judged.filter(({ label }) => label.slots !== null);
  const surety = learnSurety(
    known.map(({ suretyFeatures: features, acceptable: right }) => ({ features, right })),
    WANTED_RIGHT,
  );
  return { model: { ...learnModels([...prepared, ...added]), surety }, judged };
}

/** Which fold a sentence is in: those of one group are in one. */
function foldOf({ group }: LabelledSentence): number {
  let hash = 7;
  for (const character of group) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0;
  return hash % FOLDS;
}

function learnModels(examples: readonly Prepared[]): Omit<Model, 'surety'> {
  const some = <One>(all: readonly (One | null)[]): One[] => all.filter((one) => one !== null);
  return {
    condition: learnChoices(some(examples.map(({ condition }) => condition)), CONDITIONS),
    tags: learnTags(some(examples.map(({ tags }) => tags)), SLOTS),
    property: learnChoices(some(examples.map(({ property }) => property)), NAMES),
  };
}

function prepare(label: LabelledSentence): Prepared {
  const sentence = lookAt(label.prompt, { now: label.now, timeZone: 'UTC' });
  const choice = conditionOptions(sentence);
  const all = choice.options.map(({ value }) => value);
  const places = (right: (at: number) => boolean): number[] => [...all.keys()].filter(right);
  const exact = places((at) => all[at] !== undefined && isRight(all[at], label));
  const right = exact.length > 0 ? exact : places((at) => all[at] !== undefined && sameFact(all[at], label));
  const condition = right.length > 0 ? { choice, right, weight: label.slots ? 1 : CORPUS_WEIGHT } : null;
  const asked = { label, sentence, choice };
  const tags = label.slots ? tagsOf(sentence, label.slots) : null;
  const best = right.find((at) => all[at]?.sort === sortOf(label)) ?? right[0];
  const meant = best === undefined ? undefined : all[best];
  if (!tags || !meant) return { ...asked, condition, tags: null, property: null };
  const names = rightNames(label, tags, sentence);
  return {
    ...asked,
    condition,
    tags: { features: slotFeatures(sentence, meant), tags },
    property: names.length > 0 ? { choice: propertyOptions(sentence, meant, tags), right: names, weight: 1 } : null,
  };
}
