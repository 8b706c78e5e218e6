import { describe, expect, it } from 'vitest';
import { SURETY_WIDTH } from '../surety';
import { foldOf } from './case';
import { calibrate, mixed, thresholdFor, type Validated } from './validate';

const tried = (probability: number, isRight: boolean) => ({ probability, isRight });

describe('thresholdFor', () => {
  it('gives as much as it can while at most a share of it is wrong', () => {
    const sure = Array.from({ length: 95 }, (_, at) => tried(1 - at / 1_000, true));
    const unsure = Array.from({ length: 20 }, (_, at) => tried(0.5 - at / 1_000, at % 2 === 0));
    const from = thresholdFor([...unsure, ...sure], 0.05);
    const given = [...sure, ...unsure].filter(({ probability }) => probability >= from);
    expect(given.length).toBeGreaterThan(95);
    expect(given.filter((one) => !one.isRight).length / given.length).toBeLessThanOrEqual(0.05);
  });

  it('gives nothing where the surest are wrong, or too few to tell', () => {
    expect(
      thresholdFor(
        Array.from({ length: 50 }, (_, at) => tried(1 - at / 100, false)),
        0.05,
      ),
    ).toBe(1);
    expect(thresholdFor([tried(0.9, true), tried(0.8, true)], 0.05)).toBe(1);
  });
});

const validated = (at: number, more: Partial<Validated> = {}): Validated => ({
  id: `q-${at}`,
  site: `site-${at}.example`,
  real: true,
  family: 'number',
  labelled: false,
  kind: 0,
  answered: true,
  generated: true,
  offered: [{ key: 'number 1', weight: 0.9, isRight: true }],
  isFirst: true,
  surety: new Array(SURETY_WIDTH).fill(0).map((_, column) => (column === 2 ? at % 10 : 0)),
  probability: 0,
  given: false,
  ...more,
});

describe('calibrate', () => {
  const wrong = [{ key: 'number 2', weight: 0.9, isRight: false }];
  const all = Array.from({ length: 400 }, (_, at) => validated(at, at % 10 < 5 ? { offered: wrong } : {}));

  it('is sure of what is right on other sites too, and gives nothing of what is not', () => {
    calibrate(all, 0.05);
    const given = all.filter((one) => one.given);
    expect(given.length).toBeGreaterThan(120);
    expect(given.filter(({ offered: [first] }) => !first?.isRight).length / given.length).toBeLessThanOrEqual(0.06);
  });

  it('gives nothing where what is likeliest is of another kind', () => {
    const other = validated(9, { family: 'text', kind: 1, offered: [{ key: 'text 1', weight: 0.95, isRight: false }] });
    const own = validated(9);
    calibrate([...all.filter(({ id }) => id !== own.id), own, other], 0.05);
    expect(own).toMatchObject({ isFirst: false, probability: 0, given: false });
    expect(mixed([own, other]).map(({ key }) => key)).toEqual(['text 1', 'number 1']);
  });

  it('learns from pages of the web alone', () => {
    const ours = all.map((one) => ({ ...one, real: false, offered: wrong }));
    expect(calibrate([...all, ...ours], 0.05)).toEqual(calibrate(all, 0.05));
  });
});

describe('foldOf', () => {
  it('puts all cases of a site in one part, and sites in all parts', () => {
    expect(foldOf('shop.example', 5)).toBe(foldOf('shop.example', 5));
    const parts = new Set(Array.from({ length: 100 }, (_, at) => foldOf(`site-${at}.example`, 5)));
    expect([...parts].sort()).toEqual([0, 1, 2, 3, 4]);
  });
});
