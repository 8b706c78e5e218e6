import { expect, it } from 'vitest';
import { dayTicks, growthWords, leftWords, storageRows } from './storage-words';

it('growth and what is left in words, also where nothing can be told yet', () => {
  expect([null, 0, 12_345_678, -2_000_000].map(growthWords)).toEqual([
    'After 3 days',
    'None',
    '12.3 MB a day',
    '-2 MB a day',
  ]);
  const left = (limitBytes: number | null, daysLeft: number | null, bytesPerDay: number | null) =>
    leftWords({ limitBytes, daysLeft, bytesPerDay });
  expect(left(null, null, 5)).toBe('Not set');
  expect(left(10, 0, 5)).toBe('Reached');
  expect(left(10, 1, 5)).toBe('1 day');
  expect(left(10, 1_204, 5)).toBe('1,204 days');
  expect(left(10, 36_500, 5)).toBe('Over 10 years');
  expect(left(10, null, null)).toBe('After 3 days');
  expect(left(10, null, -5)).toBe('Does not grow');
});

it('a day that nobody measured stays a gap; the last day has a mark', () => {
  const rows = storageRows([
    { day: '2026-11-29', bytes: null, pictureBytes: null },
    { day: '2026-11-30', bytes: 5, pictureBytes: 2 },
  ]);
  expect(rows).toEqual([
    { at: Date.parse('2026-11-29'), bytes: null, pictureBytes: null },
    { at: Date.parse('2026-11-30'), bytes: 5, pictureBytes: 2 },
  ]);
  expect(dayTicks(rows)).toEqual([Date.parse('2026-11-30')]);
});
