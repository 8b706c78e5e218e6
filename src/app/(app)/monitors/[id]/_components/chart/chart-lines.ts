import type { Series } from '@/domain/series';

/** A reading as a place on the chart. Decimals become floats here and nowhere else: pixels need no more. */
export interface ChartPoint {
  at: number;
  value: number;
  /** As it was read, for words. */
  decimal: string;
  /** How many alerts it stands for. */
  alerts: number;
}

/** Readings in the order of time, the ones that alerted marked. */
export function chartPoints({ points, alerts }: Pick<Series, 'points' | 'alerts'>): ChartPoint[] {
  const told = new Map(alerts.map((alert) => [alert.at, alert]));
  const all = points.map(({ at, value }) => ({
    at,
    value: Number(value),
    decimal: value,
    alerts: told.get(at)?.count ?? 0,
  }));
  const known = new Set(points.map(({ at }) => at));
  // An alert in the middle of what was put together is a point of its own: it must not be lost.
  const others = alerts
    .filter(({ at }) => !known.has(at))
    .map(({ at, value, count }) => ({ at, value: Number(value), decimal: value, alerts: count }));
  return [...all, ...others].sort((one, other) => one.at - other.at);
}

/** A stretch in which the value was known: from its first reading until the next thing that made it unknown. */
export interface Line {
  points: { at: number; value: number }[];
  /** Until when the last value stood, as far as is known. */
  until: number;
}

/** The readings as lines, with a gap wherever a check failed or found nothing between two of them. */
export function linesOf(
  series: Pick<Series, 'before' | 'from' | 'failures' | 'absences'>,
  points: readonly ChartPoint[],
): Line[] {
  const breaks = [...series.failures.map(({ at }) => at), ...series.absences].sort((one, other) => one - other);
  const start = series.before === null ? [] : [{ at: series.from, value: Number(series.before.value) }];
  const lines: Line[] = [];
  let open: Line | null = null;
  let next = 0;
  for (const point of [...start, ...points]) {
    // Before what is not known any more there is nothing to break.
    while (next < breaks.length && (breaks[next] ?? 0) <= point.at) {
      const at = breaks[next] ?? 0;
      if (open !== null && at > (open.points.at(-1)?.at ?? 0)) {
        open.until = at;
        open = null;
      }
      next += 1;
    }
    if (open === null) {
      open = { points: [], until: point.at };
      lines.push(open);
    }
    open.points.push({ at: point.at, value: point.value });
    open.until = point.at;
  }
  const rest = breaks[next];
  if (open !== null && rest !== undefined) open.until = rest;
  return lines;
}
