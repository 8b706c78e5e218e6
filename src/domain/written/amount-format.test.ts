import { expect, it } from 'vitest';
import { amountFormatOf } from './amount-format';

it.each([
  ['Kaffee 12,99 €, Diesel 1,579 €', ','],
  ['Fernseher 1.299,00 €', ','],
  ['Now $12.99, was €1,299.00', '.'],
  ['12,99 € or $12.99', null],
  ['Diesel 1,579 €, Super 1.799 €', null],
  ['Version 12.05, 12,5 km, 3.14', null],
])('shows by its amounts which decimal mark it uses: %s', (text, mark) => {
  expect(amountFormatOf(text).shownMark).toBe(mark);
});

it.each([
  ['Alle Preise in € pro Liter', true],
  ['Arbeitspreis in ct/kWh', true],
  ['3.459 $ per gallon', true],
  ['12 € per month, 3 litres', false],
])('tells prices of a measure: %s', (text, perMeasure) => {
  expect(amountFormatOf(text).perMeasure).toBe(perMeasure);
});
