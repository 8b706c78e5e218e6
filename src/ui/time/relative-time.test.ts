import { expect, it } from 'vitest';
import { countdown, secondsUntil, timeAgo } from './relative-time';

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
