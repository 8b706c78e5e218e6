import type { AdminStatsFilter, MetricType } from '@/domain/admin-stats';
import { formatDay } from '@/ui/time/time-words';

const DAY_MS = 24 * 60 * 60_000;

/** What is counted, in words. */
export const METRIC_WORDS: Record<MetricType, string> = {
  users: 'Accounts opened',
  monitors: 'Monitors made',
  evaluations: 'Checks',
  emails: 'Emails sent',
};

/** What stands in the fields of the statistics. Days are those of UTC, "2026-11-30"; empty for the last 30. */
export interface StatisticsFields {
  from: string;
  to: string;
  metricType: MetricType | null;
}

/** The filter that the fields mean, the last day whole; what is no day counts for nothing. */
export function statsFilterOf({ from, to, metricType }: StatisticsFields): AdminStatsFilter {
  const first = Date.parse(from);
  const last = Date.parse(to);
  return {
    ...(Number.isNaN(first) ? {} : { startDate: new Date(first).toISOString() }),
    ...(Number.isNaN(last) ? {} : { endDate: new Date(last + DAY_MS).toISOString() }),
    ...(metricType ? { metricType } : {}),
  };
}

/** "30 Nov 2026" of a UTC day; empty where the chart has none: it asks for a label before anything is pointed at. */
export function dayWords(day: unknown): string {
  const at = new Date(`${String(day)}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? '' : formatDay(at, 'UTC');
}
