'use client';

import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import { Group, Select, Skeleton, Text, VisuallyHidden } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { METRIC_TYPES, type MetricType } from '@/domain/admin-stats';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { FormAlert } from '@/ui/form/form-alert';
import { PeriodFields } from '../../_components/period-fields';
import overview from './overview.module.css';
import classes from './statistics.module.css';
import { dayWords, METRIC_WORDS, type StatisticsFields, statsFilterOf } from './statistics-filter';

type Metric = RouterOutputs['admin']['statistics']['metrics'][number];

const METRICS = METRIC_TYPES.map((value) => ({ value, label: METRIC_WORDS[value] }));

/** What there was on each day of a period. */
export function Statistics() {
  const trpc = useTRPC();
  const [fields, setFields] = useState<StatisticsFields>({ from: '', to: '', metricType: null });
  const statistics = useQuery(
    trpc.admin.statistics.queryOptions(statsFilterOf(fields), { placeholderData: keepPreviousData }),
  );
  return (
    <section aria-labelledby="statistics" className={classes.section}>
      <h2 className={overview.title} id="statistics">
        Statistics
      </h2>
      <Fields fields={fields} onChange={(change) => setFields((before) => ({ ...before, ...change }))} />
      <FormAlert message={statistics.isError ? readFailure(statistics.error).message : null} />
      {statistics.isPending ? <Skeleton height={320} radius="lg" /> : null}
      {statistics.data ? (
        <div className={classes.metrics} aria-busy={statistics.isPlaceholderData}>
          {statistics.data.metrics.map((metric) => (
            <Days key={metric.metricType} metric={metric} />
          ))}
        </div>
      ) : null}
    </section>
  );
}

interface FieldsProps {
  fields: StatisticsFields;
  onChange: (change: Partial<StatisticsFields>) => void;
}

function Fields({ fields, onChange }: FieldsProps) {
  return (
    <>
      <Group gap="sm" align="flex-end">
        <PeriodFields period={fields} onChange={onChange} />
        <Select
          label="What"
          placeholder="Everything"
          data={METRICS}
          clearable
          clearButtonProps={{ 'aria-label': 'Everything' }}
          value={fields.metricType}
          onChange={(value) => onChange({ metricType: METRIC_TYPES.find((type) => type === value) ?? null })}
        />
      </Group>
      <Text size="sm" c="dimmed" my="xs">
        The last 30 days unless you choose others. What was deleted since is not counted.
      </Text>
    </>
  );
}

/** One metric: its sum, its days as bars, and the same in words for who does not see them. */
function Days({ metric: { metricType, total, days } }: { metric: Metric }) {
  const name = METRIC_WORDS[metricType satisfies MetricType];
  return (
    <figure className={classes.metric} aria-label={name}>
      <figcaption>
        {name} <strong className="figures">{total.toLocaleString('en')}</strong>
      </figcaption>
      <div aria-hidden="true">
        <BarChart
          h={140}
          data={days.map(({ day, count }) => ({ day, [name]: count }))}
          dataKey="day"
          series={[{ name, color: 'var(--calm)' }]}
          tickLine="none"
          gridAxis="x"
          xAxisProps={{ tickFormatter: dayWords, minTickGap: 40 }}
          yAxisProps={{ allowDecimals: false, width: 40 }}
          tooltipProps={{ labelFormatter: dayWords }}
          barChartProps={{ accessibilityLayer: false }}
          barProps={{ isAnimationActive: false }}
        />
      </div>
      <VisuallyHidden>
        <ul>
          {days
            .filter(({ count }) => count > 0)
            .map(({ day, count }) => (
              <li key={day}>
                {dayWords(day)}: {count.toLocaleString('en')}
              </li>
            ))}
        </ul>
      </VisuallyHidden>
    </figure>
  );
}
