'use client';

import { SegmentedControl, Skeleton, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MetricPoint, MetricRange } from '@/domain/system/metric-points';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { TextLink } from '@/ui/shell/link-button';
import { useTimeZone } from '@/ui/time/clock';
import { FIGURE_GROUPS, type FigureChart } from './figure-groups';
import { FigureTable } from './figure-table';
import { chartRows, figureWords, gapWords, latestOf, momentTicks, momentWords, rowWords } from './figure-words';
import { LazyChart } from './lazy-chart';
import classes from './system.module.css';

const LOOK_AGAIN_MS = 60_000;
const RANGES: { value: MetricRange; label: string }[] = [
  { value: '24h', label: '24 hours' },
  { value: '7d', label: '7 days' },
  { value: '30d', label: '30 days' },
  { value: '90d', label: '90 days' },
];

/** Every figure that is kept, over a range that is chosen. */
export function Figures() {
  const trpc = useTRPC();
  const [range, setRange] = useState<MetricRange>('24h');
  const list = useQuery(
    trpc.admin.system.metrics.queryOptions(
      { range },
      { refetchInterval: LOOK_AGAIN_MS, placeholderData: keepPreviousData },
    ),
  );
  // Until the new ones are there, the old ones are drawn as what they are.
  const [drawn, setDrawn] = useState(range);
  if (!list.isPlaceholderData && drawn !== range) setDrawn(range);
  const gaps = list.data ? gapWords(list.data, drawn) : null;
  return (
    <>
      <SegmentedControl
        aria-label="How far back"
        mb="md"
        data={RANGES}
        value={range}
        onChange={(value) => setRange(value as MetricRange)}
      />
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {gaps ? (
        <Text size="sm" c="dimmed" mb="md" role="status">
          {gaps}
        </Text>
      ) : null}
      {list.isPending ? <Skeleton height={400} radius="lg" /> : null}
      {list.data ? <Groups points={list.data} range={drawn} /> : null}
    </>
  );
}

interface GroupsProps {
  points: readonly MetricPoint[];
  range: MetricRange;
}

function Groups({ points, range }: GroupsProps) {
  const timeZone = useTimeZone();
  return FIGURE_GROUPS.map(({ title, link, charts }) => {
    const id = title.toLowerCase().replaceAll(' ', '-');
    const series = charts.flatMap((chart) => chart.series.map((one) => ({ ...one, chart })));
    return (
      <section key={title} aria-labelledby={id}>
        <h2 className={classes.title} id={id}>
          {title}
        </h2>
        <div className={classes.charts}>
          {charts.map((chart) => (
            <Chart key={chart.title} chart={chart} points={points} range={range} />
          ))}
        </div>
        <FigureTable
          of="From"
          columns={series.map(({ label, chart }) =>
            chart.series.length > 1 ? `${chart.title}: ${label}` : chart.title,
          )}
          rows={() =>
            points.map((point) => [
              rowWords(point.at.getTime(), timeZone),
              ...series.map(({ name, chart }) => figureWords(point[name], chart.unit)),
            ])
          }
        >
          {title} as a table
        </FigureTable>
        {link ? (
          <TextLink href={link.href} size="sm">
            {link.label}
          </TextLink>
        ) : null}
      </section>
    );
  });
}

function Chart({ chart: { title, unit, series }, points, range }: GroupsProps & { chart: FigureChart }) {
  const timeZone = useTimeZone();
  const names = series.map(({ name }) => name);
  const rows = chartRows(points, names);
  const latest = series.flatMap(({ name, label }) => {
    const one = latestOf(rows, name);
    return one ? [`${series.length > 1 ? `${label} ` : ''}${figureWords(one.value, unit)}`] : [];
  });
  return (
    <div className={classes.chart}>
      <h3>{title}</h3>
      <p className={classes.latest}>{latest.length > 0 ? `Last: ${latest.join(' · ')}` : 'Nothing was seen.'}</p>
      {latest.length > 0 ? (
        <LazyChart
          rows={rows}
          lines={series}
          unit={unit}
          ticks={momentTicks(rows, range)}
          momentWords={(at) => momentWords(at, range, timeZone)}
          tipWords={(at) => rowWords(at, timeZone)}
        />
      ) : null}
    </div>
  );
}
