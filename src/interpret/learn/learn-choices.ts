import { type Choice, softmax, type Weights } from '../choice';
import { type LearningRates, Mean, randomFrom, shuffled, someOf, stepInto, WeightTable } from './weight-table';

/** A choice with the options that are right, as indexes, and how much it counts. */
export interface ChoiceExample {
  choice: Choice<unknown>;
  right: readonly number[];
  weight: number;
}

/** An example by numbers: of each group its features and its label, of each option its groups. */
interface Compiled {
  features: readonly Int32Array[];
  labels: Int32Array;
  options: readonly (readonly number[])[];
  right: readonly number[];
  weight: number;
}

/** Examples that are ready to be learned from, all of them or some. */
interface ChoiceExamples {
  table: WeightTable;
  compiled: readonly Compiled[];
}

/** Numbers the features and labels of all examples; features in fewer than `least` of them are left out. */
export function compileChoices(examples: readonly ChoiceExample[], least: number): ChoiceExamples {
  const table = new WeightTable(
    featuresOf(examples),
    new Set(examples.flatMap(({ choice }) => choice.groups.map(({ label }) => label))),
    least,
  );
  const compiled = examples.map(({ choice, right, weight }): Compiled => {
    const known = new Map<readonly string[], Int32Array>();
    const idsOf = (features: readonly string[]): Int32Array => {
      const ids = known.get(features) ?? table.idsOf(features);
      known.set(features, ids);
      return ids;
    };
    return {
      features: choice.groups.map(({ features }) => idsOf(features)),
      labels: Int32Array.from(choice.groups, ({ label }) => table.labelOf(label)),
      options: choice.options.map(({ groups }) => groups),
      right,
      weight,
    };
  });
  return { table, compiled };
}

/** Of each example its features. Groups share their lists, so that each list is looked at once. */
function* featuresOf(examples: readonly ChoiceExample[]): Generator<string[]> {
  for (const { choice } of examples) yield [...new Set(choice.groups.map(({ features }) => features))].flat();
}

/**
 * Trains the log-linear model of `weigh` by AdaGrad on the likelihood of the right options, with decay, from those of
 * the examples that are not left out; the same examples, rates and seed give the same weights.
 */
export function learnChoices(
  { table, compiled }: ChoiceExamples,
  rates: LearningRates,
  isLeftOut: (at: number) => boolean = () => false,
): Weights {
  const own = compiled.filter((_, at) => !isLeftOut(at));
  const mean = new Mean(table, rates);
  const random = randomFrom(rates.seed);
  for (let epoch = 0; epoch < rates.epochs; epoch++) {
    mean.begin(epoch);
    for (const one of shuffled(own, random)) step(thinned(one, rates, random), mean, rates);
    mean.end(epoch);
  }
  return table.export(mean.weights);
}

/** The example with some of its features unseen. */
function thinned(one: Compiled, { unseen }: LearningRates, random: () => number): Compiled {
  const known = new Map<Int32Array, Int32Array>();
  const features = one.features.map((ids) => {
    const seen = known.get(ids) ?? someOf(ids, unseen, random);
    known.set(ids, seen);
    return seen;
  });
  return { ...one, features };
}

function step(one: Compiled, mean: Mean, rates: LearningRates): void {
  const { current } = mean;
  const size = mean.labels;
  const scores = new Float64Array(one.labels.length);
  for (const [group, ids] of one.features.entries()) {
    const label = one.labels[group] ?? 0;
    let score = 0;
    for (let i = 0; i < ids.length; i++) score += current[(ids[i] ?? 0) * size + label] ?? 0;
    scores[group] = score / (1 - rates.unseen);
  }
  const totals = one.options.map((groups) => groups.reduce((sum, group) => sum + (scores[group] ?? 0), 0));
  const shares = softmax(totals);
  const rightShares = softmax(one.right.map((at) => totals[at] ?? 0));
  const pulls = new Float64Array(one.labels.length);
  for (const [at, groups] of one.options.entries()) {
    for (const group of groups) pulls[group] = (pulls[group] ?? 0) - (shares[at] ?? 0);
  }
  for (const [index, at] of one.right.entries()) {
    for (const group of one.options[at] ?? []) pulls[group] = (pulls[group] ?? 0) + (rightShares[index] ?? 0);
  }
  for (const [group, ids] of one.features.entries()) {
    const pull = (pulls[group] ?? 0) * one.weight;
    if (Math.abs(pull) < LEAST_PULL) continue;
    const label = one.labels[group] ?? 0;
    for (let i = 0; i < ids.length; i++) stepInto(mean, (ids[i] ?? 0) * size + label, pull, rates);
  }
}

const LEAST_PULL = 1e-3;
