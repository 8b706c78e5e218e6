'use client';

import type { RefObject } from 'react';
import type { Series, SeriesWindow } from '@/domain/series';
import { outcomeWords } from '@/domain/trigger/outcome-words';
import { conditionIn } from '@/domain/trigger/sentence-locale';
import type { MonitorView } from '@/trpc/monitor-view';
import { useLocale } from '@/ui/locale';
import { LocalTime } from '@/ui/time/clock';
import classes from './chart.module.css';
import type { ChartPoint } from './chart-lines';
import { ChartTable } from './chart-table';
import { thinnedWords } from './chart-words';
import type { ChartWindow } from './use-window';

interface ChartFootProps {
  monitor: MonitorView;
  series: Series;
  points: readonly ChartPoint[];
  view: ChartWindow;
  svg: RefObject<SVGSVGElement | null>;
}

/** What the marks mean, the numbers as a table, and the ways to take them along. */
export function ChartFoot({ monitor, series, points, view, svg }: ChartFootProps) {
  const thinned = thinnedWords(series, useLocale());
  const save = async () => {
    const { savePicture } = await import('./save-picture');
    if (svg.current) await savePicture(svg.current, monitor.name);
  };
  return (
    <div className={classes.foot}>
      <Legend series={series} monitor={monitor} />
      {thinned === null ? null : <p className={classes.note}>{thinned}</p>}
      <div className={classes.take}>
        <a href={csvAddress(monitor.id, view.window)} download>
          Download CSV
        </a>
        {points.length > 0 ? (
          <button type="button" onClick={() => void save()}>
            Save as PNG
          </button>
        ) : null}
      </div>
      {points.length > 0 ? <ChartTable points={points} unit={series.unit} /> : null}
    </div>
  );
}

function csvAddress(id: string, window: SeriesWindow): string {
  if (typeof window === 'string') return `/api/history/${id}?window=${window}`;
  return `/api/history/${id}?from=${window.from.toISOString()}&until=${window.until.toISOString()}`;
}

/** Only of the marks that are there. */
function Legend({ series, monitor }: Pick<ChartFootProps, 'series' | 'monitor'>) {
  const { alerts, failures } = series;
  const { trigger, triggerCondition, extractedFact: fact } = monitor;
  const condition = conditionIn(useLocale(), { triggerCondition, fact });
  const failed = failures.reduce((sum, { count }) => sum + count, 0);
  const told = alerts.reduce((sum, { count }) => sum + count, 0);
  const last = failures.at(-1);
  return (
    <ul className={classes.legend}>
      {trigger.kind === 'state' ? <li data-mark="band">{condition}</li> : null}
      {told > 0 ? <li data-mark="alert">{told === 1 ? '1 alert' : `${told} alerts`}</li> : null}
      {last ? (
        <li data-mark="failure">
          <span>
            {failed === 1 ? '1 failed check' : `${failed} failed checks`}, the last:{' '}
            {outcomeWords(last.outcome).short.toLowerCase()}, <LocalTime at={new Date(last.last)} />
          </span>
        </li>
      ) : null}
    </ul>
  );
}
