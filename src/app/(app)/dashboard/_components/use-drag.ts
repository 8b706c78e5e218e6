'use client';

import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react';
import { movedTo } from './view/choose';

/** So near to an edge of the window the page scrolls. */
const EDGE = 72;
const STEP = 14;

interface Drag {
  id: string;
  /** All monitors as they would lie if it were let go now. */
  ids: string[];
}

/** The card below a point, of those that can be dragged. */
function cardAt(x: number, y: number): string | null {
  const element = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-card]');
  return element?.dataset.card ?? null;
}

/** Drags a card by its grip, with mouse, pen or finger; Escape lets everything lie as it was. */
export function useDrag(all: readonly string[], drop: (ids: string[]) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef({ all, drop, drag });
  latest.current = { all, drop, drag };
  const isDragged = drag !== null;
  useEffect(() => {
    if (!isDragged) return;
    const move = ({ clientX, clientY }: PointerEvent) => {
      if (clientY < EDGE) window.scrollBy(0, -STEP);
      if (clientY > window.innerHeight - EDGE) window.scrollBy(0, STEP);
      const target = cardAt(clientX, clientY);
      setDrag((now) =>
        now && target !== null && target !== now.id ? { ...now, ids: movedTo(now.ids, now.id, target) } : now,
      );
    };
    const end = (event: Event) => {
      const { drag: now, all: before, drop: keep } = latest.current;
      setDrag(null);
      if (event.type === 'pointerup' && now && now.ids.join() !== before.join()) keep(now.ids);
    };
    const press = (event: KeyboardEvent) => (event.key === 'Escape' ? end(event) : undefined);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', press);
    };
  }, [isDragged]);
  return {
    drag,
    grip: (id: string) => (event: ReactPointerEvent) => {
      if (event.button !== 0) return;
      event.preventDefault();
      setDrag({ id, ids: [...all] });
    },
  };
}
