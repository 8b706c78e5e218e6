import type { Weights } from '../choice';

export interface LearningRates {
  epochs: number;
  rate: number;
  /** Strength of the pull towards zero, per example and weight seen. */
  decay: number;
  /** Features in fewer examples are left out. */
  least: number;
  /** The share of an example's features that one step does not see, so that none is relied on alone. */
  unseen: number;
  seed: number;
  /** Weights that stay nearer to zero than this are dropped before the last epochs, in which the others settle. */
  smallest: number;
}

/** How many epochs are left to the weights that were kept; what is learned is their mean over these. */
const LAST_EPOCHS = 4;

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

/** Numbers of features and labels; the weight of a pair stands at `feature * labels + label`. */
export class WeightTable {
  private readonly features: string[];
  private readonly ids: ReadonlyMap<string, number>;
  readonly labels: readonly string[];
  private readonly labelIds: ReadonlyMap<string, number>;

  /** `examples`: of each example its features. Those in fewer than `least` examples get no number. */
  constructor(examples: Iterable<readonly string[]>, labels: Iterable<string>, least: number) {
    const counts = new Map<string, number>();
    for (const features of examples) {
      for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    }
    this.features = [...counts].filter(([, count]) => count >= least).map(([feature]) => feature);
    this.ids = new Map(this.features.map((feature, id) => [feature, id]));
    this.labels = [...new Set(labels)];
    this.labelIds = new Map(this.labels.map((label, id) => [label, id]));
  }

  idsOf(features: readonly string[]): Int32Array {
    return Int32Array.from(features.flatMap((feature) => this.ids.get(feature) ?? []));
  }

  labelOf(label: string): number {
    return this.labelIds.get(label) ?? 0;
  }

  get length(): number {
    return this.features.length * this.labels.length;
  }

  /** As they are stored: weights of zero are left out, the others rounded to the hundredth. */
  export(weights: Float64Array): Weights {
    const table: Weights = {};
    for (const [feature, id] of [...this.ids].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const row = weights.subarray(id * this.labels.length, (id + 1) * this.labels.length);
      const kept: [string, number][] = [];
      for (let at = 0; at < row.length; at++) {
        const weight = row[at] ?? 0;
        if (Math.abs(weight) >= 0.005) kept.push([this.labels[at] ?? '', Number(weight.toFixed(2))]);
      }
      if (kept.length > 0) table[feature] = Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
    }
    return table;
  }
}

/** The weights as they are learned, and their mean over the last epochs: single steps sway them, the mean does not. */
export class Mean {
  readonly current: Float64Array;
  readonly squares: Float64Array;
  /** 1 where a weight was dropped and stays zero. */
  readonly dropped: Uint8Array;
  readonly labels: number;
  private readonly sums: Float64Array;

  constructor(
    { length, labels }: WeightTable,
    private readonly rates: LearningRates,
    private readonly kept: ReadonlySet<number> = new Set(),
  ) {
    this.current = new Float64Array(length);
    this.squares = new Float64Array(length).fill(1e-6);
    this.dropped = new Uint8Array(length);
    this.sums = new Float64Array(length);
    this.labels = labels.length;
  }

  /** Before the last epochs the small weights are dropped. */
  begin(epoch: number): void {
    const { epochs, smallest } = this.rates;
    if (epoch !== epochs - LAST_EPOCHS) return;
    for (let id = 0; id < this.current.length; id++) {
      if (Math.abs(this.current[id] ?? 0) >= smallest || this.kept.has(id)) continue;
      this.dropped[id] = 1;
      this.current[id] = 0;
    }
  }

  end(epoch: number): void {
    if (epoch < this.rates.epochs - LAST_EPOCHS) return;
    for (let id = 0; id < this.sums.length; id++) this.sums[id] = (this.sums[id] ?? 0) + (this.current[id] ?? 0);
  }

  get weights(): Float64Array {
    return this.sums.map((sum) => sum / LAST_EPOCHS);
  }
}

/** An example's features less a share of them, by chance. */
export function someOf(ids: Int32Array, unseen: number, random: () => number): Int32Array {
  return unseen === 0 ? ids : ids.filter(() => random() >= unseen);
}

/** One step of AdaGrad with decay. */
export function stepInto({ current, squares, dropped }: Mean, id: number, pull: number, rates: LearningRates): void {
  if (dropped[id] === 1) return;
  const weight = current[id] ?? 0;
  const slope = pull - rates.decay * weight;
  const square = (squares[id] ?? 0) + slope * slope;
  squares[id] = square;
  current[id] = weight + (rates.rate * slope) / Math.sqrt(square);
}
