import { expect, it } from 'vitest';
import { formatClock, formatDateTime, formatDay } from './format-time';

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
