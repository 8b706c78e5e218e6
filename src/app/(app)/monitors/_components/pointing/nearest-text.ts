import type { Box } from '@/domain/snapshot';

/** Further away nothing was meant; in CSS pixels of the page. */
const FURTHEST = 60;

interface Point {
  x: number;
  y: number;
}

/** The text nearest to a point on the page, 0 away where the point lies in it; null where none is near. */
export function nearestText<Text extends { box: Box }>(texts: readonly Text[], point: Point): Text | null {
  let nearest: Text | null = null;
  let least = FURTHEST;
  for (const text of texts) {
    const away = distance(text.box, point);
    if (away > least || (away === least && nearest !== null)) continue;
    nearest = text;
    least = away;
  }
  return nearest;
}

function distance({ x, y, width, height }: Box, point: Point): number {
  const across = Math.max(x - point.x, 0, point.x - x - width);
  const down = Math.max(y - point.y, 0, point.y - y - height);
  return Math.hypot(across, down);
}
