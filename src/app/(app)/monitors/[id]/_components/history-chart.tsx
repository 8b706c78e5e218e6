'use client';

import '@mantine/charts/styles.layer.css';
import { LineChart } from '@mantine/charts';
import { Paper, Text } from '@mantine/core';
import type { Trigger } from '@/domain/trigger/trigger';
import type { FactView } from '@/trpc/monitor-view';
import { useTimeZone } from '@/ui/time/clock';
import { formatClock, formatDateTime, formatDay } from '@/ui/time/time-words';
import { axisNumber, type ChartPoint, chartPoints, thresholds, timeTicks, valueTicks } from './fact-words';

interface DotProps {
  cx?: number | undefined;
  cy?: number | undefined;
  payload?: ChartPoint | undefined;
}

/** Alerts stand out by size and colour. */
function Dot({ cx, cy, payload }: DotProps) {
  if (cx === undefined || cy === undefined || payload === undefined) return null;
  const { at, alert } = payload;
  return (
    <circle
      key={at}
      cx={cx}
      cy={cy}
      r={alert ? 6 : 3}
      fill={alert ? 'var(--attention)' : 'var(--calm)'}
      stroke="var(--surface-card)"
      strokeWidth={alert ? 2 : 1}
    />
  );
}

function Tip({ point, timeZone }: { point: ChartPoint | undefined; timeZone: string }) {
  if (!point) return null;
  return (
    <Paper withBorder shadow="sm" px="sm" py={6} radius="md">
      <Text size="sm" fw={600}>
        {point.words}
        {point.alert ? ' · alert' : ''}
      </Text>
      <Text size="xs" c="dimmed">
        {formatDateTime(new Date(point.at), timeZone)}
      </Text>
    </Paper>
  );
}

const DAY_MS = 86_400_000;

interface HistoryChartProps {
  /** Newest first. */
  facts: readonly FactView[];
  trigger: Trigger;
  height: number;
}

/**
 * Numbers over true time, alerts marked, the trigger's limits as dashed lines. Hidden from screen readers and the
 * keyboard: the table below says the same in words.
 */
export function HistoryChart({ facts, trigger, height }: HistoryChartProps) {
  const timeZone = useTimeZone();
  const points = chartPoints(facts);
  const lines = thresholds(trigger);
  const rounds = valueTicks(points, lines);
  const unit = facts.find(({ value }) => value?.type === 'number')?.value;
  const span = (points.at(-1)?.at ?? 0) - (points[0]?.at ?? 0);
  const tick = (at: number) => (span > DAY_MS ? formatDay : formatClock)(new Date(at), timeZone);
  const number = (value: number) => axisNumber(value, unit?.type === 'number' ? unit.unit : null);
  return (
    <div aria-hidden="true">
      <LineChart
        h={height}
        mb="lg"
        data={points as unknown as Record<string, unknown>[]}
        dataKey="at"
        series={[{ name: 'value', color: 'var(--calm)' }]}
        curveType="stepAfter"
        strokeWidth={2}
        gridAxis="x"
        tickLine="none"
        withLegend={false}
        lineChartProps={{ accessibilityLayer: false, margin: { top: 8, right: 4 } }}
        referenceLines={lines.map((y) => ({ y, color: 'var(--attention)', strokeDasharray: '4 4', label: number(y) }))}
        xAxisProps={{
          type: 'number',
          scale: 'time',
          domain: ['dataMin', 'dataMax'],
          tickFormatter: tick,
          ticks: timeTicks(points, tick),
          padding: { left: 12, right: 12 },
        }}
        yAxisProps={{ domain: [rounds[0] ?? 0, rounds.at(-1) ?? 0], ticks: rounds, tickFormatter: number, width: 64 }}
        lineProps={{ dot: Dot, activeDot: false, isAnimationActive: false }}
        tooltipAnimationDuration={0}
        tooltipProps={{
          content: ({ payload }) => <Tip point={payload?.[0]?.payload as ChartPoint | undefined} timeZone={timeZone} />,
        }}
      />
    </div>
  );
}
