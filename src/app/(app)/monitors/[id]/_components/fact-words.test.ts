import { expect, it } from 'vitest';
import type { FactView } from '@/trpc/monitor-view';
import {
  axisNumber,
  changeWords,
  chartPoints,
  factWords,
  stretchesOf,
  thresholds,
  timeTicks,
  valueTicks,
} from './fact-words';

const price = (number: string) => ({ type: 'number', number, unit: 'USD' }) as const;

it('says what a fact is in one line', () => {
  expect(factWords({ value: price('279') })).toBe('$279.00');
  expect(factWords({ value: { type: 'boolean', boolean: false } })).toBe('No');
  expect(factWords({ value: null })).toBe('Not there');
});

it.each([
  ['decrease', '-40', '-12.54', price('279'), '−$40.00 (−12.54%)'],
  ['decrease', '40', '12.54', price('279'), '−$40.00 (−12.54%)'],
  ['decrease', '26.5', '8.6743', price('279'), '−$26.50 (−8.67%)'],
  ['increase', '0.01', '0.0412', price('24.28'), '+$0.01 (+0.041%)'],
  ['increase', '3', null, { type: 'number', number: '24', unit: '°C' }, '+3 °C'],
  ['increase', '0.5', '10', { type: 'number', number: '5.5', unit: '%' }, '+0.5 points (+10%)'],
  ['increase', null, null, { type: 'string', text: '2.9', unit: 'version' }, 'Up'],
  ['decrease', null, null, { type: 'string', text: '2.7', unit: 'version' }, 'Down'],
  ['stable', null, null, price('1'), 'Same'],
  ['new', null, null, price('1'), 'New'],
  ['removed', null, null, null, 'Gone'],
] as const)('%s by %s', (changeType, changeAmount, changePercentage, value, words) => {
  expect(changeWords({ changeType, changeAmount, changePercentage, value })).toBe(words);
});

it('keeps the numbers of an axis short', () => {
  expect(axisNumber(300, 'USD')).toBe('$300');
  expect(axisNumber(299.5, 'EUR')).toBe('€299.50');
  expect(axisNumber(12_800, null)).toBe('12.8K');
});

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

const said = (id: string, hour: number, text: string | null, triggeredAlert = false): FactView => ({
  id,
  extractedAt: new Date(Date.UTC(2026, 10, 22, hour)),
  outcome: text === null ? 'absent' : 'value',
  value: text === null ? null : { type: 'string', text, unit: null },
  source: 'https://hall.example/',
  processingTime: 900,
  triggeredAlert,
  changeType: 'stable',
  changeAmount: null,
  changePercentage: null,
  confidence: 1,
  errors: [],
  quote: text ?? '',
  cropUrl: null,
  pictureTakenAt: null,
  reader: 'offline',
  look: 'full',
  sentence: '',
});

it('joins what stayed the same and keeps what came back apart', () => {
  const facts = [
    said('5', 15, 'On sale', true),
    said('4', 14, 'Sold out'),
    said('3', 13, 'Sold out'),
    said('2', 12, null),
    said('1', 11, 'Sold out'),
  ];
  expect(stretchesOf(facts).map(({ id, words, checks, alert }) => [id, words, checks, alert])).toEqual([
    ['5', 'On sale', 1, true],
    ['4', 'Sold out', 2, false],
    ['2', 'Not there', 1, false],
    ['1', 'Sold out', 1, false],
  ]);
  const soldOut = stretchesOf(facts)[1];
  expect([soldOut?.from.getUTCHours(), soldOut?.until.getUTCHours()]).toEqual([13, 14]);
});

it('makes nothing of nothing', () => {
  expect(stretchesOf([])).toEqual([]);
});
