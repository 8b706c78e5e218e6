'use client';

import { Skeleton, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { Series } from '@/domain/series';
import { readFailure, useTRPC } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { useLocale } from '@/ui/locale';
import { useTimeZone } from '@/ui/time/clock';
import classes from './chart.module.css';
import { ChartFoot } from './chart-foot';
import { chartPoints } from './chart-lines';
import { summaryWords } from './chart-words';
import { Plot } from './plot';
import type { ChartWindow } from './use-window';

interface SeriesChartProps {
  monitor: MonitorView;
  view: ChartWindow;
}

/** Numbers over true time, with what would be told, what was told, and what failed. */
export function SeriesChart({ monitor, view }: SeriesChartProps) {
  const trpc = useTRPC();
  const { data, error, isPending } = useQuery(
    trpc.history.series.queryOptions({ id: monitor.id, window: view.window }, { placeholderData: keepPreviousData }),
  );
  if (error) return <Text size="sm">{readFailure(error).message}</Text>;
  if (isPending) return <Skeleton className={classes.place} radius="md" />;
  if (data === null || data === undefined) {
    return (
      <Text size="sm" c="dimmed">
        Every check that reads a number adds a point here.
      </Text>
    );
  }
  return <Drawn series={data} monitor={monitor} view={view} />;
}

function Drawn({ series, monitor, view }: SeriesChartProps & { series: Series }) {
  const reading = { timeZone: useTimeZone(), locale: useLocale() };
  const points = useMemo(() => chartPoints(series), [series]);
  const svg = useRef<SVGSVGElement>(null);
  const isEmpty = points.length === 0 && series.failures.length === 0 && series.before === null;
  return (
    <>
      {isEmpty ? (
        <p className={`${classes.place} ${classes.empty}`}>Nothing was read in this time. Look further back.</p>
      ) : (
        <Plot
          svgRef={svg}
          series={series}
          points={points}
          trigger={monitor.trigger}
          reading={reading}
          label={`${monitor.extractedFact}. ${summaryWords(points, series.unit, reading.locale)}`}
          zoomTo={view.zoomTo}
          reset={view.isZoomed ? view.reset : null}
        />
      )}
      <ChartFoot monitor={monitor} series={series} points={points} view={view} svg={svg} />
    </>
  );
}
