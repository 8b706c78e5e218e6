import type { Storage } from '@/domain/system/storage';
import { formatDay } from '@/ui/time/time-words';
import { bytesWords, type ChartRow } from './figure-words';

/** "12 MB a day", "no growth"; of too few days what is missing. */
export function growthWords(bytesPerDay: number | null): string {
  if (bytesPerDay === null) return 'After 3 days';
  if (Math.abs(bytesPerDay) < 1_000) return 'None';
  return `${bytesWords(bytesPerDay)} a day`;
}

/** "120 days", "reached"; what stands in the way of telling. */
export function leftWords({
  limitBytes,
  daysLeft,
  bytesPerDay,
}: Pick<Storage, 'limitBytes' | 'daysLeft' | 'bytesPerDay'>) {
  if (limitBytes === null) return 'Not set';
  if (daysLeft === 0) return 'Reached';
  if (daysLeft === null) return bytesPerDay === null ? 'After 3 days' : 'Does not grow';
  if (daysLeft >= 3_650) return 'Over 10 years';
  return `${daysLeft.toLocaleString('en')} ${daysLeft === 1 ? 'day' : 'days'}`;
}

export function storageRows(days: Storage['days']): ChartRow[] {
  return days.map(({ day, bytes, pictureBytes }) => ({ at: Date.parse(day), bytes, pictureBytes }));
}

/** Each tenth day, of long times each thirtieth; the last one among them. */
export function dayTicks(rows: readonly ChartRow[]): number[] {
  return rows.map(({ at }) => at).filter((_, index) => (rows.length - 1 - index) % (rows.length > 40 ? 30 : 10) === 0);
}

export const dayWords = (at: number) => formatDay(new Date(at), 'UTC');
