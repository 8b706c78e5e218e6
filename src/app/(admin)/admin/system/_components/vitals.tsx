'use client';

import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { WEB_VITAL_BOUNDS } from '@/domain/web-vital-bounds';
import { WEB_VITALS, type WebVital } from '@/domain/web-vitals';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { useClock } from '@/ui/time/clock';
import { FigureTable } from './figure-table';
import type { ChartRow } from './figure-words';
import { LazyChart } from './lazy-chart';
import { dayTicks, dayWords } from './storage-words';
import classes from './system.module.css';
import { boundsWords, unitOf, VITAL_NAMES, type VitalDay, vitalRows, vitalWords } from './vital-words';

/** How fast pages were in people's browsers, by day. */
export function Vitals({ days }: { days: number }) {
  const trpc = useTRPC();
  const list = useQuery(trpc.admin.webVitals.queryOptions({ days }));
  const today = useClock((now) => new Date(now).toISOString().slice(0, 10));
  if (list.isPending) return <Skeleton height={400} radius="lg" />;
  const told = list.data ?? [];
  const rows = vitalRows(told, today, days);
  return (
    <>
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.data?.length === 0 ? (
        <Text c="dimmed" role="status">
          No page has told how fast it was in {days} days.
        </Text>
      ) : null}
      {told.length > 0 ? (
        <>
          <div className={classes.charts}>
            {WEB_VITALS.map((name) => (
              <Vital key={name} name={name} rows={rows} told={told} />
            ))}
          </div>
          <Days told={told} />
        </>
      ) : null}
    </>
  );
}

function Vital({ name, rows, told }: { name: WebVital; rows: ChartRow[]; told: readonly VitalDay[] }) {
  const { good, needsImprovement } = WEB_VITAL_BOUNDS[name];
  const latest = told.find((day) => day.name === name);
  return (
    <div className={classes.chart}>
      <h2>{VITAL_NAMES[name]}</h2>
      <p className={classes.latest}>
        {latest ? `${dayWords(Date.parse(latest.day))}: ${vitalWords(name, latest)}. ` : 'Nothing was told. '}
        {boundsWords(name)}
      </p>
      {latest ? (
        <LazyChart
          rows={rows}
          lines={[{ name, label: name }]}
          unit={unitOf(name)}
          ticks={dayTicks(rows)}
          momentWords={dayWords}
          tipWords={dayWords}
          bounds={[
            { value: good, label: 'good' },
            { value: needsImprovement, label: 'needs improvement' },
          ]}
        />
      ) : null}
    </div>
  );
}

function Days({ told }: { told: readonly VitalDay[] }) {
  return (
    <FigureTable
      of="UTC day"
      columns={[...WEB_VITALS]}
      rows={() =>
        [...Map.groupBy(told, ({ day }) => day)].map(([day, own]) => [
          dayWords(Date.parse(day)),
          ...WEB_VITALS.map((name) =>
            vitalWords(
              name,
              own.find((one) => one.name === name),
            ),
          ),
        ])
      }
    >
      Every day as a table
    </FigureTable>
  );
}
