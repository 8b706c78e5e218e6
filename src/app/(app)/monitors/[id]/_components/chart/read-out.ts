import type { ChartPoint } from './chart-lines';

const FAR = 10;
const MOVES = new Map([
  ['ArrowLeft', -1],
  ['ArrowRight', 1],
  ['PageUp', -FAR],
  ['PageDown', FAR],
]);

/** The number of the point nearest to a moment; null without points. */
export function nearestPoint(points: readonly ChartPoint[], time: number): number | null {
  if (points.length === 0) return null;
  let [low, high] = [0, points.length - 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((points[middle]?.at ?? 0) <= time) low = middle;
    else high = middle;
  }
  return Math.abs((points[low]?.at ?? 0) - time) <= Math.abs((points[high]?.at ?? 0) - time) ? low : high;
}

/** Where a key leads from a point; undefined for a key that leads nowhere. From nowhere all begin at the last point. */
export function step(key: string, at: number | null, count: number): number | null | undefined {
  const last = count - 1;
  const move = MOVES.get(key);
  if (key !== 'Home' && key !== 'End' && move === undefined) return undefined;
  if (count === 0) return null;
  if (key === 'Home') return 0;
  if (key === 'End' || move === undefined || at === null) return last;
  return Math.min(last, Math.max(0, at + move));
}
