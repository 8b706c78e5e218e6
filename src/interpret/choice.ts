/** Features that speak for one label: the weight of each pair is learned. Features are shared between groups. */
export interface Group {
  label: string;
  features: readonly string[];
}

/** One of several answers: the groups that speak for it, as indexes into the choice's. */
export interface Option<Value> {
  value: Value;
  groups: readonly number[];
}

/** A question with all its possible answers. */
export interface Choice<Value> {
  groups: readonly Group[];
  options: readonly Option<Value>[];
}

/** Feature → label → weight. */
export type Weights = Record<string, Record<string, number>>;

export interface Weighed<Value> {
  value: Value;
  probability: number;
}

/** The options of a choice with their probabilities, the likeliest first: a log-linear model over shared groups. */
export function weigh<Value>({ groups, options }: Choice<Value>, weights: Weights): Weighed<Value>[] {
  const scores = groups.map(({ label, features }) => {
    let score = 0;
    for (const feature of features) score += weights[feature]?.[label] ?? 0;
    return score;
  });
  const totals = options.map((option) => option.groups.reduce((sum, group) => sum + (scores[group] ?? 0), 0));
  const shares = softmax(totals);
  return options
    .map(({ value }, at) => ({ value, probability: shares[at] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
}

/** Shares of a whole that are proportional to the exponentials of the scores. */
export function softmax(scores: readonly number[]): number[] {
  let most = -Infinity;
  for (const score of scores) if (score > most) most = score;
  const shares = scores.map((score) => Math.exp(score - most));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / whole);
}
