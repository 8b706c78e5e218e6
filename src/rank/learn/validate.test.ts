import { describe, expect, it } from 'vitest';
import type { LearningCase } from './case';
import { foldOf } from './case';
import { thresholdFor, type Validated } from './validate';

const tried = (probability: number, place: number): Validated => ({
  case: {} as LearningCase,
  ranked: [],
  place,
  surety: [],
  probability,
});

describe('thresholdFor', () => {
  it('gives as much as it can while at most a share of it is wrong', () => {
    const sure = Array.from({ length: 95 }, (_, at) => tried(1 - at / 1_000, 0));
    const unsure = Array.from({ length: 20 }, (_, at) => tried(0.5 - at / 1_000, at % 2));
    const from = thresholdFor([...unsure, ...sure], 0.05);
    const given = [...sure, ...unsure].filter(({ probability }) => probability >= from);
    expect(given.length).toBeGreaterThan(95);
    expect(given.filter(({ place }) => place !== 0).length / given.length).toBeLessThanOrEqual(0.05);
  });

  it('gives nothing where the surest are wrong, or too few to tell', () => {
    expect(
      thresholdFor(
        Array.from({ length: 50 }, (_, at) => tried(1 - at / 100, 1)),
        0.05,
      ),
    ).toBe(1);
    expect(thresholdFor([tried(0.9, 0), tried(0.8, 0)], 0.05)).toBe(1);
  });
});

describe('foldOf', () => {
  it('puts all cases of a site in one part, and sites in all parts', () => {
    expect(foldOf('shop.example', 5)).toBe(foldOf('shop.example', 5));
    const parts = new Set(Array.from({ length: 100 }, (_, at) => foldOf(`site-${at}.example`, 5)));
    expect([...parts].sort()).toEqual([0, 1, 2, 3, 4]);
  });
});
