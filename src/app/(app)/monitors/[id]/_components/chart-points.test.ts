import { expect, it } from 'vitest';
import type { FactView } from '@/trpc/monitor-view';
import { chartPoints, thresholds, timeTicks, valueTicks } from './chart-points';

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

it.each([
  [['280', '320'], [300], [280, 290, 300, 310, 320]],
  [['279', '349'], [300], [260, 280, 300, 320, 340, 360]],
  [['-4', '-12'], [-10], [-12, -10, -8, -6, -4]],
])('puts round numbers around %j and limits %j', (numbers, lines, ticks) => {
  const points = chartPoints(numbers.map((number, at) => fact(at, number)).reverse());
  expect(valueTicks(points, lines)).toEqual(ticks);
});

it.each(['5', '0', '-4', '12800', '0.003'])('gives room to a single value of %s', (number) => {
  const ticks = valueTicks(chartPoints([fact(1, number)]), []);
  expect(Math.min(...ticks)).toBeLessThan(Number(number));
  expect(Math.max(...ticks)).toBeGreaterThan(Number(number));
  expect(ticks.length).toBeLessThan(12);
});

it('writes no label twice', () => {
  const points = chartPoints([fact(40_000, '2'), fact(0, '1')]);
  expect(timeTicks(points, () => '14:38')).toEqual([0]);
  expect(timeTicks(points, String)).toEqual([0, 10_000, 20_000, 30_000, 40_000]);
  expect(timeTicks([], String)).toEqual([0]);
});
