import { allMatches } from './all-matches';
import {
  completeDay,
  dayIn,
  fullYear,
  timeBefore,
  timeBehind,
  type WrittenDay,
  writesMonthFirst,
  YEAR_FIRST,
} from './date-parts';
import { relativeDates } from './date-relative';
import { type DateContext, languageOf, type ParseHint } from './hint';
import { monthNames } from './month-names';
import { foldText, originalSpan } from './text-fold';

/** A date where it stands; offsets are UTF-16 into the given text, end exclusive. */
export interface DateMatch {
  /** "YYYY-MM-DD", or "YYYY-MM-DDTHH:MM" with "Z" or an offset only where one is written. */
  date: string;
  start: number;
  end: number;
  quote: string;
}

interface Found extends WrittenDay {
  start: number;
  end: number;
}

const ISO = /(?<![\d.,/-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d-])/g;
/** "v1.2.26" is a version. */
const NUMERIC =
  /(?<![\d.,/-]|(?<!\p{L})[vVR])(\d{1,2})([-/.]) ?(\d{1,2})(?:\2 ?|, ?(?=\d{4}))(\d{4}|\d{2})(?![\d]|[-/]\d|[.,]\d)/gu;
/** "12.–14.05.2026", "12./13.5.": the first day of several. */
const DAYS_OF_MONTH = /(?<![\d.,/:])(\d{1,2})\. ?(?:[-–/]|bis|und) ?\d{1,2}\.(\d{1,2})\.(\d{4}|\d{2})?(?![\d.])/g;
const DAY_MONTH = /(?<![\d.,/:])(\d{1,2})\.(\d{1,2})\.(?![\d.])/g;
const EAST = new RegExp(
  [
    '(?:(?<!\\d)(\\d{3,4})[年년] ?|(令和|平成|昭和|大正) ?(\\d{1,2}|元)年 ?)?',
    '(?<![\\d一二三四五六七八九十])(\\d{1,2}|[一二三四五六七八九十]{1,2})[月월] ?',
    '(\\d{1,2}|[一二三四五六七八九十]{1,3})[日일号]',
  ].join(''),
  'g',
);
const COMPACT = /(?<![\p{L}\d])(\d{2})([A-Z]{3})(\d{2}|\d{4})(?![\p{L}\d])/gu;

const ERAS: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925, 大正: 1911, R: 2018, H: 1988 };

/** 1 to 99 in digits or as 十五, 二十一. */
function smallNumber(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  const digit = (sign: string | undefined) => '一二三四五六七八九'.indexOf(sign ?? ' ') + 1;
  const ten = written.indexOf('十');
  if (ten < 0) return written.length === 1 ? digit(written) : 0;
  return (ten === 0 ? 1 : digit(written[ten - 1])) * 10 + digit(written[ten + 1]);
}
/** "R8.5.12", as Japan's offices write years. */
const ERA_LETTER = /(?<![\p{L}\d])([RH])(\d{1,2})[./](\d{1,2})[./](\d{1,2})(?![\d.])/gu;

function numeric(match: RegExpMatchArray, hint: ParseHint, dashed: boolean): WrittenDay | null {
  const [, first = '', mark = '', second = '', year = ''] = match;
  // "12.99.20" aside, two digits for a year are only sure with a slash or point: 12-11-10 may be anything.
  if (year.length === 2 && mark === '-' && !(dashed && languageOf(hint))) return null;
  if (year.length === 2 && first.length === 2 && YEAR_FIRST.has(languageOf(hint) ?? '') && Number(second) <= 12)
    return { year: fullYear(first), month: Number(second), day: Number(year) };
  const monthFirst = mark !== '.' && writesMonthFirst(hint) ? Number(second) <= 31 : false;
  const [a, b] = [Number(first), Number(second)];
  const swap = a > 12 ? false : b > 12 ? true : monthFirst;
  const [day, month] = swap ? [b, a] : [a, b];
  return { year: fullYear(year), month, day };
}

function written(text: string, hint: ParseHint, dashed: boolean): Found[] {
  const found: Found[] = [];
  const add = (match: RegExpMatchArray, day: WrittenDay | null) => {
    if (day) found.push({ ...day, start: match.index ?? 0, end: (match.index ?? 0) + match[0].length });
  };
  for (const m of allMatches(text, ISO)) add(m, { year: Number(m[1]), month: Number(m[3]), day: Number(m[4]) });
  for (const m of allMatches(text, NUMERIC)) add(m, numeric(m, hint, dashed));
  for (const m of allMatches(text, DAY_MONTH)) add(m, { year: null, month: Number(m[2]), day: Number(m[1]) });
  for (const m of allMatches(text, DAYS_OF_MONTH))
    add(m, { year: m[3] ? fullYear(m[3]) : null, month: Number(m[2]), day: Number(m[1]) });
  if (languageOf(hint) === 'ja')
    for (const m of allMatches(text, ERA_LETTER))
      add(m, { year: (ERAS[m[1] ?? ''] ?? 0) + Number(m[2]), month: Number(m[3]), day: Number(m[4]) });
  for (const m of allMatches(text, EAST)) {
    const era = m[2] ? (ERAS[m[2]] ?? 0) + (m[3] === '元' ? 1 : Number(m[3])) : null;
    add(m, { year: m[1] ? Number(m[1]) : era, month: smallNumber(m[4] ?? ''), day: smallNumber(m[5] ?? '') });
  }
  return found;
}

/** How a language writes days with the month's name; `name` finds any of its names, before all of them are tried. */
interface MonthPatterns {
  name: RegExp;
  days: RegExp[];
}

const patterns = new Map<string, MonthPatterns>();

/** "12 December 2026", "12. Dez.", "1er janvier", "12 de diciembre de 2026", "Dec 12th, 2026", "December 2026". */
function monthPatterns(language: string | null, names: ReadonlyMap<string, number>): MonthPatterns {
  const key = language ?? '';
  const known = patterns.get(key);
  if (known) return known;
  const anyName = [...names.keys()].sort((a, b) => b.length - a.length).join('|');
  const month = `(?<month>${anyName})(?![\\p{L}\\p{M}])\\.?`;
  const year =
    '(?:(?:,?[ \\u00a0./-]{1,2}|(?<=\\.))(?:de |del |of )?(?<year>' +
    "(?:19|20)\\d{2}(?!\\d)|1[0-8]\\d{2}(?=[ .,;)]*$)|['’]\\d{2}(?!\\d)))?";
  const ordinal = '(?:st|nd|rd|th|er|\\.|º|ª|-?a|:e|ই|লা|রা|ঠা|শে)?';
  const days = [
    `(?<![\\p{L}\\d.,:/])(?:(?<first>\\d{1,2})${ordinal} ?[-–] ?)?(?<day>\\d{1,2})${ordinal}[ \\u00a0/-]{0,2}` +
      `(?:of |de |d['’]|den |da |เดือน)?${month}${year}`,
    `(?<!\\p{L})${month}[ \\u00a0]{1,2}(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.,]\\d|\\d| ?[%€$£])${year}`,
    `(?<!\\p{L})${month}[ \\u00a0-]{1,2}(?:de |del |of )?(?<year>(?:19|20)\\d{2})(?!\\d)`,
    // The clock of Unix: "Aug 05 12:00:00 2015", "Aug 5 12:00 UTC 2015".
    `(?<!\\p{L})${month} {1,2}(?<day>\\d{1,2}) \\d{2}:\\d{2}(?::\\d{2})?(?: [A-Z]{3,4})? (?<year>20\\d{2})(?!\\d)`,
    // Georgia and others, the year before the day.
    `(?<![\\p{L}\\d.,:/])(?<year>(?:19|20)\\d{2})(?: წლის| წ\\.|,)? (?<day>\\d{1,2}) ${month}`,
    // Hungary writes the year first, with a point.
    `(?<![\\p{L}\\d.,:/])(?<year>(?:19|20)\\d{2})[.,]?[ \\u00a0/-]${month}[ \\u00a0/-]` +
      `(?<day>\\d{1,2})(?![\\d:]|[.,]\\d)\\.?`,
  ].map((source) => new RegExp(source, 'giu'));
  const built = { name: new RegExp(anyName, 'iu'), days };
  patterns.set(key, built);
  return built;
}

/** "may 5 people" is no date: the English verbs need a capital letter, or a year. */
function isVerb(name: string, year: string | undefined): boolean {
  return (name === 'may' || name === 'march' || name === 'set') && year === undefined;
}

function named(text: string, hint: ParseHint): Found[] {
  const language = languageOf(hint);
  const names = monthNames(language);
  const found: Found[] = [];
  const { name, days } = monthPatterns(language, names);
  if (!/\d/.test(text) || !name.test(text)) return found;
  for (const pattern of days) {
    for (const match of allMatches(text, pattern)) {
      const { month = '', day, first, year } = match.groups ?? {};
      if (isVerb(month, year)) continue;
      const number = Number(first ?? day ?? 1);
      const full = year === undefined ? null : fullYear(year.replace(/\D/g, ''));
      const span = { start: match.index, end: match.index + match[0].trimEnd().length };
      found.push({ year: full, month: names.get(month.toLowerCase()) ?? 0, day: number, ...span });
    }
  }
  for (const match of allMatches(text, COMPACT)) {
    const month = names.get((match[2] ?? '').toLowerCase());
    if (!month) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    found.push({ year: fullYear(match[3] ?? ''), month, day: Number(match[1]), ...span });
  }
  return found;
}

function withTime(text: string, day: string, start: number, end: number): { date: string; start: number; end: number } {
  const behind = timeBehind(text, end);
  if (behind) return { date: `${day}T${behind.time}${behind.zone}`, start, end: end + behind.length };
  const before = timeBefore(text, start);
  if (before) return { date: `${day}T${before.time}`, start: start - before.length, end };
  return { date: day, start, end };
}

/** The longest reading at each place: "12 December 2026" holds against "December 2026" within it. */
function withoutOverlaps<T extends { start: number; end: number }>(all: T[]): T[] {
  const kept: T[] = [];
  let free = 0;
  for (const one of [...all].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (one.start < free) continue;
    kept.push(one);
    free = one.end;
  }
  return kept;
}

type Dated = { date: string; start: number; end: number };

const UNTIL = new RegExp(
  [
    '^,? ?(?:[-–—~～]|to|until|till|through|thru|and|bis|und|à|au|jusqu.au|al?|hasta|y|e|até|ao?|tot|',
    't/m|en|から) ?(?:the |le |el |o |il |den |zum )?$',
  ].join(''),
  'iu',
);

/** "12 May to 14 June 2026": the year stands once, behind the last day. */
function shareYears(text: string, days: Found[]): Found[] {
  return days.map((one, at) => {
    const next = days[at + 1];
    if (one.year !== null || !next?.year || !UNTIL.test(text.slice(one.end, next.start))) return one;
    const later = one.month > next.month || (one.month === next.month && one.day > next.day);
    return { ...one, year: next.year - (later ? 1 : 0) };
  });
}

function explicitDates(text: string, today: string | null, context: DateContext, dashed = false): Dated[] {
  const days = shareYears(text, withoutOverlaps([...written(text, context, dashed), ...named(text, context)]));
  return days.flatMap((one) => {
    const day = completeDay(one, today);
    return day === null ? [] : [withTime(text, day, one.start, one.end)];
  });
}

/**
 * All dates of a text: ISO, numbers in the order of the hint's country, month names of thirty languages, 2026年1月2日
 * and, in short texts with `now`, relative ones ("next Friday", "in drei Tagen"). Impossible days are left out.
 */
export function findDates(text: string, context: DateContext = {}): DateMatch[] {
  const folded = foldText(text);
  const today = context.now ? dayIn(context.now, context.timeZone) : null;
  const explicit = explicitDates(folded.text, today, context);
  const relative = today === null ? [] : relativeDates(folded.text, today, context);
  // A weekday that stands with a date ("Friday, 27.11.") adds nothing to it.
  const apart = relative.filter((one) => !explicit.some((two) => one.start < two.end + 4 && one.end + 4 > two.start));
  return withoutOverlaps([...explicit, ...apart]).map((one) => ({
    date: one.date,
    ...originalSpan(folded, one.start, one.end),
  }));
}

/** The first date that a text writes out, else the first relative one, as ISO 8601; null where there is none. */
export function parseDate(text: string, context: DateContext = {}): string | null {
  const folded = foldText(text).text;
  const today = context.now ? dayIn(context.now, context.timeZone) : null;
  // What is said to be a date may write 18-9-15; among other things that is as well a score or a part number.
  const [explicit] = explicitDates(folded, today, context, true);
  if (explicit || today === null) return explicit?.date ?? null;
  return relativeDates(folded, today, context)[0]?.date ?? null;
}
