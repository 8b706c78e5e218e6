import type { Tree } from '../trees';

/** Features cut into at most 32 bins, column by column. */
export interface Binned {
  rows: number;
  columns: Uint8Array[];
  /** Upper edge of each bin but the last, by column. */
  edges: number[][];
}

export interface GrowOptions {
  depth: number;
  /** Least sum of second derivatives in a leaf. */
  leastWeight: number;
  /** L2 penalty on leaf values. */
  penalty: number;
  leastGain: number;
  learningRate: number;
}

const BINS = 32;
/** So many rows, evenly spread, tell how values are spread. */
const MOST_SEEN = 20_000;

/** Cuts features at quantiles of their values. */
export function binRows(rows: readonly Float32Array[], width: number): Binned {
  const columns: Uint8Array[] = [];
  const edges: number[][] = [];
  const every = Math.ceil(rows.length / MOST_SEEN);
  for (let column = 0; column < width; column++) {
    const values = Float32Array.from(rows, (row) => row[column] ?? 0);
    const cuts = quantiles(values.filter((_, row) => row % every === 0));
    const bins = new Uint8Array(rows.length);
    for (let row = 0; row < rows.length; row++) bins[row] = binOf(values[row] ?? 0, cuts);
    columns.push(bins);
    edges.push(cuts);
  }
  return { rows: rows.length, columns, edges };
}

/** At most 31 cuts: between all values where they are few, else at quantiles of the distinct and of all values. */
function quantiles(values: Float32Array): number[] {
  const sorted = Float32Array.from(values).sort();
  const distinct = [...new Set(sorted)];
  if (distinct.length <= BINS) {
    return distinct.slice(0, -1).map((value, at) => (value + (distinct[at + 1] ?? value)) / 2);
  }
  const cuts = new Set<number>();
  for (const all of [distinct, sorted]) {
    for (let bin = 1; bin < BINS && cuts.size < BINS - 1; bin++)
      cuts.add(all[Math.floor((all.length * bin) / BINS)] ?? 0);
  }
  return [...cuts].sort((a, b) => a - b);
}

function binOf(value: number, cuts: readonly number[]): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (cuts[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** First and second derivatives of the loss by row. */
export interface Slopes {
  gradients: Float64Array;
  hessians: Float64Array;
}

/** A tree being grown. `order` holds the used rows, `rest` the others, those of one leaf side by side. */
interface Growing {
  binned: Binned;
  slopes: Slopes;
  columns: readonly number[];
  options: GrowOptions;
  order: Int32Array;
  rest: Int32Array;
  tree: Tree;
}

interface Leaf {
  node: number;
  /** Its part of `order`, end exclusive, and of `rest`. */
  from: number;
  to: number;
  restFrom: number;
  restTo: number;
}

/**
 * Grows one tree level by level over the rows in `used`, and tells `settled` the value of the leaf of each of them, and
 * of each of the `others`, which have no say in it.
 */
export function growTree(
  binned: Binned,
  { used, others }: { used: Int32Array; others: Int32Array },
  slopes: Slopes,
  columns: readonly number[],
  options: GrowOptions,
  settled: (row: number, value: number) => void,
): Tree {
  const tree: Tree = { features: [-1], thresholds: [0], children: [0], values: [0] };
  const growing: Growing = {
    binned,
    slopes,
    columns,
    options,
    order: Int32Array.from(used),
    rest: Int32Array.from(others),
    tree,
  };
  let open: Leaf[] = [{ node: 0, from: 0, to: used.length, restFrom: 0, restTo: others.length }];
  for (let depth = 0; open.length > 0; depth++) {
    open = open.flatMap((leaf) => {
      const split = depth < options.depth ? bestSplit(growing, leaf) : null;
      if (split !== null) return divide(growing, leaf, split);
      const value = settle(growing, leaf);
      for (const row of growing.order.subarray(leaf.from, leaf.to)) settled(row, value);
      for (const row of growing.rest.subarray(leaf.restFrom, leaf.restTo)) settled(row, value);
      return [];
    });
  }
  return tree;
}

interface Split {
  column: number;
  bin: number;
  gain: number;
}

function bestSplit(growing: Growing, leaf: Leaf): Split | null {
  const whole = sumOf(growing, leaf);
  let best: Split | null = null;
  const sums: Sums = { g: new Float64Array(BINS), h: new Float64Array(BINS) };
  for (const column of growing.columns) {
    const cuts = growing.binned.edges[column]?.length ?? 0;
    if (cuts === 0) continue;
    addUp(growing, leaf, column, sums);
    const split = splitOf(sums, cuts, whole, growing.options);
    if (split !== null && split.gain > (best?.gain ?? growing.options.leastGain)) best = { column, ...split };
  }
  return best;
}

interface Sums {
  g: Float64Array;
  h: Float64Array;
}

/** The sums of both derivatives by bin of one column. */
function addUp({ binned, order, slopes }: Growing, { from, to }: Leaf, column: number, { g, h }: Sums): void {
  const bins = binned.columns[column] as Uint8Array;
  const { gradients, hessians } = slopes;
  g.fill(0);
  h.fill(0);
  for (let at = from; at < to; at++) {
    const row = order[at] as number;
    const bin = bins[row] as number;
    g[bin] = (g[bin] as number) + (gradients[row] as number);
    h[bin] = (h[bin] as number) + (hessians[row] as number);
  }
}

function splitOf({ g, h }: Sums, cuts: number, whole: Sum, options: GrowOptions): Omit<Split, 'column'> | null {
  const { leastWeight, penalty } = options;
  const gainOf = (sumG: number, sumH: number): number => (sumG * sumG) / (sumH + penalty);
  let best: Omit<Split, 'column'> | null = null;
  let [leftG, leftH] = [0, 0];
  for (let bin = 0; bin < cuts; bin++) {
    leftG += g[bin] as number;
    leftH += h[bin] as number;
    const [rightG, rightH] = [whole.g - leftG, whole.h - leftH];
    if (leftH < leastWeight || rightH < leastWeight) continue;
    const gain = gainOf(leftG, leftH) + gainOf(rightG, rightH) - gainOf(whole.g, whole.h);
    if (gain > (best?.gain ?? 0)) best = { bin, gain };
  }
  return best;
}

interface Sum {
  g: number;
  h: number;
}

function sumOf({ order, slopes: { gradients, hessians } }: Growing, { from, to }: Leaf): Sum {
  let [g, h] = [0, 0];
  for (let at = from; at < to; at++) {
    const row = order[at] as number;
    g += gradients[row] as number;
    h += hessians[row] as number;
  }
  return { g, h };
}

function divide(growing: Growing, leaf: Leaf, { column, bin }: Split): Leaf[] {
  const { tree, binned, order, rest } = growing;
  const { node, from, to, restFrom, restTo } = leaf;
  const bins = binned.columns[column] as Uint8Array;
  const middle = partition(order, from, to, bins, bin);
  const restMiddle = partition(rest, restFrom, restTo, bins, bin);
  const child = tree.features.length;
  tree.features[node] = column;
  tree.thresholds[node] = binned.edges[column]?.[bin] ?? 0;
  tree.children[node] = child;
  for (let more = 0; more < 2; more++) {
    tree.features.push(-1);
    tree.thresholds.push(0);
    tree.children.push(0);
    tree.values.push(0);
  }
  return [
    { node: child, from, to: middle, restFrom, restTo: restMiddle },
    { node: child + 1, from: middle, to, restFrom: restMiddle, restTo },
  ];
}

/** Puts the rows of at most that bin first, each side in its order, and returns where the others begin. */
function partition(order: Int32Array, from: number, to: number, bins: Uint8Array, most: number): number {
  const part = order.slice(from, to);
  let at = from;
  for (const row of part) if ((bins[row] as number) <= most) order[at++] = row;
  const middle = at;
  for (const row of part) if ((bins[row] as number) > most) order[at++] = row;
  return middle;
}

/** The value of a leaf: a Newton step, held back by the penalty and by how fast may be learned. */
function settle(growing: Growing, leaf: Leaf): number {
  const { g, h } = sumOf(growing, leaf);
  const value = (-g / (h + growing.options.penalty)) * growing.options.learningRate;
  growing.tree.values[leaf.node] = value;
  return value;
}
