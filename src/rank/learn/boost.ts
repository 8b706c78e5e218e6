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
  seed: number;
}

/**
 * Gradient boosting with a softmax over each group's candidates and "none" (score 0). Deterministic for a seed.
 * Follows Friedman 2001 with second-order leaves as in XGBoost (Chen, Guestrin 2016).
 */
export function boost(binned: Binned, groups: readonly Group[], options: BoostOptions): Trees {
  const scores = new Float64Array(binned.rows).fill(options.base);
  const slopes = { gradients: new Float64Array(binned.rows), hessians: new Float64Array(binned.rows) };
  const used = rowsOf(groups);
  const random = mulberry32(options.seed);
  const trees: Tree[] = [];
  for (let round = 0; round < options.rounds; round++) {
    for (const group of groups) slope(group, scores, slopes);
    const columns = [...binned.columns.keys()].filter(() => random() < options.columns);
    const tree = growTree(binned, used, slopes, columns, options, (row, value) => {
      scores[row] = (scores[row] ?? 0) + value;
    });
    trees.push(tree);
  }
  return { base: options.base, trees };
}

function rowsOf(groups: readonly Group[]): Int32Array {
  const rows: number[] = [];
  for (const { from, to } of groups) for (let row = from; row < to; row++) rows.push(row);
  return Int32Array.from(rows);
}

/** First and second derivative of -log(probability of the right ones). */
function slope({ from, to, right }: Group, scores: Float64Array, { gradients, hessians }: Slopes): void {
  let most = 0;
  for (let row = from; row < to; row++) most = Math.max(most, scores[row] ?? 0);
  let sum = Math.exp(-most);
  for (let row = from; row < to; row++) sum += Math.exp((scores[row] ?? 0) - most);
  const share = (row: number): number => Math.exp((scores[row] ?? 0) - most) / sum;
  for (let row = from; row < to; row++) {
    const own = share(row);
    gradients[row] = own;
    hessians[row] = Math.max(own * (1 - own), 1e-6);
  }
  const rightSum = right.reduce((total, row) => total + share(row), 0);
  for (const row of right) gradients[row] = share(row) - share(row) / (rightSum || 1);
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
