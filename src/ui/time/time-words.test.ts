import { expect, it } from 'vitest';
import { countdown, formatClock, formatDateTime, formatDay, secondsUntil, timeAgo } from './time-words';

const moment = new Date('2026-11-22T23:41:00Z');

it('shows a moment in the zone of the person', () => {
  expect(formatDateTime(moment, 'UTC')).toBe('22 Nov 2026, 23:41');
  expect(formatDateTime(moment, 'Asia/Tokyo')).toBe('23 Nov 2026, 08:41');
});

it('shows the day that it is there', () => {
  expect(formatDay(moment, 'America/New_York')).toBe('22 Nov 2026');
  expect(formatDay(moment, 'Europe/Oslo')).toBe('23 Nov 2026');
});

it('shows the time of day that it is there', () => {
  expect(formatClock(new Date('2026-11-23T00:00:00Z'), 'Europe/Oslo')).toBe('01:00');
});

it.each([
  ['en', '22 Nov 2026, 23:41', '22 Nov 2026', '23:41'],
  ['en-US', 'Nov 22, 2026, 11:41 PM', 'Nov 22, 2026', '11:41 PM'],
  ['en-AU', '22 Nov 2026, 11:41 pm', '22 Nov 2026', '11:41 pm'],
  ['en-DE', '22 Nov 2026, 23:41', '22 Nov 2026', '23:41'],
] as const)('writes a moment as %s does', (locale, dateTime, day, clock) => {
  expect(formatDateTime(moment, 'UTC', locale)).toBe(dateTime);
  expect(formatDay(moment, 'UTC', locale)).toBe(day);
  expect(formatClock(moment, 'UTC', locale)).toBe(clock);
});

const now = Date.UTC(2026, 10, 22, 12);
const before = (seconds: number) => timeAgo(now - seconds * 1_000, now);

it.each([
  [0, 'just now'],
  [44, 'just now'],
  [45, '1 minute ago'],
  [150, '3 minutes ago'],
  [3_600, '1 hour ago'],
  [23 * 3_600 + 3_599, '23 hours ago'],
  [86_400, 'yesterday'],
  [3 * 86_400, '3 days ago'],
])('says of %i seconds: %s', (seconds, words) => {
  expect(before(seconds)).toBe(words);
});

it('takes a moment that a wrong clock puts ahead for now', () => {
  expect(before(-90)).toBe('just now');
});

it.each([
  [59, '0:59'],
  [60, '1:00'],
  [3_725, '1:02:05'],
])('writes %i seconds as %s', (seconds, words) => {
  expect(countdown(seconds)).toBe(words);
});

it('counts every second that has begun, and never below nothing', () => {
  expect(secondsUntil(now + 1, now)).toBe(1);
  expect(secondsUntil(now + 43_000, now)).toBe(43);
  expect(secondsUntil(now - 1, now)).toBe(0);
  expect(secondsUntil(null, now)).toBe(0);
});
