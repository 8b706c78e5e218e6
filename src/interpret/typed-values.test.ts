import { describe, expect, it } from 'vitest';
import { typedValues } from './typed-values';

const TIME = { now: new Date('2026-11-22T12:00:00Z'), timeZone: 'UTC' };

const valuesOf = (text: string, language = 'en'): string[] =>
  typedValues(text, language, TIME).map(({ sort, written, unit, edge }) =>
    [sort, written, unit, edge].filter((part) => part !== null).join(' '),
  );

describe('typed values', () => {
  it.each([
    ['below $300', 'en', 'money 300 USD'],
    ['ten thousand views', 'en', 'number 10000'],
    ['less than eighteen dollars', 'en', 'money 18 USD'],
    ['veinte grados', 'es', 'quantity 20 °'],
    ['the 3rd place', 'en', 'number 3'],
    ['unter achthundert Euro', 'de', 'money 800 EUR'],
    ['plus de 40 min de retard', 'fr', 'quantity 40 min'],
    ['later than 21:30', 'en', 'time 21:30'],
    ['above 12 %', 'en', 'percent 12 %'],
  ])('%j (%s) holds %s', (text, language, value) => {
    expect(valuesOf(text, language)).toContain(value);
  });

  it('keeps both readings where a writing can be two things', () => {
    expect(valuesOf('PHP 8.4 is out')).toEqual(['money 8.4 PHP', 'version 8.4']);
    expect(valuesOf('hotter than 33 in Seville')).toEqual(['quantity 33 in', 'number 33']);
    expect(valuesOf('more than two weeks')).toEqual(expect.arrayContaining(['quantity 2 wk', 'date 2026-12-06']));
  });

  it('knows the edges of years and months', () => {
    expect(valuesOf('after March 2026')).toEqual(
      expect.arrayContaining(['date 2026-03-01 first', 'date 2026-03-31 last', 'date 2026-02-28 eve']),
    );
    expect(valuesOf('nach 2025', 'de')).toContain('date 2025-12-31 last');
    expect(valuesOf('after 2024-08')).toContain('date 2024-08-31 last');
  });

  it('does not take a word with digits for an amount', () => {
    expect(valuesOf('the WH-1000XM6')).toEqual([]);
  });
});
