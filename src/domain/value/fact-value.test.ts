import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalValues, formatValue, listItems, parseFactValue } from './fact-value';
import { ABSENCE } from './readable-value';
import { type FactType, FactValue } from './value';
import { compareValues, itemsBeyond } from './value-comparison';

const now = new Date('2026-11-22T13:00:00Z');
const number = (amount: string, unit: string | null = null): FactValue => ({ type: 'number', number: amount, unit });
const text = (said: string, unit: string | null = null): FactValue => ({ type: 'string', text: said, unit });
const list = (...items: string[]): FactValue => ({ type: 'object', items });

describe('parseFactValue', () => {
  it.each<[string, FactType, string | null, string | null, FactValue | null]>([
    ['$312.00', 'number', 'USD', 'en', number('312', 'USD')],
    ['$312.00', 'number', 'CAD', 'en', number('312', 'CAD')],
    ['€312', 'number', 'USD', 'en', number('312', 'EUR')],
    ['€312 ($340)', 'number', 'USD', 'en', number('340', 'USD')],
    ['312.00', 'number', 'USD', 'en', number('312', 'USD')],
    ['1.299,95 €', 'number', null, 'de', number('1299.95', 'EUR')],
    ['Free', 'number', 'EUR', 'en', number('0', 'EUR')],
    ['call us', 'number', 'EUR', 'en', null],
    ['24°', 'number', '°C', 'en', number('24', '°C')],
    ['75 °F', 'number', '°C', 'en', number('75', '°F')],
    ['5 kg', 'number', '°C', 'en', null],
    ['$5', 'number', '%', 'en', null],
    ['0,5 %', 'number', '%', 'de', number('0.5', '%')],
    ['2 h 30 min', 'number', 'min', 'en', number('150', 'min')],
    ['4.5 stars', 'number', 'stars', 'en', number('4.5', 'stars')],
    ['24 open jobs', 'number', null, 'en', number('24')],
    ['25.3k', 'number', null, 'en', number('25300')],
    ['3 of 20 seats', 'number', null, 'en', number('3')],
    ['4.5 out of 5', 'number', null, 'en', number('4.5')],
    ['12 and 13', 'number', null, 'en', null],
    ['No open positions', 'number', null, 'en', number('0')],
    ['Keine Treffer', 'number', null, 'de', number('0')],
    ['nothing', 'number', null, 'en', null],
    ['12 December 2026', 'string', 'date', 'en', text('2026-12-12', 'date')],
    ['soon', 'string', 'date', 'en', null],
    ['v1.2.3', 'string', 'version', 'en', text('1.2.3', 'version')],
    ['none', 'string', 'version', 'en', null],
    ['  Now\n Boarding ', 'string', null, 'en', text('Now Boarding')],
    ['   ', 'string', null, 'en', null],
    ['In stock', 'boolean', null, 'en', { type: 'boolean', boolean: true }],
    ['Ausverkauft', 'boolean', null, 'de', { type: 'boolean', boolean: false }],
    ['perhaps', 'boolean', null, 'en', null],
    ['• A\n• B\n\n1. C', 'object', null, 'en', list('A', 'B', 'C')],
    ['\n', 'object', null, 'en', null],
  ])('%s as %s in %s', (quote, factType, unit, language, expected) => {
    expect(parseFactValue(quote, factType, unit, { now, language })).toEqual(expected);
  });

  it('gives only values that fit the contract, for any text', () => {
    const units = fc.constantFrom(null, 'USD', 'JPY', '%', '°C', 'min', 'stars', 'date', 'version');
    const types = fc.constantFrom<FactType>('number', 'string', 'boolean', 'object');
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 3000 }), fc.stringMatching(/^[$€\d.,% k°/\-\n]{0,40}$/)),
        types,
        units,
        (quote, type, unit) => {
          const value = parseFactValue(quote, type, unit, { now });
          if (value !== null) expect(FactValue.parse(value)).toEqual(value);
        },
      ),
      { numRuns: 200 },
    );
  }, 30_000);

  it('keeps lists within their bounds', () => {
    expect(listItems(Array.from({ length: 900 }, (_, index) => `entry ${index}`).join('\n'))).toHaveLength(500);
    expect(listItems('x'.repeat(9_000))[0]).toHaveLength(500);
  });
});

describe('equalValues and compareValues', () => {
  it.each<[string, FactValue, FactValue, boolean]>([
    ['trailing zeros', number('312.50', 'USD'), number('312.5', 'USD'), true],
    ['currencies', number('312', 'USD'), number('312', 'EUR'), false],
    ['units', number('1', 'km'), number('1000', 'm'), true],
    ['case, space and typography', text('“On  time” – Gate 5'), text('"on time" - gate 5.'), true],
    ['how numbers are written', text('1,299.00 seats'), text('1299 seats'), true],
    ['other words', text('On time'), text('Delayed'), false],
    ['dates', text('2026-12-01', 'date'), text('2026-12-01T10:00', 'date'), true],
    ['releases', text('2', 'version'), text('2.0.0', 'version'), true],
    ['order of a list', list('A', 'B'), list('b', 'A'), true],
    ['a shorter list', list('A', 'B'), list('A'), false],
    ['yes and no', { type: 'boolean', boolean: true }, { type: 'boolean', boolean: false }, false],
    ['types', text('5'), number('5'), false],
    ['a date in words and in figures', text('12 December 2026'), text('Sat, Dec 12, 2026'), true],
    ['another date', text('12 December 2026'), text('13 December 2026'), false],
    ['a date with something beside it', text('12 December 2026'), text('Delayed, Dec 12, 2026'), false],
  ])('%s', (_, a, b, equal) => {
    expect(equalValues(a, b)).toBe(equal);
    expect(equalValues(b, a)).toBe(equal);
  });

  it('order what has an order', () => {
    expect(compareValues(number('1', 'h'), number('59', 'min'))).toBe(1);
    expect(compareValues(number('1', 'USD'), number('2', 'EUR'))).toBeNull();
    expect(compareValues(text('1.10', 'version'), text('1.9', 'version'))).toBe(1);
    expect(compareValues(text('2026-12-01', 'date'), text('2026-11-30', 'date'))).toBe(1);
    expect(compareValues(text('a'), text('b'))).toBeNull();
    expect(compareValues(list('a'), list('A'))).toBe(0);
    expect(compareValues(text('a'), number('1'))).toBeNull();
  });

  it('name what a list gained', () => {
    expect(itemsBeyond(['A', 'B', 'b', 'C'], ['a'])).toEqual(['B', 'C']);
  });

  it.each<[string, string[], string[], string[]]>([
    ['a title that stands alone now is the known one', ['Nurse'], ['Nurse · Leeds', 'Nurse · York'], []],
    ['a second entry of a title is new once', ['Nurse · Leeds', 'Nurse · York'], ['Nurse'], ['Nurse · York']],
    ['a price behind the title may change', ['Flat · £850 a month'], ['Flat · £875 a month'], []],
    ['another place behind the title is another entry', ['Nurse · Leeds'], ['Nurse · York'], ['Nurse · Leeds']],
  ])('%s', (_, now, before, beyond) => {
    expect(itemsBeyond(now, before)).toEqual(beyond);
  });
});

describe('formatValue', () => {
  it.each<[FactValue, string, string]>([
    [number('312', 'USD'), '$312.00', '312,00 $'],
    [number('1299.95', 'EUR'), '€1,299.95', '1.299,95 €'],
    [number('12800', 'JPY'), '¥12,800', '12.800 ¥'],
    [number('1099', 'SEK'), 'SEK 1,099.00', '1.099,00 SEK'],
    [number('-5', 'USD'), '−$5.00', '−5,00 $'],
    [number('1.799', 'EUR'), '€1.799', '1,799 €'],
    [number('24', '°C'), '24 °C', '24 °C'],
    [number('0.5', '%'), '0.5%', '0,5%'],
    [number('25300'), '25,300', '25.300'],
    [
      number('12345678901234567890.123456789'),
      '12,345,678,901,234,567,890.123456789',
      '12.345.678.901.234.567.890,123456789',
    ],
    [{ type: 'boolean', boolean: true }, 'yes', 'yes'],
    [text('2026-12-12', 'date'), '12 December 2026', '12. Dezember 2026'],
    [text('2026-12-12T14:30Z', 'date'), '12 December 2026, 14:30 UTC', '12. Dezember 2026, 14:30 UTC'],
    [text('Boarding'), 'Boarding', 'Boarding'],
    [list(), 'no entries', 'no entries'],
    [list('A'), '1 entry: A', '1 entry: A'],
    [
      list('A', 'B', 'C', 'D', 'E', 'F'),
      '6 entries: A, B, C, D, E, and 1 more',
      '6 entries: A, B, C, D, E, and 1 more',
    ],
  ])('%j', (value, english, german) => {
    expect(formatValue(value)).toBe(english);
    expect(formatValue(value, { locale: 'de-DE' }).replaceAll('\u00a0', ' ')).toBe(german.replaceAll('\u00a0', ' '));
  });

  it('shows an odd date as it is', () => {
    expect(formatValue(text('soon', 'date'))).toBe('soon');
    expect(formatValue(ABSENCE)).toBe('');
  });
});

describe('entries that only look new', () => {
  it.each<[string, string, string]>([
    ['another place in a numbered list', '1. Bando contributi', '2. Bando contributi'],
    ['a counter', 'Maintenance on Sunday (17)', 'Maintenance on Sunday'],
    ['a counter with its noun', 'Stilfragen (4 Antworten)', 'Stilfragen (3 Antworten)'],
    ['a pin', '📌 Style guide', 'Style guide'],
    ['a badge', 'NEU: Wohnung am Park', 'Wohnung am Park'],
    ['a badge in brackets', '[Updated] Rate card', 'Rate card'],
    ['a Japanese badge', '【急募】看護師', '看護師'],
    ['a badge behind it', 'Appartement rue Haute (Nouveau)', 'Appartement rue Haute'],
    ['a title cut short', 'Maintenance window on Sun…', 'Maintenance window on Sunday at noon'],
  ])('%s', (_, now, before) => {
    expect(itemsBeyond([now, 'Other'], [before, 'Other'])).toEqual([]);
    expect(itemsBeyond([before, 'Other'], [now, 'Other'])).toEqual([]);
  });

  it.each<[string, string[], string[], string[]]>([
    ['the next of a series', ['11. Sitzung', '10. Sitzung'], ['10. Sitzung', '9. Sitzung'], ['11. Sitzung']],
    ['a second one, while the first is still there', ['Show (2)', 'Show (1)'], ['Show (1)'], ['Show (2)']],
    ['another title of the same length', ['Nurse III'], ['Nurse II'], ['Nurse III']],
    ['another year', ['Report 2027'], ['Report 2026'], ['Report 2027']],
    [
      'a title that begins alike',
      ['Maintenance window on Monday'],
      ['Maintenance window on Sun…'],
      ['Maintenance window on Monday'],
    ],
  ])('but not %s', (_, now, before, beyond) => {
    expect(itemsBeyond(now, before)).toEqual(beyond);
  });
});
