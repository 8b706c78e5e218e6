import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates, parseDate } from './date';
import { dayIn } from './date-parts';
import { compareDates } from './iso-date';

const now = new Date('2026-11-22T13:00:00Z');

describe('parseDate', () => {
  it.each<[string, string | null, string | null]>([
    ['2026-11-22', null, '2026-11-22'],
    ['2026/12/1', 'ja', '2026-12-01'],
    ['2026-12-01T14:30:00Z', null, '2026-12-01T14:30Z'],
    ['2026-12-01 14:30+02:00', null, '2026-12-01T14:30+02:00'],
    ['12/11/2026', 'en-US', '2026-12-11'],
    ['12/11/2026', 'en', '2026-12-11'],
    ['12/11/2026', 'en-GB', '2026-11-12'],
    ['12/11/2026', 'fr', '2026-11-12'],
    ['12/11/2026', null, '2026-11-12'],
    ['25/12/2026', 'en-US', '2026-12-25'],
    ['12/25/2026', 'de', '2026-12-25'],
    ['12.11.2026', 'en-US', '2026-11-12'],
    ['12-11-2026', 'nl', '2026-11-12'],
    ['12/12/26', 'en-GB', '2026-12-12'],
    ['12 December 2026', 'en', '2026-12-12'],
    ['Dec 12th, 2026', 'en', '2026-12-12'],
    ['Fri, 27 Nov 2026', 'en', '2026-11-27'],
    ['the 3rd of May 2027', 'en', '2027-05-03'],
    ['12. Dezember 2026', 'de', '2026-12-12'],
    ['5. Jänner 2027', 'de', '2027-01-05'],
    ['1er janvier 2027', 'fr', '2027-01-01'],
    ['12 août', 'fr', '2026-08-12'],
    ['12 de diciembre de 2026', 'es', '2026-12-12'],
    ['12 de dez. de 2026', 'pt', '2026-12-12'],
    ['3 maggio 2027', 'it', '2027-05-03'],
    ['4 mrt 2027', 'nl', '2027-03-04'],
    ['5 marca 2027', 'pl', '2027-03-05'],
    ['2026年12月1日', null, '2026-12-01'],
    ['12月1日', 'ja', '2026-12-01'],
    ['令和8年12月1日', 'ja', '2026-12-01'],
    ['2027년 1월 5일', 'ko', '2027-01-05'],
    ['08/12,2015', 'en', '2015-08-12'],
    ['12-08, 2015', 'nl', '2015-08-12'],
    ['3-7-27', 'en', '2027-03-07'],
    ['18-09-15', 'nl', '2015-09-18'],
    ['18-09-15', null, null],
    ['21/04/16', 'ja', '2021-04-16'],
    ['2019/sep/01', 'en', '2019-09-01'],
    ['01/sep/2019', 'nl', '2019-09-01'],
    ['08.Haziran.2014, 11:07', 'tr', '2014-06-08T11:07'],
    ['Wed Aug 05 12:00:00 2015', 'en', '2015-08-05'],
    ['5 december 1391.', 'nl', '1391-12-05'],
    ['昭和６２年一月十一日', 'ja', '1987-01-11'],
    ['２００４年八月二十五日', 'ja', '2004-08-25'],
    ['2015-кві-12', 'uk', '2015-04-12'],
    ['21 чер 2013', 'uk', '2013-06-21'],
    ['8ই মে 2002', 'bn', '2002-05-08'],
    ['24 मई 1997', 'hi', '1997-05-24'],
    ['2011 წლის 17 მარტი', 'ka', '2011-03-17'],
    ['1978, 1 Peb', 'tl', '1978-02-01'],
    ['1 เดือนตุลาคม 2005', 'th', '2005-10-01'],
    ['01NOV22', 'en', '2022-11-01'],
    ['December 2026', 'en', '2026-12-01'],
    ['15 Jan', 'en', '2027-01-15'],
    ['am 3.1. um 19 Uhr', 'de', '2027-01-03T19:00'],
    ['12–15 December 2026', 'en', '2026-12-12'],
    ['12 December 2026, 14:30', 'en', '2026-12-12T14:30'],
    ['November 30, 2026 11:59 PM', 'en', '2026-11-30T23:59'],
    ['14:30, 12 Dec 2026', 'en', '2026-12-12T14:30'],
    ['12.12.2026 um 14.30 Uhr', 'de', '2026-12-12T14:30'],
    ['le 12/12/2026 à 20h30', 'fr', '2026-12-12T20:30'],
    ['tomorrow', 'en', '2026-11-23'],
    ['next Friday', 'en', '2026-11-27'],
    ['in drei Tagen', 'de', '2026-11-25'],
    ['il y a 2 jours', 'fr', '2026-11-20'],
    ['mañana', 'es', '2026-11-23'],
    ['明日', 'ja', '2026-11-23'],
    ['Updated 3 days ago', 'en', '2026-11-19'],
    ['Freitag, 27.11.', 'de', '2026-11-27'],
    ['2026. május 12.', 'hu', '2026-05-12'],
    ['2026 May 12', 'en', '2026-05-12'],
    ['12 May to 14 June 2026', 'en', '2026-05-12'],
    ['20 December – 5 January 2026', 'en', '2025-12-20'],
    ['12.–14.05.2026', 'de', '2026-05-12'],
    ['12./13.5.', 'de', '2027-05-12'],
    ['R8.5.12', 'ja', '2026-05-12'],
    ['R8.5.12', 'en', null],
    ['v1.2.26', 'en', null],
    ['hace 3 días', 'es', '2026-11-19'],
    ['há 2 semanas', 'pt', '2026-11-08'],
    ['un mese fa', 'it', '2026-10-22'],
    ['3日前', 'ja', '2026-11-19'],
  ])('%s (%s)', (text, language, expected) => {
    expect(parseDate(text, { now, language })).toBe(expected);
  });

  it.each([
    '',
    '31/02/2026',
    '$12.99',
    'version 1.2.3',
    '192.168.1.10',
    'may 5 people enter',
    '2 days left',
    '14:30',
    '3.14',
    '1/2',
  ])('finds no date in %j', (text) => {
    expect(parseDate(text, { now, language: 'en' })).toBeNull();
  });

  it('needs today for what is not written', () => {
    expect(parseDate('15 Jan', { language: 'en' })).toBeNull();
    expect(parseDate('tomorrow', { language: 'en' })).toBeNull();
    expect(parseDate('15 Jan 2027', { language: 'en' })).toBe('2027-01-15');
  });

  it('takes today in the given time zone', () => {
    const late = new Date('2026-11-22T23:30:00Z');
    expect(parseDate('tomorrow', { now: late, language: 'en', timeZone: 'Asia/Tokyo' })).toBe('2026-11-24');
    expect(dayIn(late, 'America/New_York')).toBe('2026-11-22');
  });
});

it('finds all dates in their own words', () => {
  const text = 'Opens 1 December 2026, closes 2027-01-31 (was 12/12/2026).';
  const found = findDates(text, { now, language: 'en-GB' });
  expect(found.map(({ date }) => date)).toEqual(['2026-12-01', '2027-01-31', '2026-12-12']);
  for (const { start, end, quote } of found) expect(text.slice(start, end)).toBe(quote);
});

it('compares days, local times and instants', () => {
  expect(compareDates('2026-12-01', '2026-12-01T09:00')).toBe(0);
  expect(compareDates('2026-12-01T09:00', '2026-12-01T10:00')).toBe(-1);
  expect(compareDates('2026-12-01T10:00+02:00', '2026-12-01T08:30Z')).toBe(-1);
  expect(compareDates('2027-01-01', '2026-12-31')).toBe(1);
});

it('reads back what CLDR writes', () => {
  const languages = [
    'en-US',
    'en-GB',
    'de',
    'fr',
    'es',
    'pt-BR',
    'it',
    'nl',
    'sv',
    'da',
    'nb',
    'pl',
    'cs',
    'ja',
    'tr',
    'id',
    'fi',
  ];
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(Date.UTC(1990, 0, 1) + days * 86_400_000));
  fc.assert(
    fc.property(day, fc.constantFrom(...languages), fc.constantFrom('long', 'medium'), (date, language, dateStyle) => {
      const written = new Intl.DateTimeFormat(language, { dateStyle: dateStyle as 'long', timeZone: 'UTC' }).format(
        date,
      );
      expect([language, written, parseDate(written, { language })]).toEqual([
        language,
        written,
        date.toISOString().slice(0, 10),
      ]);
    }),
    { numRuns: 300 },
  );
}, 60_000);

it('survives any text, quotes literally, and gives real days', () => {
  const parts = fc.array(
    fc.constantFrom(
      '12',
      '31',
      '2',
      '.',
      '/',
      '-',
      ' ',
      'May',
      'March',
      '2026',
      ':',
      '30',
      'pm',
      'de',
      ',',
      '月',
      '日',
      'Uhr',
    ),
    { maxLength: 15 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        parts.map((all) => all.join('')),
      ),
      (text) => {
        for (const { date, start, end, quote } of findDates(text, { now })) {
          expect(text.slice(start, end)).toBe(quote);
          expect(new Date(`${date.slice(0, 10)}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date.slice(0, 10));
        }
      },
    ),
    { numRuns: 100 },
  );
}, 60_000);
