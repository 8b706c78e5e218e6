import { expect, it } from 'vitest';
import { axisNumber, bandsOf, thresholds, timeTicks, valueTicks } from './chart-scale';

it('keeps the numbers of an axis short', () => {
  expect(axisNumber(300, 'USD', 'en')).toBe('$300');
  expect(axisNumber(299.5, 'EUR', 'en')).toBe('€299.50');
  expect(axisNumber(12_800, null, 'en')).toBe('12.8K');
  expect(axisNumber(-12_800, null, 'en-DE')).toBe('−12,8K');
  expect(axisNumber(1_300, 'USD', 'en-CH')).toBe('$1’300');
  expect(axisNumber(1_300, 'USD', 'en-DE')).toBe('$1.300');
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
  expect(
    valueTicks(
      numbers.map((number) => ({ value: Number(number) })),
      lines,
    ),
  ).toEqual(ticks);
});

it.each(['5', '0', '-4', '12800', '0.003'])('gives room to a single value of %s', (number) => {
  const ticks = valueTicks([{ value: Number(number) }], []);
  expect(Math.min(...ticks)).toBeLessThan(Number(number));
  expect(Math.max(...ticks)).toBeGreaterThan(Number(number));
  expect(ticks.length).toBeLessThan(12);
});

it('writes no label twice', () => {
  const time = { from: 0, until: 40_000 };
  expect(timeTicks(time, 5, () => '14:38')).toEqual([0]);
  expect(timeTicks(time, 5, String)).toEqual([0, 10_000, 20_000, 30_000, 40_000]);
});

it('shows where a trigger is true', () => {
  const at = (number: string) => ({ type: 'number', number, unit: 'USD' }) as const;
  const state = (op: 'lt' | 'gte' | 'outside' | 'eq', value2: string | null = null) =>
    bandsOf({ kind: 'state', op, value: at('300'), value2: value2 === null ? null : at(value2) });
  expect(state('lt')).toEqual([{ from: -Infinity, to: 300 }]);
  expect(state('gte')).toEqual([{ from: 300, to: Infinity }]);
  expect(state('outside', '400')).toEqual([
    { from: -Infinity, to: 300 },
    { from: 400, to: Infinity },
  ]);
  expect(state('eq')).toEqual([]);
  expect(bandsOf({ kind: 'change', op: 'any', amount: null, percent: null, text: null })).toEqual([]);
});
