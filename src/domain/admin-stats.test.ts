import { describe, expect, it } from 'vitest';
import { AdminStatsFilter, daysOf, periodOf } from './admin-stats';

const NOW = new Date('2026-11-30T15:00:00Z');

describe('the period of a filter', () => {
  it('is the last 30 days where nothing is said, and ends now where only its beginning is', () => {
    expect(periodOf({}, NOW)).toEqual({ start: new Date('2026-10-31T15:00:00Z'), end: NOW });
    expect(periodOf({ startDate: '2026-11-29T00:00:00Z' }, NOW).end).toEqual(NOW);
    expect(periodOf({ endDate: '2026-02-01T00:00:00Z' }, NOW).start).toEqual(new Date('2026-01-02T00:00:00Z'));
  });

  it.each([
    [{ startDate: '2026-11-30T00:00:00Z', endDate: '2026-11-30T00:00:00Z' }, 'before endDate'],
    [{ startDate: '2026-11-30T00:00:00Z', endDate: '2026-11-29T00:00:00Z' }, 'before endDate'],
    [{ startDate: '2027-01-01T00:00:00Z' }, 'before endDate'],
    [{ startDate: '2020-01-01T00:00:00Z' }, 'At most 366 days'],
    [{ endDate: '9999-12-31T23:59:59Z', startDate: '2000-01-01T00:00:00Z' }, 'At most 366 days'],
  ])('is refused where it cannot be: %j', (filter, words) => {
    expect(() => periodOf(AdminStatsFilter.parse(filter), NOW)).toThrow(
      expect.objectContaining({ code: 'invalid', reason: 'bad_period', message: expect.stringContaining(words) }),
    );
  });

  it('may be a whole leap year', () => {
    expect(daysOf(periodOf({ startDate: '2028-01-01T00:00:00Z', endDate: '2029-01-01T00:00:00Z' }, NOW))).toHaveLength(
      366,
    );
  });

  it('touches the days of both its ends', () => {
    const days = daysOf({ start: new Date('2026-02-27T23:59:59Z'), end: new Date('2026-03-01T00:00:01Z') });
    expect(days).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(daysOf({ start: new Date('2026-03-01T00:00:00Z'), end: new Date('2026-03-02T00:00:00Z') })).toHaveLength(1);
  });
});

it.each([
  { startDate: '2026-11-30' },
  { startDate: '2026-02-30T00:00:00Z' },
  { startDate: '2026-11-30T00:00:00+01:00' },
  { endDate: 'now() - interval' },
  { endDate: '' },
  { startDate: '1999-12-31T23:59:59Z' },
  { metricType: 'tokens' },
  { metricType: ['users'] },
  { from: '2026-11-30T00:00:00Z' },
])('refuses %j', (filter) => {
  expect(AdminStatsFilter.safeParse(filter).success).toBe(false);
});
