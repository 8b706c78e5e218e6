'use client';

import { useElementSize } from '@mantine/hooks';
import { type MouseEvent, type RefObject, useState } from 'react';
import type { Series } from '@/domain/series';
import type { Trigger } from '@/domain/trigger/trigger';
import classes from './chart.module.css';
import type { ChartPoint } from './chart-lines';
import { type ChartReading, pointWords } from './chart-words';
import { Drawing } from './drawing';
import { frameOf } from './frame';
import { nearestPoint, step } from './read-out';
import { useBrush } from './use-brush';

interface PlotProps {
  svgRef: RefObject<SVGSVGElement | null>;
  series: Series;
  points: readonly ChartPoint[];
  trigger: Trigger;
  reading: ChartReading;
  /** What the chart shows, in a sentence. */
  label: string;
  zoomTo: (from: number, until: number) => void;
  /** Back to the whole range; null where nothing is zoomed. */
  reset: (() => void) | null;
}

const HOW = 'Arrow keys go along the points, plus and minus zoom, Escape shows all.';
/** Until the page is laid out. */
const USUAL_WIDTH = 640;

/** The chart with its read-out: by pointing, by touch and by keyboard. */
export function Plot({ svgRef, series, points, trigger, reading, label, zoomTo, reset }: PlotProps) {
  const { ref, width } = useElementSize();
  const [at, setAt] = useState<number | null>(null);
  const frame = frameOf({ series, points, trigger, width: width || USUAL_WIDTH });
  const point = at === null ? null : (points[Math.min(at, points.length - 1)] ?? null);
  const { brush, handlers } = useBrush({
    frame,
    pointAt: (time) => setAt(nearestPoint(points, time)),
    leave: () => setAt(null),
    zoomTo,
  });
  const zoomBy = (factor: number) => {
    const middle = point?.at ?? (frame.from + frame.until) / 2;
    const half = ((frame.until - frame.from) * factor) / 2;
    zoomTo(middle - half, Math.min(middle + half, Date.now()));
  };
  const press = (key: string): boolean => {
    const next = step(key, at, points.length);
    if (next !== undefined) setAt(next);
    else if (key === '+' || key === '=') zoomBy(0.5);
    else if (key === '-') zoomBy(2);
    else if (key === 'Escape' && reset !== null) reset();
    else return false;
    return true;
  };
  return (
    <div className={classes.plot}>
      <div
        ref={ref}
        className={classes.surface}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys go along its points
        tabIndex={0}
        role="application"
        aria-roledescription="chart"
        aria-label={label}
        aria-describedby="chart-keys"
        data-testid="chart"
        onKeyDown={(event) => {
          if (!event.ctrlKey && !event.metaKey && !event.altKey && press(event.key)) event.preventDefault();
        }}
        onBlur={() => setAt(null)}
        {...handlers}
      >
        <Drawing
          svgRef={svgRef}
          frame={frame}
          series={series}
          points={points}
          point={point}
          brush={brush}
          reading={reading}
        />
      </div>
      <p id="chart-keys" hidden>
        {HOW}
      </p>
      <div className={classes.below}>
        <p className={`${classes.readOut} figures`} role="status" data-testid="read-out">
          {point ? pointWords(point, series.unit, reading) : ''}
        </p>
        <Zoom zoomBy={zoomBy} reset={reset} />
      </div>
    </div>
  );
}

/** For fingers and mice, around the point that is read out: pressing takes the focus from nothing. */
function Zoom({ zoomBy, reset }: { zoomBy: (factor: number) => void; reset: (() => void) | null }) {
  const keep = (event: MouseEvent) => event.preventDefault();
  return (
    <div className={classes.zoom}>
      {reset ? (
        <button type="button" onClick={reset}>
          Show the whole range
        </button>
      ) : null}
      <button type="button" aria-label="Zoom out" title="Zoom out" onMouseDown={keep} onClick={() => zoomBy(2)}>
        −
      </button>
      <button type="button" aria-label="Zoom in" title="Zoom in" onMouseDown={keep} onClick={() => zoomBy(0.5)}>
        +
      </button>
    </div>
  );
}
