import { describe, expect, it } from 'vitest';
import { findClockTimes, isTimeZone, parseClockTime } from './clock-time';

describe('times of day', () => {
  it.each([
    ['18:00', '18:00'],
    ['leaves at 7:30 am', '07:30'],
    ['6:30 p.m.', '18:30'],
    ['12 am', '00:00'],
    ['12 pm', '12:00'],
    ['18h30', '18:30'],
    ['à 8 h', '08:00'],
    ['18.30 Uhr', '18:30'],
    ['um 7 Uhr 05', '07:05'],
    ['18時30分', '18:30'],
    ['午後6時半', '18:30'],
    ['arrives 08:05:30', '08:05'],
  ])('reads %s', (text, time) => {
    expect(parseClockTime(text)).toBe(time);
  });

  it.each(['25:00', '13 pm', '4:3 aspect', '2時間待ち', '16:9:2', 'score 3-2', '1,200 h', '18:00 to 19:00', ''])(
    'reads no single time into %s',
    (text) => {
      expect(parseClockTime(text)).toBeNull();
    },
  );

  it('tells where each stands', () => {
    const text = 'From 06:10 until 9 pm';
    expect(findClockTimes(text).map(({ time, start, end }) => [time, text.slice(start, end)])).toEqual([
      ['06:10', '06:10'],
      ['21:00', '9 pm'],
    ]);
  });
});

it.each(['UTC', 'Europe/Oslo', 'America/Argentina/Buenos_Aires'])('knows %s', (name) =>
  expect(isTimeZone(name)).toBe(true),
);

it.each(['', '+02:00', 'Europe/Nowhere', '<b>', 'a'.repeat(100)])('refuses %s', (name) =>
  expect(isTimeZone(name)).toBe(false),
);
