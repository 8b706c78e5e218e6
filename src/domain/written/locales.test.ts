import { expect, it } from 'vitest';
import { LocaleChoice } from '../locale-choice';
import { formatDate, formatMoney, formatNumber } from '../value/value-format';
import { intlLocales, LOCALES, type Locale, localeOf, plainSigns, plainSpaces } from './locales';

/** What breaks no line is a space to who reads. */
const seen = plainSpaces;

it.each<[Locale, string, string, string]>([
  ['en', '−1,234,567.89', '−€1,234.50', '9 November 2026'],
  ['en-US', '−1,234,567.89', '−€1,234.50', 'November 9, 2026'],
  ['en-AU', '−1,234,567.89', '−€1,234.50', '9 November 2026'],
  ['en-IN', '−12,34,567.89', '−€1,234.50', '9 November 2026'],
  ['en-DE', '−1.234.567,89', '−€1.234,50', '9 November 2026'],
  ['en-CH', '−1’234’567.89', '−€1’234.50', '9 November 2026'],
  ['en-SE', '−1 234 567,89', '−€1 234,50', '9 November 2026'],
])('writes numbers, money and dates as %s does', (locale, number, money, date) => {
  expect(seen(formatNumber('-1234567.89', null, { locale }))).toBe(number);
  expect(seen(formatMoney('-1234.5', 'EUR', { locale }))).toBe(money);
  expect(formatDate('2026-11-09', { locale })).toBe(date);
});

it('writes a long decimal exactly, whatever the locale', () => {
  const digits = '12345678901234567890.123456789';
  for (const { code: locale } of LOCALES)
    expect(formatNumber(digits, null, { locale }).replace(/[^\d]/g, '')).toBe(digits.replace('.', ''));
});

it('is known in full where it runs: what Intl would answer in plain English is no choice', () => {
  for (const { code } of LOCALES)
    for (const name of Object.values(intlLocales(code))) {
      expect(new Intl.NumberFormat(name).resolvedOptions().locale).toBe(name);
      expect(new Intl.DateTimeFormat(name).resolvedOptions().locale).toBe(name);
    }
});

it('writes the same signs whichever CLDR wrote the number', () => {
  expect(plainSigns("-1'234.5")).toBe('−1’234.5');
  expect(plainSigns('1\u202f234,5')).toBe('1\u00a0234,5');
});

it('takes what is stored and not offered for the default, and refuses it as a choice', () => {
  expect([localeOf('en-DE'), localeOf('de-DE'), localeOf(''), localeOf('en-GB')]).toEqual(['en-DE', 'en', 'en', 'en']);
  expect(LocaleChoice.safeParse('de-DE').error?.issues[0]?.message).toBe(
    'Choose how numbers and dates are written from the list',
  );
});
