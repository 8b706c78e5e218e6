import { allMatches } from './all-matches';

/** A time of day where it stands; offsets are UTF-16 into the given text, end exclusive. */
interface ClockTime {
  /** "HH:MM" of 24 hours. */
  time: string;
  start: number;
  end: number;
}

const TIMES = [
  // "18:00", "6:30 pm", "7:30:15", "18:05 Uhr"
  /(?<![\d:.,/-])(?<hour>\d{1,2}):(?<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?:\s?(?<half>[ap]\.?m\.?(?!\p{L})))?/giu,
  // "6 pm", "6.30pm"
  /(?<![\d:.,/-])(?<hour>\d{1,2})(?:\.(?<minute>[0-5]\d))?\s?(?<half>[ap]\.?m\.?)(?![\p{L}\d])/giu,
  // "18h30", "18 h"
  /(?<![\d:.,/-])(?<hour>\d{1,2})\s?h(?:\s?(?<minute>[0-5]\d))?(?![\p{L}\d])/giu,
  // "18 Uhr", "18.30 Uhr", "7 Uhr 30"
  /(?<![\d:.,/-])(?<hour>\d{1,2})(?:\.(?<minute>[0-5]\d))?\s?(?:Uhr|uur|o'clock)(?:\s(?<late>[0-5]\d))?(?!\p{L})/giu,
  // "18時30分", "午後6時"
  /(?<east>午前|午後)?(?<!\d)(?<hour>\d{1,2})時(?!間)(?:(?<minute>[0-5]?\d)分|(?<middle>半))?/gu,
];

function timeOf(groups: Record<string, string | undefined>): string | null {
  const half = (groups.half ?? '').toLowerCase().charAt(0);
  const hour = Number(groups.hour);
  const late = half === 'p' || groups.east === '午後';
  if ((half !== '' || groups.east !== undefined) && hour > 12) return null;
  const full = late ? (hour % 12) + 12 : half === 'a' ? hour % 12 : hour;
  if (full > 23) return null;
  const minute = groups.middle ? '30' : (groups.minute ?? groups.late ?? '00');
  return `${String(full).padStart(2, '0')}:${minute.padStart(2, '0')}`;
}

/** All times of day of a text, left to right: "18:00", "6:30 pm", "18h30", "18.30 Uhr", "18時30分". */
export function findClockTimes(text: string): ClockTime[] {
  const found: ClockTime[] = [];
  for (const pattern of TIMES) {
    for (const match of allMatches(text, pattern)) {
      const time = timeOf(match.groups ?? {});
      const span = { start: match.index, end: match.index + match[0].length };
      const taken = found.some((other) => other.start < span.end && span.start < other.end);
      if (time !== null && !taken) found.push({ time, ...span });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The one time of day that a text says, or null where it says none or several. */
export function parseClockTime(text: string): string | null {
  const times = new Set(findClockTimes(text).map(({ time }) => time));
  return times.size === 1 ? ([...times][0] ?? null) : null;
}

/** Whether a text is a time of day as stored: "HH:MM". */
export function isClockTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Whether this is an IANA time zone that this runtime knows, e.g. "Europe/Oslo". */
export function isTimeZone(name: string): boolean {
  // Offsets such as "+02:00" are accepted by Intl too, but know no summer time.
  if (!/^[A-Za-z]/.test(name) || name.length > 60) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
