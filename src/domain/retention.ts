import { type Month, monthOf, spanOf } from './month';

const DAY_MS = 24 * 60 * 60_000;

/** What raised an alert, and the alert, are kept a year at least, however short the retention. */
const ALERTS_KEPT_DAYS = 365;
/** So long before the first day of a month leaves, its people are told. */
const TOLD_BEFORE_DAYS = 30;
/** Archives are of whole months: where rows leave before their month is over, there are none. */
const LEAST_DAYS_TO_ARCHIVE = 32;

/** What has had its time, for a retention in days. */
export interface Bounds {
  now: Date;
  days: number;
  /** History from before this leaves. */
  before: Date;
  /** And what raised an alert from before this. */
  alertsBefore: Date;
}

export function boundsOf(now: Date, days: number): Bounds {
  const ago = (count: number) => new Date(now.getTime() - count * DAY_MS);
  return { now, days, before: ago(days), alertsBefore: ago(Math.max(days, ALERTS_KEPT_DAYS)) };
}

/** Whether months are archived before they leave, where there is a place for them. */
export function areArchived(days: number): boolean {
  return days >= LEAST_DAYS_TO_ARCHIVE;
}

/** The day on which the first rows of a month leave; those of its other days follow, each a day later. */
export function leavesOn(month: Month, days: number): Date {
  return new Date(spanOf(month).from.getTime() + days * DAY_MS);
}

/** The months whose people are to be told now: what they hold begins to leave within thirty days, and has not yet. */
export function monthsToTellOf({ now, days, before }: Pick<Bounds, 'now' | 'days' | 'before'>): Month[] {
  const until = new Date(before.getTime() + TOLD_BEFORE_DAYS * DAY_MS);
  const months = [...new Set([monthOf(before), monthOf(until)])];
  return months.filter((month) => {
    const leaves = leavesOn(month, days).getTime();
    return leaves > now.getTime() && leaves - TOLD_BEFORE_DAYS * DAY_MS <= now.getTime();
  });
}

/** Before when a month must have ended for its archive to have had its time as well. */
export function archivesBefore({ before }: Pick<Bounds, 'before'>, keptDays: number): Date {
  return new Date(before.getTime() - keptDays * DAY_MS);
}
