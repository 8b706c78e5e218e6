import type { Vitals } from './inside';
import type { Note } from './ledger';

/** When something was killed and when it was back. */
export interface Outage {
  what: string;
  from: number;
  to: number;
  /** Why it was not killed. */
  skipped: string | null;
}

export interface Ceilings {
  /** Of the event loop, in milliseconds. */
  pauseMs: number;
  /** Until a request fails while something is away, and after that is back, in milliseconds. */
  failMs: number;
}

/**
 * Requests that went wrong. While something is away and for `failMs` after, a request may fail if it says in our own
 * words why, and within `failMs` of its beginning or the kill, whichever was later.
 */
export function judgeRequests(notes: Note[], outages: Outage[], { failMs }: Ceilings): string[] {
  return notes
    .filter(({ status, expected }) => (status === 0 || status >= 400) && !expected)
    .flatMap((note) => {
      const outage = outages.find(({ from, to, skipped }) => !skipped && note.to >= from && note.from <= to + failMs);
      const took = note.to - Math.max(note.from, outage?.from ?? 0);
      const name = `${note.act}: ${note.status === 0 ? 'broke off' : `${note.status} ${note.reason ?? 'untyped'}`}`;
      if (outage === undefined) return [`${name}, although nothing was away`];
      if (note.status < 500 || note.reason === null) return [`${name}, while ${outage.what} was away`];
      if (took > failMs) return [`${name}, only after ${took} ms without ${outage.what}`];
      return [];
    });
}

export function judgePauses(vitals: Vitals[], { pauseMs }: Ceilings): string[] {
  const longest = Math.max(...vitals.map((each) => each.pauseMs));
  if (vitals.length === 0) return ['the app told nothing of its event loop'];
  return longest > pauseMs ? [`the event loop stood still for ${longest.toFixed(0)} ms`] : [];
}

/** Growth that is none: garbage that is not collected yet. */
const SPARE_MB = 60;
const SPARE_SHARE = 0.1;

/**
 * How much memory grew in the second half, in megabytes, by the straight line of least squares through its samples, and
 * how much of it there was in the middle of that half; null where there are too few to tell.
 */
export function growthOfMemory(vitals: Vitals[]): { grownMb: number; middleMb: number } | null {
  const half = vitals.slice(Math.floor(vitals.length / 2));
  if (half.length < 3) return null;
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [at, mb] = [mean(half.map((each) => each.at)), mean(half.map(({ rssMb }) => rssMb))];
  const above = half.reduce((sum, each) => sum + (each.at - at) * (each.rssMb - mb), 0);
  const slope = above / half.reduce((sum, each) => sum + (each.at - at) ** 2, 0);
  return { grownMb: slope * ((half.at(-1)?.at ?? 0) - (half[0]?.at ?? 0)), middleMb: mb };
}

export function judgeMemory(vitals: Vitals[]): string[] {
  const growth = growthOfMemory(vitals);
  if (growth === null) return ['the app told too little of its memory'];
  const { grownMb, middleMb } = growth;
  if (grownMb <= Math.max(SPARE_MB, middleMb * SPARE_SHARE)) return [];
  return [`memory grew by ${grownMb.toFixed(0)} MB in the second half, from about ${middleMb.toFixed(0)} MB`];
}
