import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, formatValue } from '../value/value-format';
import type { DecimalString } from '../written/decimal';
import { LOCALES, plainSpaces } from '../written/locales';
import { conditionIn, sentenceIn } from './sentence-locale';

const german = (sentence: string) => sentenceIn('en-DE', sentence);

describe('a stored sentence', () => {
  it.each([
    ['No alert: $1,312.00 is not below $300.00.', 'No alert: $1.312,00 is not below $300,00.'],
    ['Alert: it fell from −2.5 °C to −12,000.25 °C.', 'Alert: it fell from −2,5 °C to −12.000,25 °C.'],
    [
      'No alert: it has not risen by at least 0.5% since 1,000; it is 1,004.',
      'No alert: it has not risen by at least 0,5% since 1.000; it is 1.004.',
    ],
    ['Alert: 14:30 is after 12:00.', 'Alert: 14:30 is after 12:00.'],
    ['Alert: version 2.1 is above version 2.0.', 'Alert: version 2.1 is above version 2.0.'],
    ['Alert: “only 1,000 left” contains “1,000”; 1.5 then.', 'Alert: “only 1,000 left” contains “1,000”; 1,5 then.'],
    ['Alert: new: Flat at £1,250, 2.5 rooms.', 'Alert: new: Flat at £1,250, 2.5 rooms.'],
    [
      'No alert: the last value stays 2 entries: A 1,5, B 1.5.',
      'No alert: the last value stays 2 entries: A 1,5, B 1.5.',
    ],
  ])('%s', (stored, read) => {
    expect(german(stored)).toBe(read);
    expect(sentenceIn('en', stored)).toBe(stored);
  });

  it('has its dates in the reader’s order, with the time that was written', () => {
    const stored = 'Alert: 2 December 2026, 14:30 UTC is before 12 December 2026.';
    expect(sentenceIn('en-US', stored)).toBe('Alert: December 2, 2026, 14:30 UTC is before December 12, 2026.');
    expect(german(stored)).toBe(stored);
  });

  it('says of any number what formatting it says', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.stringMatching(/^(?:\.\d{1,4})?$/))
      .map(([whole, rest]) => `${whole}${rest}` as DecimalString);
    const unit = fc.constantFrom('USD', 'JPY', 'SEK', '%', '°C', 'km', null);
    const locale = fc.constantFrom(...LOCALES.map(({ code }) => code));
    fc.assert(
      fc.property(decimal, unit, locale, (number, unit, locale) => {
        const said = (shown: string) => `No alert: ${shown} is not below ${shown}.`;
        expect(sentenceIn(locale, said(formatNumber(number, unit)))).toBe(said(formatNumber(number, unit, { locale })));
      }),
    );
  });
});

it('leaves a condition’s fact as the person calls it', () => {
  const triggerCondition = 'Fires when the price of the Model 3.5 in USD is below $1,300.00.';
  const condition = (fact: string) => conditionIn('en-SE', { triggerCondition, fact });
  expect(plainSpaces(condition('price of the Model 3.5 in USD'))).toBe(
    'Fires when the price of the Model 3.5 in USD is below $1 300,00.',
  );
  expect(condition('something else')).toBe(triggerCondition);
  expect(formatValue({ type: 'number', number: '1300', unit: 'USD' })).toBe('$1,300.00');
});
