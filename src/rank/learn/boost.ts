import type { Tree, Trees } from '../trees';
import { type Binned, type GrowOptions, growTree, type Slopes } from './grow';

/** One question on one page: which rows are its candidates, and which of them are right (none: it is not there). */
export interface Group {
  from: number;
  to: number;
  right: readonly number[];
}

export interface BoostOptions extends GrowOptions {
  rounds: number;
  base: number;
  /** Share of features that each tree may look at. */
  columns: number;
  /** Share of the groups that each tree learns from; its leaves count for all. */
  share: number;
  seed: number;
}

/**
 * Gradient boosting with a softmax over each group's candidates and "none" (score 0). Deterministic for a seed.
 * Follows Friedman 2001 with second-order leaves as in XGBoost (Chen, Guestrin 2016).
 */
export function boost(binned: Binned, groups: readonly Group[], options: BoostOptions): Trees {
  return boosted(binned, options, options.base, (scores, slopes, random) => {
    for (const group of groups) slope(group, scores, slopes);
    return () => parted(groups, slopes, () => random() < options.share);
  });
}

export type LogisticOptions = Omit<BoostOptions, 'base' | 'share'>;

/**
 * Boosting of a yes or no of each row (logistic loss), from the log-odds of all; for probabilities that are believed,
 * so it learns slowly. Deterministic for a seed.
 */
export function boostLogistic(binned: Binned, right: readonly boolean[], options: LogisticOptions): Trees {
  const share = right.filter((one) => one).length / right.length;
  const base = Math.log((share + 1e-4) / (1 - share + 1e-4));
  const rows = { used: Int32Array.from(right.keys()), others: new Int32Array() };
  return boosted(binned, options, base, (scores, slopes) => {
    right.forEach((isRight, row) => {
      const own = 1 / (1 + Math.exp(-(scores[row] ?? 0)));
      slopes.gradients[row] = own - (isRight ? 1 : 0);
      slopes.hessians[row] = own * (1 - own);
    });
    return () => rows;
  });
}

/** The rows that a tree learns from, and the others. */
interface Parted {
  used: Int32Array;
  others: Int32Array;
}

/**
 * Trees one after another, each for what those before it leave wrong. `measure` writes the slopes at the scores so far,
 * and returns what tells the rows to learn from, asked once the tree's features are drawn.
 */
function boosted(
  binned: Binned,
  options: LogisticOptions,
  base: number,
  measure: (scores: Float64Array, slopes: Slopes, random: () => number) => () => Parted,
): Trees {
  const scores = new Float64Array(binned.rows).fill(base);
  const slopes = { gradients: new Float64Array(binned.rows), hessians: new Float64Array(binned.rows) };
  const random = mulberry32(options.seed);
  const trees: Tree[] = [];
  for (let round = 0; round < options.rounds; round++) {
    const rowsOf = measure(scores, slopes, random);
    const columns = [...binned.columns.keys()].filter(() => random() < options.columns);
    const tree = growTree(binned, rowsOf(), slopes, columns, options, (row, value) => {
      scores[row] = (scores[row] ?? 0) + value;
    });
    trees.push(tree);
  }
  return { base, trees };
}

/** A row that weighs less tells a tree next to nothing: most candidates are unlikely after the first trees. */
const LEAST_SLOPE = 2e-3;

/** Of groups that are taken the rows that tell something; all others beside. */
function parted(groups: readonly Group[], { gradients }: Slopes, isTaken: () => boolean): Parted {
  const count = groups.reduce((sum, { from, to }) => sum + to - from, 0);
  const rows = new Int32Array(count);
  let [used, others] = [0, count];
  for (const { from, to } of groups) {
    const least = isTaken() ? LEAST_SLOPE : Number.POSITIVE_INFINITY;
    for (let row = from; row < to; row++) {
      if (Math.abs(gradients[row] as number) >= least) rows[used++] = row;
      else rows[--others] = row;
    }
  }
  return { used: rows.subarray(0, used), others: rows.subarray(used) };
}

/** First and second derivative of -log(probability of the right ones). */
function slope({ from, to, right }: Group, scores: Float64Array, { gradients, hessians }: Slopes): void {
  let most = 0;
  for (let row = from; row < to; row++) most = Math.max(most, scores[row] as number);
  let sum = Math.exp(-most);
  for (let row = from; row < to; row++) {
    const weight = Math.exp((scores[row] as number) - most);
    gradients[row] = weight;
    sum += weight;
  }
  for (let row = from; row < to; row++) {
    const own = (gradients[row] as number) / sum;
    gradients[row] = own;
    hessians[row] = Math.max(own * (1 - own), 1e-6);
  }
  const rightSum = right.reduce((total, row) => total + (gradients[row] as number), 0) || 1;
  for (const row of right) gradients[row] = (gradients[row] as number) * (1 - 1 / rightSum);
}

/** A small random generator with a seed (mulberry32, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
