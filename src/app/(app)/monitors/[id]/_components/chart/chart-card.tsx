'use client';

import { Card, Skeleton } from '@mantine/core';
import dynamic from 'next/dynamic';
import type { MonitorView } from '@/trpc/monitor-view';
import { useClock } from '@/ui/time/clock';
import detail from '../monitor-detail.module.css';
import classes from './chart.module.css';
import { RangePicker } from './range-picker';
import { firstRange, useWindow } from './use-window';

/** What is drawn comes after the rest of the page's scripts, into a place that is kept for it. */
const loading = () => <Skeleton className={classes.place} radius="md" />;
const SeriesChart = dynamic(() => import('./series-chart').then((module) => module.SeriesChart), {
  ssr: false,
  loading,
});
const Timeline = dynamic(() => import('./timeline').then((module) => module.Timeline), { ssr: false, loading });

/** How the value went: numbers as a line, anything else as what it became and when. */
export function ChartCard({ monitor }: { monitor: MonitorView }) {
  const first = useClock((now) => firstRange(monitor.createdAt, now));
  const view = useWindow(first);
  return (
    <Card component="section" aria-labelledby="over-time">
      <div className={classes.head}>
        <h2 className={detail.cardTitle} id="over-time">
          Over time
        </h2>
        <RangePicker range={view.range} isZoomed={view.isZoomed} choose={view.choose} />
      </div>
      {monitor.factType === 'number' ? (
        <SeriesChart monitor={monitor} view={view} />
      ) : (
        <Timeline monitor={monitor} view={view} />
      )}
    </Card>
  );
}
