import { METRIC_RANGES, type Metric, type MetricPoint, type MetricRange } from '@/domain/system/metric-points';
import { formatClock, formatDateTime } from '@/ui/time/time-words';

/** How a figure is written. */
export type Unit = 'count' | 'perMinute' | 'share' | 'ms' | 'seconds' | 'usd' | 'bytes' | 'shift';

const number = (digits: number) => new Intl.NumberFormat('en', { maximumFractionDigits: digits });
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** "1,204", "12.3 a minute", "99.5 %", "240 ms", "3.2 s", "$4.10", "1.2 GB"; "–" of what nobody saw. */
export function figureWords(value: number | null, unit: Unit): string {
  if (value === null) return '–';
  if (unit === 'share') return `${number(1).format(value * 100)} %`;
  if (unit === 'ms') return value < 1_000 ? `${number(0).format(value)} ms` : `${number(1).format(value / 1_000)} s`;
  if (unit === 'seconds') return spanWords(value * 1_000);
  if (unit === 'usd') return `$${value.toFixed(2)}`;
  if (unit === 'bytes') return bytesWords(value);
  if (unit === 'perMinute') return `${number(1).format(value)} a minute`;
  if (unit === 'shift') return number(3).format(value);
  return number(0).format(value);
}

/** As on an axis: short. */
export function axisWords(value: number, unit: Unit): string {
  return unit === 'count' || unit === 'perMinute' ? compact.format(value) : figureWords(value, unit);
}

/** "512 kB", "1.2 GB" by thousands; a loss with its sign. */
export function bytesWords(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, Math.abs(bytes))) / 3));
  return `${number(power > 1 ? 1 : 0).format(bytes / 1_000 ** power)} ${units[power]}`;
}

/** "45 s", "12 min", "3 h 20 min", "5 d 4 h". */
export function spanWords(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours < 48) return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  const left = hours % 24;
  return left === 0 ? `${Math.floor(hours / 24)} d` : `${Math.floor(hours / 24)} d ${left} h`;
}

/** What a chart is drawn from: one row a moment, null where nobody saw anything. */
export interface ChartRow {
  at: number;
  [series: string]: number | null;
}

export function chartRows(points: readonly MetricPoint[], metrics: readonly Metric[]): ChartRow[] {
  return points.map((point) => ({
    at: point.at.getTime(),
    ...Object.fromEntries(metrics.map((metric) => [metric, point[metric]])),
  }));
}

/** Moments of a series with nothing before and after: a line cannot show them, so that they need a dot. */
export function loneMoments(rows: readonly ChartRow[], series: string): Set<number> {
  const has = (index: number) => typeof rows[index]?.[series] === 'number';
  return new Set(rows.flatMap(({ at }, index) => (has(index) && !has(index - 1) && !has(index + 1) ? [at] : [])));
}

/** The latest value of a series and its moment; null where there is none. */
export function latestOf(rows: readonly ChartRow[], series: string): { at: number; value: number } | null {
  const row = rows.findLast((one) => typeof one[series] === 'number');
  const value = row?.[series];
  return row && typeof value === 'number' ? { at: row.at, value } : null;
}

/** Marks of shares that are all near one: from the twentieth below them, or what differs would not be seen. */
export function shareTicks(rows: readonly ChartRow[], series: readonly string[]): number[] | null {
  const values = rows.flatMap((row) => series.flatMap((name) => row[name] ?? []));
  const low = Math.min(0.95, Math.floor(Math.min(...values) * 20) / 20);
  return values.length === 0 || low < 0.8 ? null : [low, (low + 1) / 2, 1].map((mark) => Number(mark.toFixed(3)));
}

/** Round marks of an axis that begins at 0 and holds all values and bounds. */
export function axisTicks(rows: readonly ChartRow[], series: readonly string[], lines: readonly number[]): number[] {
  const values = rows.flatMap((row) => series.map((name) => row[name] ?? 0));
  const high = Math.max(0, ...values, ...lines);
  if (high === 0) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(high / 3));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= high / 3) ?? 10);
  const count = Math.ceil(Number((high / step).toPrecision(12)));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

const HOUR_MS = 3_600_000;
const APART: Record<MetricRange, number> = { '24h': 6, '7d': 48, '30d': 24 * 7, '90d': 24 * 30 };

/** Moments with a label below the chart: round ones of UTC, so that they stay where they are as time goes on. */
export function momentTicks(rows: readonly ChartRow[], range: MetricRange): number[] {
  return rows.map(({ at }) => at).filter((at) => at % (APART[range] * HOUR_MS) === 0);
}

export function momentWords(at: number, range: MetricRange, timeZone: string): string {
  const date = new Date(at);
  if (range === '24h') return formatClock(date, timeZone);
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone }).format(date);
}

/** What a row of the table stands for: "22 Nov 2026, 14:00", the beginning of its step. */
export const rowWords = (at: number, timeZone: string) => formatDateTime(new Date(at), timeZone);

/** "No figures for 4 h in 2 stretches."; null where there is no gap. Before the first figure nothing is missing. */
export function gapWords(points: readonly MetricPoint[], range: MetricRange): string | null {
  const seen = points.map(({ totalUsers, requestsPerMinute }) => totalUsers !== null || requestsPerMinute !== null);
  const from = seen.indexOf(true);
  if (from < 0) return null;
  const missing = seen.slice(from).map((one) => !one);
  // The step that has just begun may be nobody's yet.
  if (missing.at(-1)) missing.pop();
  const steps = missing.filter(Boolean).length;
  if (steps === 0) return null;
  const stretches = missing.filter((gap, index) => gap && !missing[index - 1]).length;
  const words = stretches === 1 ? 'one stretch' : `${stretches} stretches`;
  return `No figures for ${spanWords(steps * METRIC_RANGES[range].stepMs)} in ${words}: nothing of ours was running.`;
}
