import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ParseHint } from './hint';
import { findNumbers, parseNumber } from './number';

vi.setConfig({ testTimeout: 60_000 });

describe('parseNumber', () => {
  it.each<[string, string, ParseHint?]>([
    ['42', '42'],
    ['1,234.50', '1234.5'],
    ['1.299,95', '1299.95'],
    ['1 099,00', '1099'],
    ['1\u202f234\u202f567', '1234567'],
    ["1'299.50", '1299.5'],
    ['1’299’000', '1299000'],
    ['1,29,900', '129900'],
    ['12,800', '12800'],
    ['12,800', '12.8', { language: 'de' }],
    ['1.234', '1.234'],
    ['1.234', '1234', { language: 'de' }],
    ['1.234', '1.234', { language: 'de-CH' }],
    ['1.234', '1234', { region: 'BR' }],
    ['1.234', '1.234', { language: 'es-MX' }],
    ['10.000', '10000'],
    ['10.000', '10', { language: 'en' }],
    ['0.125', '0.125', { language: 'de' }],
    ['1234.567', '1234.567', { language: 'de' }],
    ['.5', '0.5'],
    ['−4.5', '-4.5'],
    ['-4', '-4'],
    ['–12', '-12'],
    ['(1,234)', '-1234'],
    ['12k', '12000'],
    ['12½', '12.5'],
    ['25.3K', '25300'],
    ['1.2M', '1200000'],
    ['3 Mio.', '3000000'],
    ['1,5 Mrd.', '1500000000', { language: 'de' }],
    ['1.5 billion', '1500000000'],
    ['2 Billionen', '2000000000000', { language: 'de' }],
    ['2.5 lakh', '250000'],
    ['3 crore', '30000000'],
    ['1億2000万', '120000000'],
    ['3万', '30000'],
    ['3 mil', '3000', { language: 'es' }],
    ['2,5 tys.', '2500', { language: 'pl' }],
    ['１２，８００', '12800'],
    ['١٬٢٣٤٫٥', '1234.5'],
    ['१,२३४', '1234'],
    ['1\u200b234', '1234'],
    ['007', '7'],
    ['1.50', '1.5'],
    ['99999999999999999999.5', '99999999999999999999.5'],
    ['45,000 visitors', '45000'],
    ['1.3e6', '1300000'],
    ['12.32e+14', '1232000000000000'],
    ['6.23x10^-4', '0.000623'],
    ['2.5の-1乗', '0.4', { language: 'ja' }],
    ['-2500^-1', '-0.0004'],
    ['3/4', '0.75'],
    ['2 1/4', '2.25'],
    ['- 1 4/5', '-1.8'],
    ['1 over twenty-five', '0.04'],
    ['The answer is negative one over 20', '-0.05'],
    ['1 sur cent vingt-cinq', '0.008', { language: 'fr' }],
    ['1 su venticinque', '0.04', { language: 'it' }],
    ['1 durch fünfundzwanzig', '0.04', { language: 'de' }],
    ['één uit de 20', '0.05', { language: 'nl' }],
    ['23と5分の3', '23.6', { language: 'ja' }],
    ['4 thousand 3 hundred and 21', '4321'],
    ['one hundred and five', '105'],
    ['3 million and a quarter', '3250000'],
    ['3 millions et demi', '3500000', { language: 'fr' }],
    ['3 dozen', '36'],
    ['10ダースのリンゴ', '120', { language: 'ja' }],
    [',08', '0.08', { language: 'nl' }],
    ['2 mil millones', '2000000000', { language: 'es' }],
    ['5億1万4千6百', '500014600', { language: 'ja' }],
    ['３ 万 ４,５００', '34500', { language: 'ja' }],
    ['６、５４４', '6544', { language: 'ja' }],
    ['21点2', '21.2', { language: 'ja' }],
    ['答えは−５．５です', '-5.5', { language: 'ja' }],
    ['マイナス32', '-32', { language: 'ja' }],
  ])('%s is %s %j', (text, expected, hint) => {
    expect(parseNumber(text, hint)).toBe(expected);
  });

  it.each([
    '',
    'none',
    '1.2.3',
    '192.168.1.1',
    '12.05.2026',
    '1 or 2',
    'XM6',
    'v2',
    'WH-1000',
    '14:30',
    '1/2/2026',
    '24/7/365',
    '3 of one',
    '2026-11-22',
    '1,2,3',
    '٪',
  ])('finds no one number in %j', (text) => {
    expect(parseNumber(text)).toBeNull();
  });
});

it('finds numbers where they stand', () => {
  const text = 'Model XM6: 4.5 of 5, −3 since 14:30, 10–20 left, 3 / 4';
  expect(findNumbers(text).map(({ number }) => number)).toEqual(['4.5', '5', '-3', '10', '20', '3', '4']);
  for (const { start, end, quote } of findNumbers(text)) expect(text.slice(start, end)).toBe(quote);
});

it('reads back what CLDR writes in any locale', () => {
  const locales = [
    'en',
    'en-IN',
    'de',
    'de-CH',
    'fr',
    'es',
    'es-MX',
    'pt',
    'pt-PT',
    'it',
    'nl',
    'ja',
    'pl',
    'sv',
    'da',
    'nb',
    'fi',
    'cs',
    'tr',
    'ru',
    'ar-EG',
    'hi',
    'th',
    'fa',
    'bn',
  ];
  const cents = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
  fc.assert(
    fc.property(cents, fc.constantFrom(...locales), (value, language) => {
      const sign = value < 0n ? '-' : '';
      const size = value < 0n ? -value : value;
      const decimal = `${sign}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
      const written = new Intl.NumberFormat(language, { minimumFractionDigits: 2 }).format(decimal as `${number}`);
      expect([written, Number(parseNumber(written, { language }))]).toEqual([written, Number(decimal)]);
    }),
    { numRuns: 500 },
  );
});

it('survives any text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d.,' \-–%kM()]{0,30}$/)), (text) => {
      for (const { number, start, end, quote } of findNumbers(text)) {
        expect(number).toMatch(/^-?\d+(\.\d+)?$/);
        expect(text.slice(start, end)).toBe(quote);
      }
    }),
  );
});
