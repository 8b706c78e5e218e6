import type { Series } from '@/domain/series';
import type { Trigger } from '@/domain/trigger/trigger';
import type { ChartPoint } from './chart-lines';
import { bandsOf, thresholds, valueTicks } from './chart-scale';

export const CHART_HEIGHT = 240;
const ROOM = { top: 10, right: 10, bottom: 26, left: 58 };

/** Where things are drawn: the scales of time and value, in pixels. */
export interface Frame {
  width: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  from: number;
  until: number;
  ticks: number[];
  limits: number[];
  /** Where the trigger is true, within what is drawn: upper and lower edge in pixels. */
  bands: { top: number; bottom: number }[];
  x: (at: number) => number;
  y: (value: number) => number;
  /** The moment at a place from the left. */
  timeAt: (x: number) => number;
}

interface Framed {
  series: Pick<Series, 'from' | 'until' | 'before'>;
  points: readonly ChartPoint[];
  trigger: Trigger;
  width: number;
}

/** A limit that lies far from all that was read would make a flat line of it: then it is left out. */
const FARTHEST = 3;

export function frameOf({ series, points, trigger, width }: Framed): Frame {
  const { from, until, before } = series;
  const drawn = before === null ? points : [...points, { value: Number(before.value) }];
  const limits = thresholds(trigger).filter((limit) => isNear(limit, drawn));
  const ticks = valueTicks(drawn.length === 0 ? [{ value: limits[0] ?? 0 }] : drawn, limits);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const [left, right, top, bottom] = [ROOM.left, width - ROOM.right, ROOM.top, CHART_HEIGHT - ROOM.bottom];
  const x = (at: number) => left + ((at - from) / (until - from || 1)) * (right - left);
  const y = (value: number) => bottom - ((value - low) / (high - low || 1)) * (bottom - top);
  const within = (value: number) => Math.min(high, Math.max(low, value));
  const bands = bandsOf(trigger)
    .map((band) => ({ top: y(within(band.to)), bottom: y(within(band.from)) }))
    .filter((band) => limits.length > 0 && band.bottom > band.top);
  const timeAt = (place: number) => from + ((place - left) / (right - left || 1)) * (until - from);
  return { width, left, right, top, bottom, from, until, ticks, limits, bands, x, y, timeAt };
}

function isNear(limit: number, points: readonly { value: number }[]): boolean {
  if (points.length === 0) return true;
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = FARTHEST * Math.max(high - low, Math.abs(high) / 4, Math.abs(low) / 4, 1e-9);
  return limit >= low - room && limit <= high + room;
}
