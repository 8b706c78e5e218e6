import { describe, expect, it } from 'vitest';
import { METRICS, type MetricPoint } from '@/domain/system/metric-points';
import { FIGURE_GROUPS } from './figure-groups';
import {
  axisTicks,
  axisWords,
  bytesWords,
  chartRows,
  figureWords,
  gapWords,
  latestOf,
  loneMoments,
  momentTicks,
  momentWords,
  shareTicks,
  spanWords,
} from './figure-words';

const FROM = Date.parse('2026-11-29T12:00:00Z');
const STEP = 600_000;
const NOTHING = Object.fromEntries(METRICS.map((name) => [name, null])) as Omit<MetricPoint, 'at'>;

/** One point a step with these requests a minute; null: nobody wrote of it. */
const points = (...requests: (number | null)[]): MetricPoint[] =>
  requests.map((requestsPerMinute, index) => ({
    ...NOTHING,
    at: new Date(FROM + index * STEP),
    requestsPerMinute,
    totalUsers: requestsPerMinute === null ? null : 7,
  }));

describe('the rows of a chart', () => {
  it('keep what nobody saw as null, so that the line has a gap there and does not fall to 0', () => {
    const rows = chartRows(points(3, null, 0, 2), ['requestsPerMinute', 'queueWaiting']);
    expect(rows).toEqual([
      { at: FROM, requestsPerMinute: 3, queueWaiting: null },
      { at: FROM + STEP, requestsPerMinute: null, queueWaiting: null },
      { at: FROM + 2 * STEP, requestsPerMinute: 0, queueWaiting: null },
      { at: FROM + 3 * STEP, requestsPerMinute: 2, queueWaiting: null },
    ]);
    expect(latestOf(rows, 'requestsPerMinute')).toEqual({ at: FROM + 3 * STEP, value: 2 });
    expect(latestOf(rows, 'queueWaiting')).toBeNull();
  });

  it('mark what stands alone between two gaps', () => {
    const rows = chartRows(points(1, null, 5, null, 2, 3, null, 4), ['requestsPerMinute']);
    const alone = [0, 2, 7].map((index) => FROM + index * STEP);
    expect([...loneMoments(rows, 'requestsPerMinute')]).toEqual(alone);
  });

  it('every figure that is kept is in one chart, and with one axis only what is of one kind', () => {
    const drawn = FIGURE_GROUPS.flatMap(({ charts }) => charts.flatMap(({ series }) => series.map(({ name }) => name)));
    expect(drawn.toSorted()).toEqual([...METRICS].toSorted());
  });
});

describe('gaps in words', () => {
  it('of any number of stretches, with how long they are together', () => {
    expect(gapWords(points(1, null, null, 2, null, 1), '24h')).toBe(
      'No figures for 30 min in 2 stretches: nothing of ours was running.',
    );
    expect(gapWords(points(1, null, 2), '24h')).toContain('10 min in one stretch');
  });

  it('none before the first figure, for the step that has just begun, and where there is nothing at all', () => {
    expect(gapWords(points(null, null, 1, 0, null), '24h')).toBeNull();
    expect(gapWords(points(null, null), '24h')).toBeNull();
    expect(gapWords([], '24h')).toBeNull();
  });
});

describe('the axes', () => {
  it('begin at 0, have round marks, and hold every value and bound', () => {
    const rows = chartRows(points(3, null, 47), ['requestsPerMinute']);
    expect(axisTicks(rows, ['requestsPerMinute'], [])).toEqual([0, 20, 40, 60]);
    expect(axisTicks(rows, ['requestsPerMinute'], [100]).at(-1)).toBe(100);
    expect(axisTicks(chartRows(points(0.25), ['requestsPerMinute']), ['requestsPerMinute'], [])).toEqual([
      0, 0.1, 0.2, 0.3,
    ]);
    expect(axisTicks(chartRows(points(0, null), ['requestsPerMinute']), ['requestsPerMinute'], [])).toEqual([0, 1]);
  });

  it('of shares near one begin close below them, of others at 0', () => {
    const shares = (...values: (number | null)[]) => values.map((share, at) => ({ at, share }));
    expect(shareTicks(shares(0.99, null, 1), ['share'])).toEqual([0.95, 0.975, 1]);
    expect(shareTicks(shares(0.87, 1), ['share'])).toEqual([0.85, 0.925, 1]);
    expect(shareTicks(shares(0.02, 0), ['share'])).toBeNull();
    expect(shareTicks(shares(null), ['share'])).toBeNull();
  });

  it('name round moments that stay where they are as time goes on', () => {
    const day = Array.from({ length: 145 }, (_, index) => ({ at: FROM + 20 * 60_000 + index * STEP }));
    const words = momentTicks(day, '24h').map((at) => momentWords(at, '24h', 'UTC'));
    expect(words).toEqual(['18:00', '00:00', '06:00', '12:00']);
    expect(momentWords(FROM, '30d', 'UTC')).toBe('29 Nov');
  });
});

it.each([
  [figureWords(null, 'usd'), '–'],
  [figureWords(0, 'count'), '0'],
  [figureWords(0.9876, 'share'), '98.8 %'],
  [figureWords(12.345, 'perMinute'), '12.3 a minute'],
  [figureWords(240.4, 'ms'), '240 ms'],
  [figureWords(3_210, 'ms'), '3.2 s'],
  [figureWords(4.1, 'usd'), '$4.10'],
  [axisWords(1_200_000, 'count'), '1.2M'],
  [bytesWords(0), '0 B'],
  [bytesWords(51_200), '51 kB'],
  [bytesWords(1_234_000_000), '1.2 GB'],
  [bytesWords(-3_400_000), '-3.4 MB'],
  [spanWords(-5), '0 s'],
  [spanWords(119_000), '119 s'],
  [spanWords(12 * 60_000), '12 min'],
  [spanWords(200 * 60_000), '3 h 20 min'],
  [spanWords(124 * 3_600_000), '5 d 4 h'],
])('%s', (words, expected) => {
  expect(words).toBe(expected);
});
