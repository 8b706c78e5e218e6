import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReportedVitals } from './reported-vitals';
import { p75, stepOf, WEB_VITALS } from './web-vitals';

describe('web vitals', () => {
  it.each([
    ['LCP', 0, 50],
    ['LCP', 2_500, 2_500],
    ['LCP', 2_500.1, 3_000],
    ['INP', 599_999, 600_000],
    ['CLS', 0.1, 0.1],
    ['CLS', 0.11, 0.125],
  ] as const)('%s of %d is counted at %d', (name, value, step) => {
    expect(stepOf({ name, value })).toBe(step);
  });

  it('are never counted below their value, whatever it is', () => {
    const value = fc.double({ min: 0, max: 600_000, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...WEB_VITALS), value, (name, given) => stepOf({ name, value: given }) >= given),
    );
  });

  it('have the step at or below which three quarters are', () => {
    expect(p75([])).toBeNull();
    expect(
      p75([
        { step: 500, count: 1 },
        { step: 100, count: 3 },
      ]),
    ).toBe(100);
    expect(
      p75([
        { step: 500, count: 2 },
        { step: 100, count: 3 },
      ]),
    ).toBe(500);
  });

  it('are taken once each, and only as numbers that can be', () => {
    const good = [{ name: 'LCP', value: 1_200 }];
    expect(ReportedVitals.safeParse(good).success).toBe(true);
    const bad = [[], [...good, ...good], [{ name: 'LCP', value: -1 }], [{ name: 'XYZ', value: 1 }], good[0]];
    const more = [
      [{ ...good[0], url: '/x' }],
      [{ name: 'LCP', value: Number.NaN }],
      [{ name: 'LCP', value: '1' }],
      null,
    ];
    for (const one of [...bad, ...more]) expect(ReportedVitals.safeParse(one).success).toBe(false);
  });
});
