import { z } from 'zod';
import { EMAIL_MODES, MOST_A_DAY } from './modes';

export const EmailMode = z.enum(EMAIL_MODES);
export type EmailMode = z.infer<typeof EmailMode>;

const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Write a time as 22:00.');

/** How a person wants alerts by email: of all monitors, or of one. */
export const EmailPreference = z.strictObject({
  mode: EmailMode,
  /** When the daily email goes out, by the person's clock: 0 to 23. */
  digestHour: z.number().int().min(0).max(23),
  /** No alert goes out from the first to the second, by the person's clock ("22:00"); null for none. */
  quiet: z.strictObject({ from: ClockTime, to: ClockTime }).nullable(),
});
export type EmailPreference = z.infer<typeof EmailPreference>;

export const DEFAULT_PREFERENCE: EmailPreference = { mode: 'gathered', digestHour: 8, quiet: null };

/** Why an email waits for others, to go out with them. */
export type GatherReason = 'minute' | 'digest' | 'quiet' | 'limit';

const LAST_OF_DAY = '23:00';
const GATHERED_MS = 60_000;
const DAY_MS = 86_400_000;

export interface SentSoFar {
  /** When the last email about a monitor went out, or was to go out; null where there was none. */
  last: Date | null;
  /** How many went out on the person's day, or are to; those that go out together are one. */
  today: number;
  /** When those go out that are gathered already; null where there are none. */
  waiting: Date | null;
}

export interface SendPlan {
  at: Date;
  /** Null where it goes out by itself. */
  gather: GatherReason | null;
}

/**
 * When an alert that is due now goes out by email; null where it does not. `timeZone` is the person's (IANA).
 * Those of one person that are due together and have a reason to gather go out as one email. `moreToCome`: of what was
 * asked for at once, others are still being read.
 */
export function sendAt(
  now: Date,
  preference: EmailPreference,
  timeZone: string,
  sent: SentSoFar & { moreToCome: boolean },
): SendPlan | null {
  const { mode, digestHour, quiet } = preference;
  if (mode === 'off') return null;
  if (mode === 'daily')
    return { at: nextAt(now, `${String(digestHour).padStart(2, '0')}:00`, timeZone), gather: 'digest' };
  // What goes out with those that wait is no further email.
  const isFull = sent.today >= MOST_A_DAY - 1 && (mode === 'at_once' || sent.waiting === null);
  const plan = isFull ? afterLimit(now, timeZone) : withinMinute(now, mode, sent);
  const at = afterQuiet(plan.at, quiet, timeZone);
  return at > plan.at ? { at, gather: 'quiet' } : plan;
}

/** The last email of a day is kept for all that is left of it; what comes after that one belongs to the next day. */
function afterLimit(now: Date, timeZone: string): SendPlan {
  const [last, midnight] = [nextAt(now, LAST_OF_DAY, timeZone), nextAt(now, '00:00', timeZone)];
  return { at: new Date(Math.min(last.getTime(), midnight.getTime())), gather: 'limit' };
}

function withinMinute(now: Date, mode: EmailMode, sent: SentSoFar & { moreToCome: boolean }): SendPlan {
  if (mode === 'at_once') return { at: now, gather: null };
  const at = sent.waiting ?? (sent.moreToCome ? new Date(now.getTime() + GATHERED_MS) : gatheredAt(now, sent.last));
  return { at, gather: 'minute' };
}

/** When what was gathered goes out once nothing more is to come: a minute after the email before. */
export function gatheredAt(now: Date, last: Date | null): Date {
  return last === null ? now : new Date(Math.max(now.getTime(), last.getTime() + GATHERED_MS));
}

/** When the person's day began. */
export function startOfDay(now: Date, timeZone: string): Date {
  const midnight = new Date(`${wallClock(now, timeZone).toISOString().slice(0, 10)}T00:00:00Z`);
  return instantsOf(midnight, timeZone)[0];
}

/** The moment, or the end of the quiet hours that it lies in. */
export function afterQuiet(at: Date, quiet: EmailPreference['quiet'], timeZone: string): Date {
  if (quiet === null || quiet.from === quiet.to) return at;
  const clock = wallClock(at, timeZone).toISOString().slice(11, 16);
  const { from, to } = quiet;
  const isQuiet = from < to ? clock >= from && clock < to : clock >= from || clock < to;
  return isQuiet ? nextAt(at, to, timeZone) : at;
}

/** The first moment after `now` at which clocks of the zone show "HH:MM", or have jumped over it. */
export function nextAt(now: Date, time: string, timeZone: string): Date {
  const today = wallClock(now, timeZone).toISOString().slice(0, 10);
  const start = Date.parse(`${today}T${time}:00Z`);
  const moments = [0, 1, 2].flatMap((day) => instantsOf(new Date(start + day * DAY_MS), timeZone));
  return moments.find((at) => at.getTime() > now.getTime()) ?? new Date(now.getTime() + DAY_MS);
}

/** What clocks of a zone show, as if it were UTC. Of a zone that does not exist: UTC. */
export function wallClock(at: Date, timeZone: string): Date {
  const read = (zone: string): Date => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
      timeZone: zone,
    });
    return new Date(`${format.format(at).replace(' ', 'T')}Z`);
  };
  try {
    return read(timeZone);
  } catch {
    return read('UTC');
  }
}

/**
 * The moments at which clocks show this, the first one first: two where they are set back over it; where they jump over
 * it, the one at which they have.
 */
function instantsOf(wall: Date, timeZone: string): [Date, ...Date[]] {
  const offset = (at: number): number => wallClock(new Date(at), timeZone).getTime() - at;
  // Whatever the zone, the one is before the moment and the other after it.
  const [before, after] = [offset(wall.getTime() - DAY_MS), offset(wall.getTime() + DAY_MS)];
  const [early, late] = [Math.max(before, after), Math.min(before, after)].map(
    (one) => new Date(wall.getTime() - one),
  ) as [Date, Date];
  const shown = [early, late].filter((at) => wallClock(at, timeZone).getTime() === wall.getTime());
  const [first = late, second] = shown;
  return second && second > first ? [first, second] : [first];
}
