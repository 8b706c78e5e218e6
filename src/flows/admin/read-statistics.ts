import { countByDay } from '@/db/admin/statistics-by-day';
import { type AdminStatsFilter, daysOf, METRIC_TYPES, type MetricType, periodOf } from '@/domain/admin-stats';
import type { Deps } from '../deps';

interface MetricByDay {
  metricType: MetricType;
  total: number;
  /** Every UTC day of the period, oldest first; the first and last may be parts of one. */
  days: { day: string; count: number }[];
}

export interface PeriodStatistics {
  startDate: Date;
  endDate: Date;
  metrics: MetricByDay[];
}

/** What there was on each day of a period: of one metric, or of all. @throws DomainError as `periodOf` does. */
export async function readStatistics(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  filter: AdminStatsFilter,
): Promise<PeriodStatistics> {
  const period = periodOf(filter, now());
  const days = daysOf(period);
  const asked = filter.metricType ? [filter.metricType] : METRIC_TYPES;
  const metrics = await Promise.all(
    asked.map(async (metricType): Promise<MetricByDay> => {
      const counts = new Map((await countByDay(db, metricType, period)).map(({ day, count }) => [day, count]));
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      return { metricType, total, days: days.map((day) => ({ day, count: counts.get(day) ?? 0 })) };
    }),
  );
  return { startDate: period.start, endDate: period.end, metrics };
}
