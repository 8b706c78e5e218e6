import { describe, expect, it } from 'vitest';
import { probabilities, scoreOf } from '../trees';
import { type BoostOptions, boost, type Group } from './boost';
import { binRows } from './grow';
import { fitLinear } from './linear';
import { fitLogistic } from './logistic';

const OPTIONS: BoostOptions = {
  rounds: 40,
  learningRate: 0.3,
  depth: 3,
  leastWeight: 0.1,
  penalty: 1,
  leastGain: 0.001,
  base: -1,
  columns: 1,
  share: 1,
  seed: 1,
};

/** Numbers that look random and are the same every time. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/** Questions of six candidates; the right one has both a high first and a low second feature, or there is none. */
function questions(count: number, seed: number): { rows: Float32Array[]; groups: Group[] } {
  const random = numbers(seed);
  const rows: Float32Array[] = [];
  const groups: Group[] = [];
  for (let question = 0; question < count; question++) {
    const from = rows.length;
    for (let at = 0; at < 6; at++) {
      const [a, b, noise] = [random.next().value, random.next().value, random.next().value];
      rows.push(Float32Array.of(a, a > 0.7 && b < 0.3 ? 0.5 : b, noise));
    }
    const right = rows.length;
    const hasAnswer = question % 4 !== 0;
    if (hasAnswer) rows.push(Float32Array.of(0.9, 0.1, random.next().value));
    groups.push({ from, to: rows.length, right: hasAnswer ? [right] : [] });
  }
  return { rows, groups };
}

describe('boost', () => {
  const seen = questions(120, 3);
  const trees = boost(binRows(seen.rows, 3), seen.groups, OPTIONS);

  it('finds on unseen questions the candidate that two features together tell, and says when there is none', () => {
    const unseen = questions(80, 11);
    const isRight = unseen.groups.map(({ from, to, right }) => {
      const shares = probabilities(unseen.rows.slice(from, to).map((row) => scoreOf(trees, row)));
      const none = 1 - shares.reduce((sum, share) => sum + share, 0);
      const best = shares.indexOf(Math.max(...shares));
      return right.length === 0 ? none > 0.5 : from + best === right[0];
    });
    expect(isRight.filter(Boolean).length).toBeGreaterThan(0.95 * isRight.length);
  });

  it('grows the same trees from the same questions, to the bit', () => {
    const again = questions(120, 3);
    expect(boost(binRows(again.rows, 3), again.groups, OPTIONS)).toEqual(trees);
  });

  it('does not learn from the order of candidates', () => {
    const turned = seen.groups.flatMap(({ from, to }) => seen.rows.slice(from, to).reverse());
    const groups = seen.groups.map(({ from, to, right }) => ({
      from,
      to,
      right: right.map((at) => from + to - 1 - at),
    }));
    const other = boost(binRows(turned, 3), groups, OPTIONS);
    const row = Float32Array.of(0.9, 0.1, 0.5);
    expect(scoreOf(other, row)).toBeCloseTo(scoreOf(trees, row), 6);
  });
});

describe('probabilities', () => {
  it('sum to one with that of none, however large the scores', () => {
    const shares = probabilities([800, 799, -800]);
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(probabilities([-800])[0]).toBeCloseTo(0);
    expect(probabilities([])).toEqual([]);
  });
});

describe('fitLinear', () => {
  it('weighs the feature that tells the right candidate, in its direction', () => {
    const { rows, groups } = questions(100, 5);
    const [first = 0, second = 0, noise = 0] = fitLinear(rows, groups, 3);
    expect(first).toBeGreaterThan(1);
    expect(second).toBeLessThan(-1);
    expect(Math.abs(noise)).toBeLessThan(Math.abs(second) / 2);
  });
});

describe('fitLogistic', () => {
  it('gives probabilities that are as often right as they say', () => {
    const random = numbers(7);
    const rows = Array.from({ length: 4_000 }, () => [1, 4 * random.next().value - 2]);
    const right = rows.map(([, x = 0]) => random.next().value < 1 / (1 + Math.exp(-(0.5 + 1.5 * x))));
    const [constant, slope] = fitLogistic(rows, right);
    expect(constant).toBeCloseTo(0.5, 0);
    expect(slope).toBeCloseTo(1.5, 0);
  });
});
