import { formatMoment, type Locale } from '@/domain/written/locales';

/** "22 Nov 2026, 14:41" in the person's zone (IANA name). */
export function formatDateTime(date: Date, timeZone: string, locale?: Locale): string {
  return formatMoment(date, { dateStyle: 'medium', timeStyle: 'short', timeZone }, locale);
}

/** "22 Nov 2026" in the person's zone. */
export function formatDay(date: Date, timeZone: string, locale?: Locale): string {
  return formatMoment(date, { dateStyle: 'medium', timeZone }, locale);
}

/** "01:00" in the person's zone. */
export function formatClock(date: Date, timeZone: string, locale?: Locale): string {
  return formatMoment(date, { timeStyle: 'short', timeZone }, locale);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "1 day", "21 days"; a decimal text counts as well. */
export const counted = (count: number | string, one: string) => `${count} ${one}${Number(count) === 1 ? '' : 's'}`;

const UNITS = [
  { name: 'day', ms: DAY },
  { name: 'hour', ms: HOUR },
  { name: 'minute', ms: MINUTE },
] as const;

/** "3 days", "1 hour": how long, by the greatest unit that it fills; null under a minute. */
export function lengthWords(ms: number): string | null {
  const unit = UNITS.find((one) => ms >= one.ms);
  return unit ? counted(Math.floor(ms / unit.ms), unit.name) : null;
}

/**
 * "just now", "3 minutes ago", "yesterday", "12 days ago" of a moment, both in epoch ms. A future one is "just now".
 */
export function timeAgo(then: number, now: number): string {
  const passed = now - then;
  if (passed < 45_000) return 'just now';
  if (passed < HOUR) return `${counted(Math.max(1, Math.round(passed / MINUTE)), 'minute')} ago`;
  if (passed < DAY) return `${counted(Math.floor(passed / HOUR), 'hour')} ago`;
  if (passed < 2 * DAY) return 'yesterday';
  return `${counted(Math.floor(passed / DAY), 'day')} ago`;
}

/** Whole seconds until a moment (epoch ms), 0 when it is past or not given. */
export function secondsUntil(moment: number | null, now: number): number {
  return moment === null ? 0 : Math.max(0, Math.ceil((moment - now) / 1_000));
}

/** "0:43", "1:05", "2:00:00": how long a countdown still runs. */
export function countdown(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}
