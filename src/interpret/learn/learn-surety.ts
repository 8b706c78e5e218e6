import { type Surety, suretyOf } from '../surety';

/** What the models said of a sentence that they had not seen, and whether it was right. */
export interface Outcome {
  features: readonly number[];
  right: boolean;
}

/** An outcome with who wrote the sentence, so that a surety can be tried on a writer whom it has not seen. */
export interface WrittenOutcome extends Outcome {
  group: string;
}

/** For each outcome the probability, and whether it is given, by a surety and a threshold that other groups gave. */
export function crossFitted(
  outcomes: readonly WrittenOutcome[],
  known: readonly WrittenOutcome[],
  wantedRight: number,
): { probability: number; given: boolean }[] {
  const sureties = new Map<string, Surety>();
  return outcomes.map(({ features, group }) => {
    const others = known.filter((one) => one.group !== group);
    const key = others.length === known.length ? '' : group;
    const surety = sureties.get(key) ?? learnSurety(others, wantedRight);
    sureties.set(key, surety);
    const probability = suretyOf(features, surety.weights);
    return { probability, given: probability >= surety.giveFrom };
  });
}

/** Logistic regression by full gradient steps with a ridge; deterministic. */
export function learnSurety(outcomes: readonly Outcome[], wantedRight: number): Surety {
  const size = outcomes[0]?.features.length ?? 0;
  const weights = new Array<number>(size).fill(0);
  const squares = new Array<number>(size).fill(1e-6);
  for (let round = 0; round < 600; round++) {
    const slopes = weights.map((weight) => -0.002 * weight);
    for (const { features, right } of outcomes) {
      const by = ((right ? 1 : 0) - suretyOf(features, weights)) / outcomes.length;
      for (const [at, feature] of features.entries()) slopes[at] = (slopes[at] ?? 0) + by * feature;
    }
    for (const [at, slope] of slopes.entries()) {
      squares[at] = (squares[at] ?? 0) + slope * slope;
      weights[at] = (weights[at] ?? 0) + (0.3 * slope) / Math.sqrt(squares[at] ?? 1);
    }
  }
  const rounded = weights.map((weight) => Number(weight.toFixed(3)));
  return { weights: rounded, giveFrom: thresholdOf(outcomes, rounded, wantedRight) };
}

/** A threshold is not believed on fewer outcomes than this. */
const FEWEST = 30;

/** The lowest probability from which on so many of those given are right; 1.01 (nothing is given) where none is. */
function thresholdOf(outcomes: readonly Outcome[], weights: readonly number[], wantedRight: number): number {
  const sorted = outcomes
    .map(({ features, right }) => ({ probability: suretyOf(features, weights), right }))
    .sort((a, b) => b.probability - a.probability);
  let right = 0;
  let threshold = 1.01;
  for (const [at, one] of sorted.entries()) {
    if (one.right) right++;
    const ends = sorted[at + 1]?.probability !== one.probability;
    if (ends && at + 1 >= FEWEST && right / (at + 1) >= wantedRight) threshold = one.probability;
  }
  return Math.ceil(threshold * 1000) / 1000;
}
