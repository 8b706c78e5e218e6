import { expect, it } from 'vitest';
import { daysUntil, growthPerDay } from './storage';

const days = (...bytes: (number | null)[]) =>
  bytes.map((one, index) => ({ day: `2026-11-${String(index + 1).padStart(2, '0')}`, bytes: one }));

it('growth is the slope of the days that were measured, gaps left out', () => {
  expect(growthPerDay(days(100, 110, 120, 130))).toBeCloseTo(10);
  expect(growthPerDay(days(100, null, null, 130, null, 150))).toBeCloseTo(10);
  expect(growthPerDay(days(130, 120, 110))).toBeCloseTo(-10);
  // One day of cleaning does not turn the trend of many.
  expect(growthPerDay(days(100, 110, 120, 105, 130, 140, 150))).toBeGreaterThan(5);
});

it('nothing is concluded from too little, and nothing of what is older than thirty days counts', () => {
  expect(growthPerDay([])).toBeNull();
  expect(growthPerDay(days(100, 200))).toBeNull();
  expect(growthPerDay(days(100, null, 200, null))).toBeNull();
  const old = { day: '2026-10-01', bytes: 1_000_000 };
  expect(growthPerDay([old, ...days(100, 110, 120)])).toBeCloseTo(10);
});

it('days left are whole, none without growth or limit, 0 where it is reached', () => {
  expect(daysUntil(1_000, 500, 30)).toBe(16);
  expect(daysUntil(1_000, 1_000, -5)).toBe(0);
  expect(daysUntil(1_000, 500, 0)).toBeNull();
  expect(daysUntil(1_000, 500, -3)).toBeNull();
  expect(daysUntil(1_000, 500, null)).toBeNull();
  expect(daysUntil(null, 500, 30)).toBeNull();
  expect(daysUntil(1e12, 500, 0.001)).toBe(36_500);
});
