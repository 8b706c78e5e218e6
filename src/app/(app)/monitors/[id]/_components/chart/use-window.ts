'use client';

import { useState } from 'react';
import type { Range, SeriesWindow } from '@/domain/series';

const DAY_MS = 86_400_000;

/** The shortest range that shows the whole of a young monitor, a month of an older one. */
export function firstRange(createdAt: Date, now: number): Range {
  const age = now - createdAt.getTime();
  if (age <= DAY_MS) return '24h';
  return age <= 7 * DAY_MS ? '7d' : '30d';
}

/** Closer is no use: a monitor is read once a minute at most. */
const SHORTEST_MS = 10 * 60_000;

/** What the chart shows: a range until now, or what was zoomed to within it. */
export function useWindow(first: Range) {
  const [range, setRange] = useState<Range>(first);
  const [zoomed, zoom] = useState<{ from: Date; until: Date } | null>(null);
  const shown: SeriesWindow = zoomed ?? range;
  return {
    range,
    window: shown,
    isZoomed: zoomed !== null,
    choose: (next: Range) => {
      setRange(next);
      zoom(null);
    },
    /** Shows a time (epoch ms). What is too short to show anything is widened. */
    zoomTo: (from: number, until: number) => {
      const more = Math.max(0, SHORTEST_MS - (until - from)) / 2;
      zoom({ from: new Date(from - more), until: new Date(until + more) });
    },
    reset: () => zoom(null),
  };
}

export type ChartWindow = ReturnType<typeof useWindow>;
