import type { Group } from './boost';

/**
 * Weights of a linear score under the same softmax as the trees (multinomial logistic regression over each group's
 * candidates), by gradient descent with momentum and an L2 penalty. Deterministic.
 */
export function fitLinear(rows: readonly Float32Array[], groups: readonly Group[], width: number): number[] {
  const weights = new Float64Array(width);
  const speed = new Float64Array(width);
  const known = groups.filter(({ right }) => right.length > 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = new Float64Array(width);
    for (const group of known) addSlope(rows, group, weights, slope);
    for (let at = 0; at < width; at++) {
      const down = (slope[at] ?? 0) / known.length + PENALTY * (weights[at] ?? 0);
      speed[at] = MOMENTUM * (speed[at] ?? 0) - RATE * down;
      weights[at] = (weights[at] ?? 0) + (speed[at] ?? 0);
    }
  }
  return [...weights].map((weight) => Math.round(weight * 1e4) / 1e4);
}

const STEPS = 150;
const RATE = 0.8;
const MOMENTUM = 0.9;
const PENALTY = 0.001;

function addSlope(
  rows: readonly Float32Array[],
  { from, to, right }: Group,
  weights: Float64Array,
  slope: Float64Array,
): void {
  const scores: number[] = [];
  for (let row = from; row < to; row++) scores.push(dot(rows[row], weights));
  const most = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const shares = scores.map((score) => Math.exp(score - most));
  const sum = shares.reduce((total, share) => total + share, 0);
  const rightSum = right.reduce((total, row) => total + (shares[row - from] ?? 0), 0) || 1;
  const isRight = new Set(right);
  shares.forEach((share, at) => {
    const pull = share / sum - (isRight.has(from + at) ? share / rightSum : 0);
    const row = rows[from + at];
    if (row === undefined || Math.abs(pull) < 1e-9) return;
    for (let column = 0; column < row.length; column++)
      slope[column] = (slope[column] ?? 0) + pull * (row[column] ?? 0);
  });
}

function dot(row: Float32Array | undefined, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; row !== undefined && at < row.length; at++) sum += (row[at] ?? 0) * (weights[at] ?? 0);
  return sum;
}
