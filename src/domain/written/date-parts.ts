import type { ParseHint } from './hint';
import { languageOf, statedRegion } from './hint';

/** A calendar day as written; the year may be missing. */
export interface WrittenDay {
  year: number | null;
  month: number;
  day: number;
}

/** Countries that write the month first in 01/02/2026. */
const MONTH_FIRST = new Set(['US', 'PH', 'CA', 'PR', 'GU', 'PW', 'FM', 'MH']);

/** Languages that write the year, then the month, then the day: the month stands first where the year is last, too. */
export const YEAR_FIRST = new Set(['ja', 'zh', 'ko']);

/** Whether 01/02/2026 is the second of January: by country; English that names no country is read as American. */
export function writesMonthFirst(hint: ParseHint): boolean {
  const region = statedRegion(hint);
  const language = languageOf(hint);
  if (region !== null) return MONTH_FIRST.has(region) && (language === null || language === 'en' || language === 'tl');
  return language === 'en' || YEAR_FIRST.has(language ?? '');
}

/** "26" is 2026, "98" is 1998. */
export function fullYear(written: string): number {
  const year = Number(written);
  if (written.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function isRealDay(year: number, month: number, day: number): boolean {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const two = (number: number) => String(number).padStart(2, '0');

export function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

let lastDay = { now: Number.NaN, timeZone: '', day: '' };

/**
 * "YYYY-MM-DD" of an instant in a time zone (UTC where none is given). The last answer is kept: a page asks the same
 * for each of its lines, and a calendar takes longer than reading one.
 */
export function dayIn(now: Date, timeZone = 'UTC'): string {
  if (lastDay.now !== now.getTime() || lastDay.timeZone !== timeZone) {
    lastDay = { now: now.getTime(), timeZone, day: calendarDay(now, timeZone) };
  }
  return lastDay.day;
}

function calendarDay(now: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    calendar: 'gregory',
  }).formatToParts(now);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return isoDay(part('year'), part('month'), part('day'));
}

/** A day without a year is the one nearest to today; null where there is no such day, or no "today" to go by. */
export function completeDay(written: WrittenDay, today: string | null): string | null {
  const { month, day } = written;
  if (written.year !== null) return isRealDay(written.year, month, day) ? isoDay(written.year, month, day) : null;
  if (today === null) return null;
  const thisYear = Number(today.slice(0, 4));
  const distance = (year: number) => Math.abs(Date.UTC(year, month - 1, day) - Date.parse(`${today}T00:00:00Z`));
  const years = [thisYear, thisYear + 1, thisYear - 1].filter((year) => isRealDay(year, month, day));
  const [nearest] = years.sort((a, b) => distance(a) - distance(b));
  return nearest === undefined ? null : isoDay(nearest, month, day);
}

export interface WrittenTime {
  /** "14:30" */
  time: string;
  /** "Z", "+02:00" or "". */
  zone: string;
  /** Characters that it takes. */
  length: number;
}

const AFTER = new RegExp(
  [
    String.raw`^(?:[,T]| ?\(| ?[|·–-])?[ \u00a0]?(?:at|um|gegen|à|a las|às|alle ore|alle|ore|om|kl\.?|klo|@|ab|`,
    String.raw`from|o)?[ \u00a0]?(\d{1,2})(?:(:|h|\.|時|Uhr |`,
    String.raw` Uhr )([0-5]\d)?)?(?::([0-5]\d)(?:\.\d{1,9})?)?(?:分)?[ \u00a0]?([ap]\.?m\.?(?!\p{L})|Uhr|`,
    String.raw`hrs?(?!\p{L}))?[ \u00a0]?(Z(?!\p{L})|UTC|GMT|[+-]\d{2}:?\d{2}(?!\d))?`,
  ].join(''),
  'iu',
);

function clock(hourText: string, minuteText: string, meridiem: string): string | null {
  let hour = Number(hourText);
  const half = meridiem.toLowerCase().replaceAll('.', '');
  if (half === 'pm' && hour < 12) hour += 12;
  if (half === 'am' && hour === 12) hour = 0;
  if (hour > 23 || ((half === 'am' || half === 'pm') && Number(hourText) > 12)) return null;
  return `${two(hour)}:${minuteText}`;
}

/** The time of day right behind a date: ", 14:30", " at 2 pm", " um 14.30 Uhr", "T14:30:00Z"; null where none is. */
export function timeBehind(text: string, at: number): WrittenTime | null {
  const match = AFTER.exec(text.slice(at, at + 60));
  if (!match) return null;
  const [whole, hour = '', mark = '', minutes = '', , meridiem = '', zone = ''] = match;
  const clear = meridiem !== '' || ((mark === ':' || /^[h時]$/i.test(mark)) && (minutes !== '' || mark !== ':'));
  if (!clear || (mark === '.' && meridiem === '')) return null;
  const time = clock(hour, minutes || '00', /^[ap]/i.test(meridiem) ? meridiem : '');
  if (time === null) return null;
  const offset = /^(?:z|utc|gmt)$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  return { time, zone: offset === '+00:00' ? 'Z' : offset, length: whole.trimEnd().length };
}

const BEFORE = new RegExp(
  [
    String.raw`(?<![\d:.])(\d{1,2}):([0-5]\d)(?::[0-5]\d)?[ \u00a0]?([ap]\.?m\.?|Uhr)?[ \u00a0]?(?:,|on|am|\||`,
    String.raw`·|–|-)?[ \u00a0]{1,2}$`,
  ].join(''),
  'iu',
);

/** "14:30, " or "2:30 pm on " right before a date; null where none is. */
export function timeBefore(text: string, at: number): WrittenTime | null {
  const match = BEFORE.exec(text.slice(Math.max(0, at - 22), at));
  if (!match) return null;
  const time = clock(match[1] ?? '', match[2] ?? '', /^[ap]/i.test(match[3] ?? '') ? (match[3] ?? '') : '');
  return time === null ? null : { time, zone: '', length: match[0].length };
}
