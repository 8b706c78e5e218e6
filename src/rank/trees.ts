/** One regression tree in parallel arrays. A node whose feature is -1 is a leaf with its value. */
export interface Tree {
  features: number[];
  thresholds: number[];
  /** Index of the child for "at most the threshold"; the other child stands behind it. */
  children: number[];
  values: number[];
}

/** Boosted trees: a candidate's score is the sum of one leaf of each. */
export interface Trees {
  base: number;
  trees: Tree[];
}

export function scoreOf(model: Trees, row: ArrayLike<number>): number {
  let score = model.base;
  for (const tree of model.trees) score += leafOf(tree, row);
  return score;
}

function leafOf({ features, thresholds, children, values }: Tree, row: ArrayLike<number>): number {
  let at = 0;
  for (let feature = features[at] ?? -1; feature >= 0; feature = features[at] ?? -1) {
    const child = children[at] ?? 0;
    at = (row[feature] ?? 0) <= (thresholds[at] ?? 0) ? child : child + 1;
  }
  return values[at] ?? 0;
}

/**
 * Probabilities of candidates that exclude each other, and of none of them: a softmax in which "none" scores 0.
 * Returned in order; what is left to 1 is the probability of none.
 */
export function probabilities(scores: readonly number[]): number[] {
  const most = scores.reduce((best, score) => Math.max(best, score), 0);
  const weights = scores.map((score) => Math.exp(score - most));
  const sum = weights.reduce((total, weight) => total + weight, Math.exp(-most));
  return weights.map((weight) => weight / sum);
}
