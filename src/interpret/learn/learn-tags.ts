import type { Weights } from '../choice';
import { marginals, type Scores, TAGS, type Tag } from '../slot-tagger';
import { keptOf, LAST_EPOCHS, type LearningRates, randomFrom, shuffled, WeightTable } from './learn-choices';

/** A sentence's features, word by word, with the tags that are right. */
export interface TagExample {
  features: readonly (readonly string[])[];
  tags: readonly Tag[];
}

const SIZE = TAGS.length;

interface Compiled {
  /** Ids of weights: by word, then by tag. */
  words: readonly (readonly Int32Array[])[];
  tags: readonly number[];
}

/** Trains a linear-chain conditional random field by AdaGrad on its likelihood; deterministic. */
export function learnTags(examples: readonly TagExample[], rates: LearningRates): Weights {
  const table = new WeightTable(rates.least);
  for (const { features } of examples) table.count([...features.flat(), ...STEPS]);
  const steps = TAGS.map((before) => TAGS.map((tag) => table.idsOf(tag, [`after ${before}`])[0] ?? 0));
  const compiled = examples.map(
    ({ features, tags }): Compiled => ({
      words: features.map((own) => TAGS.map((tag) => table.idsOf(tag, own))),
      tags: tags.map((tag) => TAGS.indexOf(tag)),
    }),
  );
  const weights = new Float64Array(table.length);
  const squares = new Float64Array(table.length).fill(1e-6);
  const random = randomFrom(rates.seed);
  const pull = (id: number, by: number): void => {
    const slope = by - rates.decay * (weights[id] ?? 0);
    squares[id] = (squares[id] ?? 0) + slope * slope;
    weights[id] = (weights[id] ?? 0) + (rates.rate * slope) / Math.sqrt(squares[id] ?? 1);
  };
  for (let epoch = 0; epoch < rates.epochs; epoch++) {
    if (epoch === rates.epochs - LAST_EPOCHS) dropSmall(compiled, weights, steps.flat(), rates.smallest);
    for (const one of shuffled(compiled, random)) step(one, steps, weights, pull);
  }
  return table.export(weights);
}

function dropSmall(all: Compiled[], weights: Float64Array, steps: readonly number[], smallest: number): void {
  for (const one of all) one.words = one.words.map((rows) => rows.map((ids) => keptOf(ids, weights, smallest)));
  weights.forEach((weight, id) => {
    if (Math.abs(weight) < smallest && !steps.includes(id)) weights[id] = 0;
  });
}

const STEPS = TAGS.map((before) => `after ${before}`);

function step(
  { words, tags }: Compiled,
  steps: readonly (readonly number[])[],
  weights: Float64Array,
  pull: (id: number, by: number) => void,
): void {
  if (words.length === 0) return;
  const scores: Scores = {
    words: words.map((rows) => Float64Array.from(rows, (ids) => ids.reduce((sum, id) => sum + (weights[id] ?? 0), 0))),
    steps: steps.map((row) => Float64Array.from(row, (id) => weights[id] ?? 0)),
  };
  const expected = marginals(scores);
  for (const [at, rows] of words.entries()) {
    for (const [tag, ids] of rows.entries()) {
      const by = (tags[at] === tag ? 1 : 0) - (expected.tags[at]?.[tag] ?? 0);
      if (Math.abs(by) > 1e-4) for (const id of ids) pull(id, by);
    }
  }
  for (const [at, pairs] of expected.pairs.entries()) {
    const right = (tags[at] ?? 0) * SIZE + (tags[at + 1] ?? 0);
    for (const [pair, share] of pairs.entries()) {
      pull(steps[Math.floor(pair / SIZE)]?.[pair % SIZE] ?? 0, (pair === right ? 1 : 0) - share);
    }
  }
}
