import { expect, it } from 'vitest';
import { axisNumber, changeWords, factWords } from './fact-words';

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
