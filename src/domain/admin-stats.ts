import { z } from 'zod';
import { DomainError } from './errors';

/** What the plan's statistics count by day: accounts opened, monitors made, checks asked for, emails sent. */
export const METRIC_TYPES = ['users', 'monitors', 'evaluations', 'emails'] as const;
export type MetricType = (typeof METRIC_TYPES)[number];

const DAY_MS = 86_400_000;
const MOST_DAYS = 366;
const USUAL_DAYS = 30;
const EARLIEST = Date.parse('2000-01-01T00:00:00Z');

const moment = (name: string) =>
  z.iso
    .datetime(`${name} must be a time in UTC, for example 2026-11-30T00:00:00Z.`)
    .refine((text) => Date.parse(text) >= EARLIEST, `${name} must not be before the year 2000.`);

/** The plan's AdminStatsFilter. */
export const AdminStatsFilter = z.strictObject({
  startDate: moment('startDate').optional(),
  endDate: moment('endDate').optional(),
  metricType: z.enum(METRIC_TYPES, `metricType must be one of ${METRIC_TYPES.join(', ')}.`).optional(),
});
export type AdminStatsFilter = z.infer<typeof AdminStatsFilter>;

/** From `start` on, and before `end`. */
export interface Period {
  start: Date;
  end: Date;
}

/**
 * The period that a filter means: with no end until now, with no beginning the 30 days before its end.
 * @throws DomainError `invalid` / `bad_period` where it ends before it begins, or is longer than a year.
 */
export function periodOf({ startDate, endDate }: AdminStatsFilter, now: Date): Period {
  const end = endDate === undefined ? now : new Date(endDate);
  const start = startDate === undefined ? new Date(end.getTime() - USUAL_DAYS * DAY_MS) : new Date(startDate);
  const days = (end.getTime() - start.getTime()) / DAY_MS;
  if (days <= 0) throw badPeriod('startDate must be before endDate, which is now where it is left out.');
  if (days > MOST_DAYS) throw badPeriod(`At most ${MOST_DAYS} days can be asked for at once: send a later startDate.`);
  return { start, end };
}

function badPeriod(message: string): DomainError {
  return new DomainError('invalid', 'bad_period', message, { fields: { startDate: [message] } });
}

/** The UTC days that a period touches, "2026-11-30", oldest first. */
export function daysOf({ start, end }: Period): string[] {
  const days: string[] = [];
  for (let at = Math.floor(start.getTime() / DAY_MS) * DAY_MS; at < end.getTime(); at += DAY_MS)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
