import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { formatMoney } from '../value/value-format';
import { CURRENCY_CODES, minorDigits } from './currency-table';
import { findMoney, parseMoney } from './money';

vi.setConfig({ testTimeout: 60_000 });

describe('properties', () => {
  const cents = fc.integer({ min: 0, max: 99_999_999 });

  it('reads back what CLDR writes, over locales and currencies', () => {
    const places: [string, string][] = [
      ['en-US', 'USD'],
      ['en-GB', 'GBP'],
      ['en-IN', 'INR'],
      ['de-DE', 'EUR'],
      ['de-CH', 'CHF'],
      ['fr-FR', 'EUR'],
      ['es-ES', 'EUR'],
      ['es-MX', 'MXN'],
      ['pt-BR', 'BRL'],
      ['pt-PT', 'EUR'],
      ['it-IT', 'EUR'],
      ['nl-NL', 'EUR'],
      ['sv-SE', 'SEK'],
      ['da-DK', 'DKK'],
      ['nb-NO', 'NOK'],
      ['pl-PL', 'PLN'],
      ['cs-CZ', 'CZK'],
      ['hu-HU', 'HUF'],
      ['ja-JP', 'JPY'],
      ['ko-KR', 'KRW'],
      ['tr-TR', 'TRY'],
      ['id-ID', 'IDR'],
      ['en-CA', 'CAD'],
      ['en-AU', 'AUD'],
      ['ru-RU', 'RUB'],
      ['uk-UA', 'UAH'],
      ['vi-VN', 'VND'],
      ['th-TH', 'THB'],
    ];
    fc.assert(
      fc.property(cents, fc.constantFrom(...places), (value, [language, currency]) => {
        const digits = minorDigits(currency) === 0 ? 0 : 2;
        const amount =
          digits === 0 ? String(value) : `${(BigInt(value) / 100n).toString()}.${String(value % 100).padStart(2, '0')}`;
        const written = formatMoney(amount as `${number}`, currency, { locale: language });
        const read = parseMoney(written, { language });
        expect([written, Number(read?.amount), read?.currency]).toEqual([written, Number(amount), currency]);
      }),
      { numRuns: 400 },
    );
  });

  it('reads back what we write, for every currency', () => {
    fc.assert(
      fc.property(cents, fc.constantFrom(...CURRENCY_CODES), (value, currency) => {
        const amount =
          (BigInt(value) / 100n).toString() + (value % 100 === 0 ? '' : `.${String(value % 100).padStart(2, '0')}`);
        const read = parseMoney(formatMoney(amount, currency), { language: 'en' });
        expect([Number(read?.amount), read?.currency]).toEqual([Number(amount), currency]);
      }),
      { numRuns: 400 },
    );
  });

  it('survives any text, and quotes literally', () => {
    const noise = fc.array(
      fc.constantFrom(
        '$',
        '€',
        'kr',
        '1',
        '299',
        '.',
        ',',
        ' ',
        '-',
        '–',
        '%',
        'Rs.',
        '\u00a0',
        "'",
        '(',
        ')',
        'k',
        '万',
        'x',
        '\n',
        '⁹',
        '/',
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          noise.map((parts) => parts.join('')),
        ),
        (text) => {
          let last = 0;
          for (const money of findMoney(text)) {
            expect(text.slice(money.start, money.end)).toBe(money.quote);
            expect(money.start).toBeGreaterThanOrEqual(last);
            expect(money.amount).toMatch(/^-?\d+(\.\d+)?$/);
            last = money.end;
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(['1 ', '$1,', '1.', '€', '9'.repeat(50), 'Rs. ', '1€', '- '])('is quick on 100 kB of %j', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    const started = process.cpuUsage();
    findMoney(text);
    // CPU time, since other tests run at the same time; a quadratic scan takes minutes.
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(5_000);
  });
});
