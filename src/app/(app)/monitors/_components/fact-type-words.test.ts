import { expect, it } from 'vitest';
import { factTypeWords } from './fact-type-words';

it.each([
  ['number', 'USD', 'An amount in USD'],
  ['number', '°C', 'A number in °C'],
  ['number', '%', 'A percentage'],
  ['number', null, 'A number'],
  ['string', 'date', 'A date'],
  ['string', 'version', 'A version number'],
  ['string', null, 'A text'],
  ['boolean', null, 'Yes or no'],
  ['object', null, 'A list of entries'],
] as const)('says of %s in %s: %s', (factType, unit, words) => {
  expect(factTypeWords(factType, unit)).toBe(words);
});
