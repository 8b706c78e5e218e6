import type { Books } from './books';
import type { Vitals } from './inside';
import type { Ledger, Note } from './ledger';

const MINUTE_MS = 60_000;

/** The longest pause of each minute, with at most how much of it our own code computed, and the memory. */
export function vitalsTable(vitals: Vitals[], begin: number): string[] {
  const minutes = Map.groupBy(vitals, ({ at }) => Math.max(0, Math.floor((at - begin) / MINUTE_MS)));
  const rows = [...minutes].map(([minute, all]) => {
    const worst = all.reduce((one, other) => (other.pauseMs > one.pauseMs ? other : one));
    const pause = `${worst.pauseMs.toFixed(0)} (${Math.min(worst.computedMs, worst.pauseMs).toFixed(0)})`;
    const mean = (of: (one: Vitals) => number) => (all.reduce((sum, one) => sum + of(one), 0) / all.length).toFixed(0);
    return [String(minute + 1), pause, mean(({ rssMb }) => rssMb), mean(({ heapMb }) => heapMb)];
  });
  const growth = growthOfMemory(vitals);
  const told = growth ? [`memory grew by ${growth.grownMb.toFixed(0)} MB in the second half`] : [];
  return [...table(['minute', 'longest pause (computed) ms', 'memory MB', 'heap MB'], rows), ...told];
}

/** How often each act was tried, and how it went; times in milliseconds. */
export function requestsTable({ notes }: Ledger): string[] {
  const rows = [...Map.groupBy(notes, ({ act }) => act)].map(([act, all]) => {
    const times = all.map(({ from, to }) => to - from).sort((one, other) => one - other);
    const at = (share: number) => String(times[Math.min(times.length - 1, Math.floor(times.length * share))]);
    const failed = all.filter(({ status }) => status === 0 || status >= 500).length;
    const refused = all.filter(({ status }) => status >= 400 && status < 500).length;
    return [act, String(all.length), String(refused), String(failed), at(0.5), at(0.95)];
  });
  return table(['request', 'sent', 'refused', 'failed', 'p50 ms', 'p95 ms'], rows);
}

export function outagesTable(outages: Outage[], { notes }: Ledger, failMs: number): string[] {
  const rows = outages.map(({ what, from, to, skipped }) => {
    const failed = notes.filter((note) => note.status === 0 || note.status >= 500);
    const during = failed.filter((note) => note.to >= from && note.from <= to + failMs);
    return [what, skipped ?? `back after ${((to - from) / 1_000).toFixed(1)} s`, String(during.length)];
  });
  return table(['killed', 'then', 'failed meanwhile'], rows);
}

/** Counts of the books, and how evaluations and previews ended as people were told. */
export function booksTable(books: Books, ledger: Ledger, accepted: number): string[] {
  const { evaluations, charges, facts, notifications } = books;
  const told = ledger.evaluations.size + ledger.restEnds.length;
  const returned = evaluations.filter(({ chargeReturned }) => chargeReturned).length;
  const used = [...charges.values()].reduce((sum, one) => sum + one, 0);
  const alerts = evaluations.filter(({ alert }) => alert).length;
  return [
    `${evaluations.length} evaluations (${told} told), ${used} charges and ${returned} given back, ` +
      `${facts.length} facts, ${alerts} alerts, ${notifications.length} mails, ${accepted} accepted`,
    [...ledger.outcomes].map(([outcome, times]) => `${outcome} ${times}`).join(', '),
  ];
}

export function table(head: string[], rows: string[][]): string[] {
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => row[at]?.length ?? 0)) + 2);
  const line = (cells: string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('')
      .trimEnd();
  return [line(head), ...rows.map(line)];
}

/** When something was killed and when it was back. */
export interface Outage {
  what: string;
  from: number;
  to: number;
  /** Why it was not killed. */
  skipped: string | null;
}

interface Ceilings {
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
