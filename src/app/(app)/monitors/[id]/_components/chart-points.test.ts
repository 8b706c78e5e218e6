import { expect, it } from 'vitest';
import type { FactView } from '@/trpc/monitor-view';
import { chartPoints, chartRange, thresholds } from './chart-points';

const fact = (at: number, number: string | null, triggeredAlert = false) =>
  ({
    extractedAt: new Date(at),
    value: number === null ? null : { type: 'number', number, unit: 'USD' },
    triggeredAlert,
  }) as FactView;

it('puts the numbers into the order of time and leaves out what is none', () => {
  expect(chartPoints([fact(3, '279', true), fact(2, null), fact(1, '319.5')])).toEqual([
    { at: 1, value: 319.5, words: '$319.50', alert: false },
    { at: 3, value: 279, words: '$279.00', alert: true },
  ]);
});

it('draws the limits of a state trigger', () => {
  const limit = { type: 'number', number: '300', unit: 'USD' } as const;
  expect(thresholds({ kind: 'state', op: 'lt', value: limit, value2: null })).toEqual([300]);
  expect(thresholds({ kind: 'state', op: 'between', value: limit, value2: { ...limit, number: '400' } })).toEqual([
    300, 400,
  ]);
  expect(thresholds({ kind: 'state', op: 'exists', value: null, value2: null })).toEqual([]);
  expect(thresholds({ kind: 'change', op: 'any', amount: null, percent: null, text: null })).toEqual([]);
});

it('leaves air around dots and limits, and never falls below zero without need', () => {
  const points = chartPoints([fact(2, '280'), fact(1, '320')]);
  const [low, high] = chartRange(points, [300]);
  expect(low).toBeCloseTo(275.2);
  expect(high).toBeCloseTo(324.8);
  expect(chartRange(chartPoints([fact(1, '5')]), [])[0]).toBeGreaterThan(4);
  expect(chartRange(chartPoints([fact(2, '0'), fact(1, '9')]), [])[0]).toBe(0);
  expect(chartRange(chartPoints([fact(1, '-4')]), [])[0]).toBeLessThan(-4);
});
