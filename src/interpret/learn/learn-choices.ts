import { type Choice, softmax, type Weights } from '../choice';

/** A choice with the options that are right, as indexes, and how much it counts. */
export interface ChoiceExample {
  choice: Choice<unknown>;
  right: readonly number[];
  weight: number;
}

export interface LearningRates {
  epochs: number;
  rate: number;
  /** Strength of the pull towards zero, per example and weight seen. */
  decay: number;
  /** Features in fewer examples are left out. */
  least: number;
  seed: number;
  /** Weights that stay nearer to zero than this are dropped before the last epochs, in which the others settle. */
  smallest: number;
}

/** How many epochs are left to the weights that were kept. */
export const LAST_EPOCHS = 3;

/** The ids whose weights are worth storing. */
export function keptOf(ids: Int32Array, weights: Float64Array, smallest: number): Int32Array {
  return ids.filter((id) => Math.abs(weights[id] ?? 0) >= smallest);
}

interface Compiled {
  /** Ids of weights, by group. */
  groups: Int32Array[];
  /** Groups, by option. */
  options: readonly (readonly number[])[];
  right: readonly number[];
  weight: number;
}

/** Numbers in [0, 1) that are the same on every machine (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The order in which examples are seen: a seeded shuffle (Fisher–Yates). */
export function shuffled<One>(all: readonly One[], random: () => number): One[] {
  const order = [...all];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as One, order[at] as One];
  }
  return order;
}

/** Ids of the weights that occur, with what they weigh. */
export class WeightTable {
  private readonly ids = new Map<string, Map<string, number>>();
  private readonly counts = new Map<string, number>();
  private size = 0;

  constructor(private readonly least: number) {}

  /** Counts in how many examples a feature occurs. */
  count(features: Iterable<string>): void {
    for (const feature of new Set(features)) this.counts.set(feature, (this.counts.get(feature) ?? 0) + 1);
  }

  /** The ids of a label's weights for features that are frequent enough. */
  idsOf(label: string, features: readonly string[]): Int32Array {
    const ids: number[] = [];
    for (const feature of features) {
      if ((this.counts.get(feature) ?? 0) < this.least) continue;
      const labels = this.ids.get(feature) ?? new Map<string, number>();
      this.ids.set(feature, labels);
      const id = labels.get(label) ?? this.size++;
      labels.set(label, id);
      ids.push(id);
    }
    return Int32Array.from(ids);
  }

  get length(): number {
    return this.size;
  }

  /** As they are stored: weights of zero are left out, the others rounded to the hundredth. */
  export(weights: Float64Array): Weights {
    const table: Weights = {};
    for (const [feature, labels] of [...this.ids].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const kept = [...labels]
        .map(([label, id]) => [label, weights[id] ?? 0] as const)
        .filter(([, weight]) => Math.abs(weight) >= 0.005)
        .map(([label, weight]) => [label, Number(weight.toFixed(2))] as const);
      if (kept.length > 0) table[feature] = Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
    }
    return table;
  }
}

/**
 * Trains the log-linear model of `weigh` by AdaGrad on the likelihood of the right options, with decay; the same
 * examples, rates and seed give the same weights.
 */
export function learnChoices(examples: readonly ChoiceExample[], rates: LearningRates): Weights {
  const table = new WeightTable(rates.least);
  for (const { choice } of examples) table.count(choice.groups.flatMap(({ features }) => features));
  const compiled = examples.map((example) => compile(example, table));
  const weights = new Float64Array(table.length);
  const squares = new Float64Array(table.length).fill(1e-6);
  const random = randomFrom(rates.seed);
  for (let epoch = 0; epoch < rates.epochs; epoch++) {
    if (epoch === rates.epochs - LAST_EPOCHS) {
      for (const one of compiled) one.groups = one.groups.map((ids) => keptOf(ids, weights, rates.smallest));
      weights.forEach((weight, id) => {
        if (Math.abs(weight) < rates.smallest) weights[id] = 0;
      });
    }
    for (const one of shuffled(compiled, random)) step(one, weights, squares, rates);
  }
  return table.export(weights);
}

function compile({ choice, right, weight }: ChoiceExample, table: WeightTable): Compiled {
  return {
    groups: choice.groups.map(({ label, features }) => table.idsOf(label, features)),
    options: choice.options.map(({ groups }) => groups),
    right,
    weight,
  };
}

function step(one: Compiled, weights: Float64Array, squares: Float64Array, { rate, decay }: LearningRates): void {
  const scores = one.groups.map((ids) => ids.reduce((sum, id) => sum + (weights[id] ?? 0), 0));
  const totals = one.options.map((groups) => groups.reduce((sum, group) => sum + (scores[group] ?? 0), 0));
  const shares = softmax(totals);
  const rightShares = softmax(one.right.map((at) => totals[at] ?? 0));
  const pulls = new Float64Array(one.groups.length);
  for (const [at, groups] of one.options.entries()) {
    for (const group of groups) pulls[group] = (pulls[group] ?? 0) - (shares[at] ?? 0);
  }
  for (const [index, at] of one.right.entries()) {
    for (const group of one.options[at] ?? []) pulls[group] = (pulls[group] ?? 0) + (rightShares[index] ?? 0);
  }
  for (const [group, ids] of one.groups.entries()) {
    const pull = (pulls[group] ?? 0) * one.weight;
    if (Math.abs(pull) < 1e-4) continue;
    for (const id of ids) {
      const slope = pull - decay * (weights[id] ?? 0);
      squares[id] = (squares[id] ?? 0) + slope * slope;
      weights[id] = (weights[id] ?? 0) + (rate * slope) / Math.sqrt(squares[id] ?? 1);
    }
  }
}
