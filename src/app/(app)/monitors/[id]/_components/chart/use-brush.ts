'use client';

import { type PointerEvent, useState } from 'react';
import type { Frame } from './frame';

/** A shorter drag is a click that was not quite still. */
const SHORTEST_PX = 12;

interface BrushOptions {
  frame: Frame;
  pointAt: (time: number) => void;
  leave: () => void;
  zoomTo: (from: number, until: number) => void;
}

/** Pointing reads a point out; dragging with the mouse chooses a time to zoom to. A finger only reads: it scrolls. */
export function useBrush({ frame, pointAt, leave, zoomTo }: BrushOptions) {
  const [brush, setBrush] = useState<{ start: number; end: number } | null>(null);
  const placeOf = (event: PointerEvent<HTMLElement>) => {
    const place = event.clientX - event.currentTarget.getBoundingClientRect().left;
    return Math.min(frame.right, Math.max(frame.left, place));
  };
  const end = () => {
    if (brush === null) return;
    setBrush(null);
    const [low, high] = [Math.min(brush.start, brush.end), Math.max(brush.start, brush.end)];
    if (high - low >= SHORTEST_PX) zoomTo(frame.timeAt(low), frame.timeAt(high));
  };
  const handlers = {
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const place = placeOf(event);
      if (brush) setBrush({ ...brush, end: place });
      pointAt(frame.timeAt(place));
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const place = placeOf(event);
      pointAt(frame.timeAt(place));
      if (event.pointerType !== 'mouse' || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setBrush({ start: place, end: place });
    },
    onPointerUp: end,
    onPointerCancel: () => setBrush(null),
    onPointerLeave: (event: PointerEvent<HTMLElement>) => {
      // A finger that was lifted has not gone away: what it read stays.
      if (event.pointerType === 'mouse' && brush === null) leave();
    },
  };
  return { brush, handlers };
}
