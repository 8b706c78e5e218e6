import { expect, it } from 'vitest';
import { peerCases } from './peer-cases';

const FILES: Record<string, unknown[]> = {
  'recognizers.jsonl': [
    { id: 'n', task: 'number', language: 'de', text: '1/2', expected: { value: '0,5' } },
    { id: 'r', task: 'numberrange', language: 'en', text: 'over 5', expected: { condition: { op: '>', value: 5 } } },
    { id: 'c', task: 'currency', language: 'en', text: '50 cents', expected: { value: '50', unit: 'Cent' } },
    { id: 'd', task: 'dimension', language: 'es', text: '3 millas', expected: { value: '3', unit: 'Milla' } },
    { id: 'p', task: 'percent', language: 'pt', text: '5,5%', expected: { value: '5,5%' } },
  ],
  'availability.jsonl': [{ id: 'a', text: 'sold out', expected: 'out_of_stock', weak: true }],
  'price_strings.jsonl': [
    { id: '€', text: '€5', expected: { amount: '5', currency: '€', currencyIso: ['EUR'] } },
    { id: 'old', text: '5 ₶', expected: { amount: '5', currency: '₶', currencyIso: [] } },
    { id: 'bare', text: '5', expected: { amount: '5', currency: null, currencyIso: [] } },
  ],
};

const cases = new Map(peerCases((file) => FILES[file] ?? []).map((one) => [one.id, one]));

it('leaves out conditions, which are no values', () => {
  expect([...cases.keys()]).toEqual(['n', 'c', 'd', 'p', 'a', '€', 'old', 'bare']);
  expect(cases.get('a')?.group).toBe('out_of_stock weak');
});

it.each<[string, Record<string, unknown>, boolean]>([
  ['n', { value: 0.5 }, true],
  ['n', { value: 5 }, false],
  ['n', { value: null }, false],
  ['c', { amount: 0.5, currency: 'USD' }, true],
  ['c', { amount: 50, currency: 'USD' }, false],
  ['c', { amount: 0.5, currency: 'GBP' }, false],
  ['d', { value: 3, unit: 'mi' }, true],
  ['d', { value: 3, unit: null }, false],
  ['p', { value: 5.5, unit: '%' }, true],
  ['a', { available: false }, true],
  ['a', { available: null }, false],
  ['€', { amount: 5, currency: null }, false],
  ['old', { amount: 5, currency: null }, true],
  ['bare', { amount: 5, currency: 'EUR' }, false],
])('judges the answer to %s %j', (id, answer, right) => {
  expect(cases.get(id)?.isRight(answer)).toBe(right);
});
