'use client';

import '@mantine/charts/styles.layer.css';
import { LineChart as MantineLineChart } from '@mantine/charts';
import { Paper, Text } from '@mantine/core';
import { axisTicks, axisWords, type ChartRow, figureWords, loneMoments, shareTicks, type Unit } from './figure-words';

interface ChartLine {
  name: string;
  label: string;
}

interface LineChartProps {
  rows: readonly ChartRow[];
  /** The second is dashed. */
  lines: readonly ChartLine[];
  unit: Unit;
  ticks: number[];
  /** Below the chart; `tipWords` when somebody points at a moment. */
  momentWords: (at: number) => string;
  tipWords: (at: number) => string;
  /** Bounds, named at the line. */
  bounds?: readonly { value: number; label: string }[] | undefined;
}

const CHART_HEIGHT = 200;
const COLORS = ['var(--calm)', 'var(--attention)'];

/**
 * Lines over true time. What nobody saw is a gap: no line is drawn across it. Hidden from screen readers and the
 * keyboard: a table beside it says the same.
 */
export function LineChart({ rows, lines, unit, ticks, momentWords, tipWords, bounds = [] }: LineChartProps) {
  const names = lines.map(({ name }) => name);
  const marks =
    (unit === 'share' ? shareTicks(rows, names) : null) ??
    axisTicks(
      rows,
      names,
      bounds.map(({ value }) => value),
    );
  const lone = new Map(names.map((name) => [name, loneMoments(rows, name)]));
  return (
    <div aria-hidden="true">
      <MantineLineChart
        h={CHART_HEIGHT}
        data={rows as unknown as Record<string, unknown>[]}
        dataKey="at"
        series={lines.map(({ name, label }, index) => ({
          ...{ name, label, color: COLORS[index] ?? 'gray' },
          ...(index > 0 ? { strokeDasharray: '5 4' } : {}),
        }))}
        curveType="linear"
        connectNulls={false}
        strokeWidth={2}
        gridAxis="x"
        tickLine="none"
        withLegend={lines.length > 1}
        lineChartProps={{ accessibilityLayer: false, margin: { top: 16, right: 8 } }}
        referenceLines={bounds.map(({ value, label }) => ({
          ...{ y: value, label, color: 'var(--mantine-color-dimmed)', strokeDasharray: '2 4' },
        }))}
        xAxisProps={{
          type: 'number',
          scale: 'time',
          domain: ['dataMin', 'dataMax'],
          ticks,
          tickFormatter: momentWords,
        }}
        yAxisProps={{
          ...{ domain: [marks[0] ?? 0, marks.at(-1) ?? 1], ticks: marks, width: 64 },
          tickFormatter: (value: number) => axisWords(value, unit),
        }}
        lineProps={({ name, color }) => ({
          ...{ isAnimationActive: false, activeDot: false },
          dot: ({ cx, cy, payload }: Dot) => (
            <LoneDot
              key={payload?.at}
              at={{ cx, cy }}
              color={color ?? 'gray'}
              shown={lone.get(name)?.has(payload?.at ?? 0)}
            />
          ),
        })}
        tooltipAnimationDuration={0}
        tooltipProps={{
          content: ({ payload }) => <Tip row={payload?.[0]?.payload} lines={lines} unit={unit} words={tipWords} />,
        }}
      />
    </div>
  );
}

interface Dot {
  cx?: number | undefined;
  cy?: number | undefined;
  payload?: ChartRow | undefined;
}

/** One figure alone between two gaps, which no line could show. */
function LoneDot({ at, color, shown }: { at: Pick<Dot, 'cx' | 'cy'>; color: string; shown: boolean | undefined }) {
  return shown && at.cx !== undefined && at.cy !== undefined ? (
    <circle cx={at.cx} cy={at.cy} r={2} fill={color} />
  ) : null;
}

interface TipProps {
  row: ChartRow | undefined;
  lines: readonly ChartLine[];
  unit: Unit;
  words: (at: number) => string;
}

function Tip({ row, lines, unit, words }: TipProps) {
  if (!row) return null;
  return (
    <Paper withBorder shadow="sm" px="sm" py={6} radius="md">
      {lines.map(({ name, label }) => (
        <Text key={name} size="sm" fw={600}>
          {lines.length > 1 ? `${label}: ` : ''}
          {figureWords(row[name] ?? null, unit)}
        </Text>
      ))}
      <Text size="xs" c="dimmed">
        {words(row.at)}
      </Text>
    </Paper>
  );
}
