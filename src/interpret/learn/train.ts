import { conditionOptions } from '../condition-options';
import { interpretSentence, type Understood } from '../interpret-sentence';
import { propertyOptions } from '../property-name';
import { lookAt } from '../sentence';
import { slotFeatures } from '../slot-features';
import type { Model } from '../weights';
import { tagsOf } from './align';
import { withExclusions } from './exclusion-examples';
import { type Asked, type Judged, judge } from './judge';
import type { LabelledSentence } from './labelled';
import { type ChoiceExample, compileChoices, learnChoices } from './learn-choices';
import { crossFitted, learnSurety, type WrittenOutcome } from './learn-surety';
import { compileTags, learnTags, type TagExample } from './learn-tags';
import { isRight, sameFact, sortOf } from './right-condition';
import { rightNames } from './right-slots';

const CONDITIONS = { epochs: 12, rate: 0.1, decay: 0.02, least: 3, unseen: 0.2, seed: 1, smallest: 0.15 };
const SLOTS = { epochs: 14, rate: 0.06, decay: 0.03, least: 3, unseen: 0, seed: 2, smallest: 0.1 };
const NAMES = { epochs: 14, rate: 0.1, decay: 0.03, least: 3, unseen: 0, seed: 3, smallest: 0.08 };
/** Prompts of the corpus were not written about real pages and say "open" where those say yes. */
const CORPUS_WEIGHT = 0.6;
/**
 * Of the interpretations that are given without asking so many are right: a point above the floor of 97 %, which a
 * threshold loses on writers that it has not seen.
 */
const WANTED_RIGHT = 0.98;

/** A labelled sentence as examples for the three models. */
interface Prepared extends Asked {
  condition: ChoiceExample | null;
  tags: TagExample | null;
  property: ChoiceExample | null;
}

/** A judged sentence with the surety of others: fitted, with its threshold, on what other writers wrote. */
export interface Validated extends Judged {
  probability: number;
  given: boolean;
}

/** Everything that is learned, and how it did on sentences of writers, about sites, that it had not seen. */
export interface Training {
  model: Model;
  validated: Validated[];
  /** What was made of each sentence by models that had not learned from its group, by the label's id. */
  unseen: Map<string, Understood>;
}

/** Trains on labelled sentences and cross-validates by writer; the same sentences give the same weights. */
export function trainInterpretation(labels: readonly LabelledSentence[], log: (line: string) => void): Training {
  const prepared = labels.map((label) => prepare(label));
  const added = withExclusions(labels, 4).map((label) => prepare(label));
  const learn = learnerOf([...prepared, ...added]);
  const folds = foldsOf(labels);
  const judged: Judged[] = [];
  const unseen = new Map<string, Understood>();
  for (const fold of new Set(folds.values())) {
    const inside = ({ label }: Prepared): boolean => folds.get(label.group) === fold;
    const models = learn(inside);
    for (const one of prepared) {
      if (!inside(one)) continue;
      judged.push(judge(one, models));
      unseen.set(one.label.id, understoodBy(models, one.label));
    }
    log(`fold ${fold + 1}: ${judged.length} sentences judged`);
  }
  const outcomes = judged.filter(({ label }) => label.real).map(outcomeOf);
  const surety = learnSurety(outcomes, WANTED_RIGHT);
  const sureness = crossFitted(judged.map(outcomeOf), outcomes, WANTED_RIGHT);
  const validated = judged.map((one, at) => ({ ...one, probability: 0, given: false, ...sureness[at] }));
  for (const { label, probability } of validated) {
    const understood = unseen.get(label.id);
    if (understood?.interpretation) understood.probability = probability;
  }
  return { model: { ...learn(), surety }, validated, unseen };
}

/** As the app would, but for how sure it is: that is fitted later. */
function understoodBy(models: Omit<Model, 'surety'>, { prompt, now }: LabelledSentence): Understood {
  return interpretSentence(prompt, { now, timeZone: 'UTC' }, { ...models, surety: { weights: [], giveFrom: 1 } });
}

function outcomeOf({ suretyFeatures: features, acceptable: right, label }: Judged): WrittenOutcome {
  return { features, right, group: label.group };
}

/** The fold of each group: one for every writer about real pages; the corpus' rounds are dealt out among them. */
function foldsOf(labels: readonly LabelledSentence[]): Map<string, number> {
  const groups = (real: boolean) => [...new Set(labels.filter((one) => one.real === real).map(({ group }) => group))];
  const writers = groups(true).sort();
  const folds = new Map(writers.map((group, at) => [group, at]));
  const rounds = groups(false).filter((group) => !folds.has(group));
  for (const [at, group] of rounds.sort().entries()) folds.set(group, at % Math.max(2, writers.length));
  return folds;
}

/** Makes the three models from all examples, or from those that are not left out. */
function learnerOf(all: readonly Prepared[]): (isLeftOut?: (one: Prepared) => boolean) => Omit<Model, 'surety'> {
  const having = <One>(of: (one: Prepared) => One | null): { owners: Prepared[]; examples: One[] } => {
    const owners = all.filter((one) => of(one) !== null);
    return { owners, examples: owners.map(of).filter((one) => one !== null) };
  };
  const [conditions, tags, names] = [
    having((one) => one.condition),
    having((one) => one.tags),
    having((one) => one.property),
  ];
  const compiled = {
    conditions: compileChoices(conditions.examples, CONDITIONS.least),
    tags: compileTags(tags.examples, SLOTS.least),
    names: compileChoices(names.examples, NAMES.least),
  };
  return (isLeftOut = () => false) => {
    const out = (owners: readonly Prepared[]) => (at: number) => owners[at] !== undefined && isLeftOut(owners[at]);
    return {
      condition: learnChoices(compiled.conditions, CONDITIONS, out(conditions.owners)),
      tags: learnTags(compiled.tags, SLOTS, out(tags.owners)),
      property: learnChoices(compiled.names, NAMES, out(names.owners)),
    };
  };
}

function prepare(label: LabelledSentence): Prepared {
  const sentence = lookAt(label.prompt, { now: label.now, timeZone: 'UTC' });
  const choice = conditionOptions(sentence);
  const all = choice.options.map(({ value }) => value);
  const places = (right: (at: number) => boolean): number[] => [...all.keys()].filter(right);
  const exact = places((at) => all[at] !== undefined && isRight(all[at], label));
  const right = exact.length > 0 ? exact : places((at) => all[at] !== undefined && sameFact(all[at], label));
  const condition = right.length > 0 ? { choice, right, weight: label.real ? 1 : CORPUS_WEIGHT } : null;
  const asked = { label, sentence, choice };
  const tags = label.slots ? tagsOf(sentence, label.slots) : null;
  const best = right.find((at) => all[at]?.sort === sortOf(label)) ?? right[0];
  const meant = best === undefined ? undefined : all[best];
  if (!tags || !meant) return { ...asked, condition, tags: null, property: null };
  const called = propertyOptions(sentence, meant, tags);
  const names = rightNames(
    label,
    sentence,
    tags,
    called.options.map(({ value }) => value),
  );
  return {
    ...asked,
    condition,
    tags: { features: slotFeatures(sentence, meant), tags },
    property: names.length > 0 ? { choice: called, right: names, weight: 1 } : null,
  };
}
