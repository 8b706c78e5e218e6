import { expect, it } from 'vitest';
import { AdminStatsFilter } from '@/domain/admin-stats';
import { dayWords, statsFilterOf } from './statistics-filter';

it('means the last 30 days of everything by empty fields, and by half a date', () => {
  expect(statsFilterOf({ from: '', to: '', metricType: null })).toEqual({});
  expect(statsFilterOf({ from: '30.11.', to: 'x', metricType: null })).toEqual({});
});

it('means whole days, the last one too', () => {
  const filter = statsFilterOf({ from: '2026-11-01', to: '2026-11-30', metricType: 'emails' });
  expect(filter).toEqual({
    startDate: '2026-11-01T00:00:00.000Z',
    endDate: '2026-12-01T00:00:00.000Z',
    metricType: 'emails',
  });
  expect(AdminStatsFilter.parse(filter)).toEqual(filter);
});

it('has words for a day, and none where there is no day', () => {
  expect(dayWords('2026-11-30')).toContain('30 Nov');
  for (const none of ['', undefined, null, Number.NaN, 'auto']) expect(dayWords(none)).toBe('');
});
