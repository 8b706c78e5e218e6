import { expect, it } from 'vitest';
import { changeWords } from '@/ui/monitor/change-words';
import { decisionOf, factWords } from './fact-words';

const price = (number: string) => ({ type: 'number', number, unit: 'USD' }) as const;

it('says what a fact is in one line, and of a yes or no what it means', () => {
  const yes = { type: 'boolean', boolean: true } as const;
  const no = { type: 'boolean', boolean: false } as const;
  expect(factWords({ value: price('279'), quote: '$279.00' }, 'price', 'en')).toBe('$279.00');
  expect(factWords({ value: no, quote: 'Sold out' }, 'availability', 'en')).toBe('Sold out');
  expect(factWords({ value: no, quote: 'In stock: no' }, 'availability', 'en')).toBe('Not available');
  expect(factWords({ value: yes, quote: '' }, 'availability', 'en')).toBe('Available');
  expect(factWords({ value: no, quote: 'no' }, 'remote work', 'en')).toBe('Remote work: no');
  expect(factWords({ value: null, quote: '' }, 'price', 'en')).toBe('Not there');
});

it('says "Alert" once', () => {
  expect(decisionOf({ sentence: 'Alert: it is below.', triggeredAlert: true }, 'en')).toBe('It is below.');
  expect(decisionOf({ sentence: 'No alert: it is not.', triggeredAlert: false }, 'en')).toBe('No alert: it is not.');
});

it.each([
  ['decrease', '-40', '-12.54', price('279'), '−$40.00 (−12.54%)'],
  ['decrease', '40', '12.54', price('279'), '−$40.00 (−12.54%)'],
  ['decrease', '26.5', '8.6743', price('279'), '−$26.50 (−8.67%)'],
  ['increase', '0.01', '0.0412', price('24.28'), '+$0.01 (+0.041%)'],
  ['increase', '3', '14.3', { type: 'number', number: '24', unit: '°C' }, '+3 °C'],
  ['increase', '21', null, { type: 'string', text: '12 March 2027', unit: 'date' }, '+21 days'],
  ['decrease', '-1', null, { type: 'string', text: '12 March 2027', unit: 'date' }, '−1 day'],
  ['increase', '0.5', '10', { type: 'number', number: '5.5', unit: '%' }, '+0.5 points (+10%)'],
  ['increase', null, null, { type: 'string', text: '2.9', unit: 'version' }, 'Up'],
  ['decrease', null, null, { type: 'string', text: '2.7', unit: 'version' }, 'Down'],
  ['stable', null, null, price('1'), 'Same'],
  ['new', null, null, price('1'), 'New'],
  ['removed', null, null, null, 'Gone'],
] as const)('%s by %s', (changeType, changeAmount, changePercentage, value, words) => {
  expect(changeWords({ changeType, changeAmount, changePercentage, value }, 'en')).toBe(words);
});

it('writes how a fact differs as the person reads numbers', () => {
  const change = {
    changeType: 'decrease',
    changeAmount: '-1234.5',
    changePercentage: '-12.345',
    value: price('8766'),
  } as const;
  expect(changeWords(change, 'en-DE')).toBe('−$1.234,50 (−12,35%)');
  expect(factWords({ value: price('8766'), quote: '$8,766' }, 'price', 'en-CH')).toBe('$8’766.00');
  expect(decisionOf({ sentence: 'Alert: $8,766.00 is below $9,000.00.', triggeredAlert: true }, 'en-DE')).toBe(
    '$8.766,00 is below $9.000,00.',
  );
});
