import type { RefObject } from 'react';
import type { Series } from '@/domain/series';
import type { Locale } from '@/domain/written/locales';
import classes from './chart.module.css';
import { type ChartPoint, type Line, linesOf } from './chart-lines';
import { axisNumber, timeTicks } from './chart-scale';
import { type ChartReading, tickWords } from './chart-words';
import { CHART_HEIGHT, type Frame } from './frame';

interface DrawingProps {
  svgRef: RefObject<SVGSVGElement | null>;
  frame: Frame;
  series: Series;
  points: readonly ChartPoint[];
  /** The point that is read out. */
  point: ChartPoint | null;
  /** What is being chosen to zoom to, in pixels. */
  brush: { start: number; end: number } | null;
  reading: ChartReading;
}

/** More dots than this would be a thick line. */
const MOST_DOTS = 60;

/** The picture of it all; for those who do not see it the read-out and the table say the same. */
export function Drawing(props: DrawingProps) {
  const { svgRef, frame, series, points, point, brush, reading } = props;
  return (
    <svg
      ref={svgRef}
      width={frame.width}
      height={CHART_HEIGHT}
      className={classes.svg}
      aria-hidden="true"
      focusable="false"
    >
      <Axes {...props} />
      <Limits frame={frame} unit={series.unit} locale={reading.locale} />
      {linesOf(series, points).map((line) => (
        <path key={line.points[0]?.at} className={classes.line} d={pathOf(line, frame)} />
      ))}
      {points.length <= MOST_DOTS
        ? points.map(({ at, value }) => (
            <circle key={at} className={classes.dot} cx={frame.x(at)} cy={frame.y(value)} r={2.75} />
          ))
        : null}
      <Marks frame={frame} series={series} points={points} />
      {brush ? (
        <rect
          className={classes.brush}
          x={Math.min(brush.start, brush.end)}
          y={frame.top}
          width={Math.abs(brush.end - brush.start)}
          height={frame.bottom - frame.top}
        />
      ) : null}
      {point ? (
        <g>
          <line
            className={classes.cursor}
            x1={frame.x(point.at)}
            x2={frame.x(point.at)}
            y1={frame.top}
            y2={frame.bottom}
          />
          <circle className={classes.cursorDot} cx={frame.x(point.at)} cy={frame.y(point.value)} r={5} />
        </g>
      ) : null}
    </svg>
  );
}

/** A value stands until the next one was read. */
function pathOf({ points, until }: Line, { x, y }: Frame): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const steps = rest.map(({ at, value }) => `H${x(at).toFixed(1)}V${y(value).toFixed(1)}`).join('');
  return `M${x(first.at).toFixed(1)} ${y(first.value).toFixed(1)}${steps}H${x(until).toFixed(1)}`;
}

/** Narrower than this, five labels would touch. */
const NARROW_PX = 480;

function Axes({ frame, series, reading }: DrawingProps) {
  const { left, right, bottom, x, y, ticks, from, until } = frame;
  const label = (at: number) => tickWords(at, until - from, reading);
  const moments = timeTicks(frame, frame.width < NARROW_PX ? 3 : 5, label);
  return (
    <g>
      {ticks.map((value) => (
        <g key={value}>
          <line className={classes.grid} x1={left} x2={right} y1={y(value)} y2={y(value)} />
          <text className={classes.tick} x={left - 8} y={y(value)} dy="0.32em" textAnchor="end">
            {axisNumber(value, series.unit, reading.locale)}
          </text>
        </g>
      ))}
      {moments.map((at, index) => (
        <text
          key={at}
          className={classes.tick}
          x={x(at)}
          y={bottom + 18}
          textAnchor={index === 0 ? 'start' : at === until ? 'end' : 'middle'}
        >
          {label(at)}
        </text>
      ))}
    </g>
  );
}

/** Where the trigger is true, and its limits as dashed lines. */
function Limits({ frame, unit, locale }: { frame: Frame; unit: string | null; locale: Locale }) {
  const { left, right, limits, bands, y } = frame;
  return (
    <g>
      {bands.map((band) => (
        <rect
          key={band.top}
          className={classes.band}
          x={left}
          width={Math.max(0, right - left)}
          y={band.top}
          height={band.bottom - band.top}
        />
      ))}
      {limits.map((limit) => (
        <g key={limit}>
          <line className={classes.limit} x1={left} x2={right} y1={y(limit)} y2={y(limit)} />
          <text className={classes.limitWords} x={right} y={y(limit) - 5} textAnchor="end">
            {axisNumber(limit, unit, locale)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Alerts as rings on the line, failed checks as crosses below it: each has a shape of its own. */
function Marks({ frame, series, points }: Pick<DrawingProps, 'frame' | 'series' | 'points'>) {
  const { x, y, bottom } = frame;
  const size = 3.5;
  return (
    <g>
      {series.failures.map(({ at }) => (
        <path
          key={at}
          className={classes.failure}
          d={`M${x(at) - size} ${bottom - 8 - size}l${2 * size} ${2 * size}m0 ${-2 * size}l${-2 * size} ${2 * size}`}
        />
      ))}
      {points
        .filter(({ alerts }) => alerts > 0)
        .map(({ at, value }) => (
          <circle key={at} className={classes.alert} cx={x(at)} cy={y(value)} r={5.5} />
        ))}
    </g>
  );
}
