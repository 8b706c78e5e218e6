'use client';

import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import { Paper, Text } from '@mantine/core';
import { formatDay } from '@/ui/time/time-words';
import { callWords, type SpendView, usdWords } from './spend-words';

type Day = SpendView['days'][number];

const dayWords = (day: string) => formatDay(new Date(`${day}T00:00:00Z`), 'UTC');

function Tip({ day }: { day: Day | undefined }) {
  if (!day) return null;
  return (
    <Paper withBorder shadow="sm" px="sm" py={6} radius="md">
      <Text size="sm" fw={600}>
        {usdWords(day.usd)}
      </Text>
      <Text size="xs" c="dimmed">
        {dayWords(day.day)} · {callWords(day.calls)}
      </Text>
    </Paper>
  );
}

/** US dollars of each day. Hidden from screen readers and the keyboard: the table of days says the same in words. */
export function SpendChart({ days, height }: { days: SpendView['days']; height: number }) {
  return (
    <div aria-hidden="true">
      <BarChart
        h={height}
        data={days.map((day) => ({ ...day, usd: Number(day.usd), of: day }))}
        dataKey="day"
        series={[{ name: 'usd', color: 'var(--calm)' }]}
        gridAxis="x"
        tickLine="none"
        withLegend={false}
        barChartProps={{ accessibilityLayer: false, margin: { top: 8, right: 4 } }}
        barProps={{ isAnimationActive: false, maxBarSize: 28 }}
        xAxisProps={{ tickFormatter: (day: string) => dayWords(day).replace(/ \d{4}$/, ''), minTickGap: 24 }}
        yAxisProps={{ tickFormatter: (usd: number) => usdWords(String(usd)), width: 72 }}
        tooltipAnimationDuration={0}
        tooltipProps={{
          content: ({ payload }) => <Tip day={(payload?.[0]?.payload as { of: Day } | undefined)?.of} />,
        }}
      />
    </div>
  );
}
