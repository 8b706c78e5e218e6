import { describe, expect, it } from 'vitest';
import type { Series } from '@/domain/series';
import { chartPoints, linesOf } from './chart-lines';
import { pointWords, summaryWords, thinnedWords, tickWords } from './chart-words';
import { frameOf } from './frame';
import { nearestPoint, step } from './read-out';
import { firstRange } from './use-window';

const series = (other: Partial<Series> = {}): Series => ({
  ...{
    from: 0,
    until: 100,
    stepMs: 60_000,
    unit: 'USD',
    before: null,
    count: 3,
    alerts: [],
    failures: [],
    absences: [],
  },
  points: [
    { at: 10, value: '312' },
    { at: 40, value: '279.5' },
    { at: 70, value: '305' },
  ],
  ...other,
});
const failed = (at: number) => ({ at, last: at, count: 1, outcome: 'blocked' as const });

describe('the points of a chart', () => {
  it('know their alerts, also those of readings that were put together', () => {
    const points = chartPoints(
      series({
        alerts: [
          { at: 40, value: '279.5', count: 1 },
          { at: 55, value: '281', count: 2 },
        ],
      }),
    );
    expect(points.map(({ at, alerts }) => [at, alerts])).toEqual([
      [10, 0],
      [40, 1],
      [55, 2],
      [70, 0],
    ]);
  });

  it('are read out with value, time and alert', () => {
    const [point] = chartPoints(
      series({ points: [{ at: 0, value: '279.5' }], alerts: [{ at: 0, value: '279.5', count: 1 }] }),
    );
    expect(point && pointWords(point, 'USD', { timeZone: 'UTC', locale: 'en' })).toBe(
      '$279.50, 1 Jan 1970, 00:00, alert',
    );
  });

  it('are summed up for those who do not see them', () => {
    expect(summaryWords(chartPoints(series()), 'USD', 'en')).toBe(
      'From $312.00 to $305.00, lowest $279.50, highest $312.00.',
    );
    expect(summaryWords([], 'USD', 'en')).toBe('No number was read in this time.');
  });
});

describe('the lines of a chart', () => {
  const drawn = (other: Partial<Series>) =>
    linesOf(series(other), chartPoints(series(other))).map(({ points, until }) => [points.map(({ at }) => at), until]);

  it('are one while every check read something', () => {
    expect(drawn({})).toEqual([[[10, 40, 70], 70]]);
  });

  it('begin with what stood before, at the edge', () => {
    expect(drawn({ before: { at: -50, value: '320' } })).toEqual([[[0, 10, 40, 70], 70]]);
  });

  it('have a gap from where nothing was known until something was read again', () => {
    expect(drawn({ failures: [failed(50), failed(60)] })).toEqual([
      [[10, 40], 50],
      [[70], 70],
    ]);
    expect(drawn({ absences: [20] })).toEqual([
      [[10], 20],
      [[40, 70], 70],
    ]);
    expect(drawn({ failures: [failed(5)] })).toEqual([[[10, 40, 70], 70]]);
    expect(drawn({ failures: [failed(90)] })).toEqual([[[10, 40, 70], 90]]);
    expect(drawn({ before: { at: -5, value: '1' }, failures: [failed(5)] })).toEqual([
      [[0], 5],
      [[10, 40, 70], 70],
    ]);
  });

  it('are many where every other check failed', () => {
    expect(drawn({ failures: [failed(20), failed(50)] })).toHaveLength(3);
  });
});

it('finds the nearest point, and goes along them by keys', () => {
  const points = chartPoints(series());
  expect([-5, 24, 26, 60, 500].map((time) => nearestPoint(points, time))).toEqual([0, 0, 1, 2, 2]);
  expect(nearestPoint([], 3)).toBeNull();
  expect(step('ArrowLeft', null, 3)).toBe(2);
  expect(step('ArrowLeft', 2, 3)).toBe(1);
  expect(step('ArrowRight', 2, 3)).toBe(2);
  expect(step('PageUp', 2, 3)).toBe(0);
  expect([step('Home', 2, 3), step('End', 0, 3)]).toEqual([0, 2]);
  expect(step('a', 1, 3)).toBeUndefined();
  expect(step('toString', 1, 3)).toBeUndefined();
});

it('says what was put together', () => {
  expect(thinnedWords(series(), 'en')).toBeNull();
  expect(thinnedWords(series({ count: 525_600, stepMs: 25 * 3_600_000 }), 'en')).toBe(
    '525,600 readings: of every 25 hours the lowest, the highest and the last are drawn.',
  );
});

it('writes times as the span wants it, in the zone', () => {
  const at = Date.UTC(2026, 10, 22, 23, 30);
  expect(tickWords(at, 86_400_000, { timeZone: 'Europe/Oslo', locale: 'en' })).toBe('00:30');
  expect(tickWords(at, 30 * 86_400_000, { timeZone: 'Europe/Oslo', locale: 'en' })).toBe('23 Nov');
  expect(tickWords(at, 30 * 86_400_000, { timeZone: 'UTC', locale: 'en-US' })).toBe('Nov 22');
});

it('begins with as much as a monitor is old', () => {
  const day = 86_400_000;
  expect([0.5, 3, 300].map((days) => firstRange(new Date(0), days * day))).toEqual(['24h', '7d', '30d']);
});

it('leaves out a limit that would make a flat line of what was read', () => {
  const limit = (number: string) => ({
    ...{ series: series(), points: chartPoints(series()), width: 600 },
    trigger: { kind: 'state', op: 'lt', value: { type: 'number', number, unit: 'USD' }, value2: null } as const,
  });
  expect(frameOf(limit('300')).limits).toEqual([300]);
  expect(frameOf(limit('300')).bands).toHaveLength(1);
  expect(frameOf(limit('300000')).limits).toEqual([]);
});
