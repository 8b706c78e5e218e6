import type { Series } from '@/domain/series';
import { formatNumber } from '@/domain/value/value-format';
import { formatMoment, intlLocales, type Locale, plainSigns } from '@/domain/written/locales';
import { formatClock, formatDateTime } from '@/ui/time/time-words';
import type { ChartPoint } from './chart-lines';

const DAY_MS = 86_400_000;

/** Where and how a person reads times and numbers. */
export interface ChartReading {
  timeZone: string;
  locale: Locale;
}

/** "14:00" within a day or two, "22 Nov" beyond it, in the person's zone. */
export function tickWords(at: number, spanMs: number, { timeZone, locale }: ChartReading): string {
  if (spanMs <= 2 * DAY_MS) return formatClock(new Date(at), timeZone, locale);
  return formatMoment(new Date(at), { day: 'numeric', month: 'short', timeZone }, locale);
}

/** "$279.00, 22 Nov 2026, 14:41, alert": a point as it is read out. */
export function pointWords(point: ChartPoint, unit: string | null, { timeZone, locale }: ChartReading): string {
  const alert = point.alerts === 0 ? '' : point.alerts === 1 ? ', alert' : `, ${point.alerts} alerts around it`;
  const at = formatDateTime(new Date(point.at), timeZone, locale);
  return `${formatNumber(point.decimal, unit, { locale })}, ${at}${alert}`;
}

const STEPS = [
  { name: 'day', ms: DAY_MS },
  { name: 'hour', ms: 3_600_000 },
  { name: 'minute', ms: 60_000 },
] as const;

/** What was put together; null where every reading has its point. */
export function thinnedWords(
  { count, points, stepMs }: Pick<Series, 'count' | 'points' | 'stepMs'>,
  locale: Locale,
): string | null {
  if (count <= points.length) return null;
  const unit = STEPS.find(({ ms }) => stepMs % ms === 0) ?? STEPS[2];
  const size = Math.round(stepMs / unit.ms);
  const each = size === 1 ? `each ${unit.name}` : `every ${size} ${unit.name}s`;
  const all = plainSigns(new Intl.NumberFormat(intlLocales(locale).numbers).format(count));
  return `${all} readings: of ${each} the lowest, the highest and the last are drawn.`;
}

/** What a chart shows, for those who do not see it. */
export function summaryWords(points: readonly ChartPoint[], unit: string | null, locale: Locale): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return 'No number was read in this time.';
  const low = points.reduce((least, point) => (point.value < least.value ? point : least), first);
  const high = points.reduce((most, point) => (point.value > most.value ? point : most), first);
  const words = ({ decimal }: ChartPoint) => formatNumber(decimal, unit, { locale });
  return `From ${words(first)} to ${words(last)}, lowest ${words(low)}, highest ${words(high)}.`;
}
