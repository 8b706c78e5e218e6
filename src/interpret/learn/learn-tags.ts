import type { Weights } from '../choice';
import { marginals, type Scores, TAGS, type Tag } from '../slot-tagger';
import { type LearningRates, Mean, randomFrom, shuffled, someOf, stepInto, WeightTable } from './weight-table';

/** A sentence's features, word by word, with the tags that are right. */
export interface TagExample {
  features: readonly (readonly string[])[];
  tags: readonly Tag[];
}

const SIZE = TAGS.length;
const STEPS = TAGS.map((before) => `after ${before}`);

interface Compiled {
  /** Features, by word. */
  words: readonly Int32Array[];
  tags: readonly number[];
}

/** Examples that are ready to be learned from, all of them or some. */
interface TagExamples {
  table: WeightTable;
  compiled: readonly Compiled[];
}

/** Numbers the features of all examples; those in fewer than `least` of them are left out. */
export function compileTags(examples: readonly TagExample[], least: number): TagExamples {
  const table = new WeightTable(
    examples.map(({ features }) => [...features.flat(), ...STEPS]),
    TAGS,
    least,
  );
  const compiled = examples.map(({ features, tags }) => ({
    words: features.map((own) => table.idsOf(own)),
    tags: tags.map((tag) => TAGS.indexOf(tag)),
  }));
  return { table, compiled };
}

/** Trains a linear-chain conditional random field by AdaGrad on its likelihood; deterministic. */
export function learnTags(
  { table, compiled }: TagExamples,
  rates: LearningRates,
  isLeftOut: (at: number) => boolean = () => false,
): Weights {
  const steps = STEPS.map((step) => table.idsOf([step])[0] ?? 0);
  const kept = new Set(steps.flatMap((step) => TAGS.map((_, tag) => step * SIZE + tag)));
  const mean = new Mean(table, rates, kept);
  const own = compiled.filter((_, at) => !isLeftOut(at));
  const random = randomFrom(rates.seed);
  for (let epoch = 0; epoch < rates.epochs; epoch++) {
    mean.begin(epoch);
    for (const one of shuffled(own, random)) step(one, steps, mean, rates, random);
    mean.end(epoch);
  }
  return table.export(mean.weights);
}

const LEAST_PULL = 1e-3;

function step(
  { words: all, tags }: Compiled,
  steps: readonly number[],
  mean: Mean,
  rates: LearningRates,
  random: () => number,
): void {
  if (all.length === 0) return;
  const words = all.map((ids) => someOf(ids, rates.unseen, random));
  const { current } = mean;
  const scores: Scores = {
    words: words.map((ids) => rowOf(ids, current).map((score) => score / (1 - rates.unseen))),
    steps: steps.map((id) => current.slice(id * SIZE, (id + 1) * SIZE)),
  };
  const expected = marginals(scores);
  for (const [at, ids] of words.entries()) {
    for (let tag = 0; tag < SIZE; tag++) {
      const by = (tags[at] === tag ? 1 : 0) - (expected.tags[at]?.[tag] ?? 0);
      if (Math.abs(by) < LEAST_PULL) continue;
      for (let i = 0; i < ids.length; i++) stepInto(mean, (ids[i] ?? 0) * SIZE + tag, by, rates);
    }
  }
  for (const [at, pairs] of expected.pairs.entries()) {
    const right = (tags[at] ?? 0) * SIZE + (tags[at + 1] ?? 0);
    for (const [pair, share] of pairs.entries()) {
      const id = (steps[Math.floor(pair / SIZE)] ?? 0) * SIZE + (pair % SIZE);
      stepInto(mean, id, (pair === right ? 1 : 0) - share, rates);
    }
  }
}

function rowOf(ids: Int32Array, weights: Float64Array): Float64Array {
  const row = new Float64Array(SIZE);
  for (let i = 0; i < ids.length; i++) {
    const from = (ids[i] ?? 0) * SIZE;
    for (let tag = 0; tag < SIZE; tag++) row[tag] = (row[tag] ?? 0) + (weights[from + tag] ?? 0);
  }
  return row;
}
