import { findDates } from '@/domain/written/date';
import type { Candidate, Job } from './candidates';
import { type Cell, columnHeaders, rowHeaders } from './tables';

/**
 * A log of observations ("14:00 33.8, 13:30 33.1") or a history of rates: of the rows (or columns) that are headed by
 * times or dates, the newest is the present value. Times without a date must fall down the table; then the first is.
 */
export function preferNewest(job: Job, candidates: Candidate[]): void {
  const columns = new Map<string, Candidate[]>();
  const rows = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const { cell } = candidate.context;
    if (candidate.refusal !== null || cell === null) continue;
    const column = `${cell.row.table.node}.${cell.column}`;
    columns.set(column, [...(columns.get(column) ?? []), candidate]);
    const row = `${cell.row.node}`;
    rows.set(row, [...(rows.get(row) ?? []), candidate]);
  }
  for (const line of columns.values()) keepNewest(job, line, rowHeaders);
  for (const line of rows.values()) keepNewest(job, line, columnHeaders);
}

function keepNewest(job: Job, line: Candidate[], headersOf: (cell: Cell) => Cell[]): void {
  if (line.length < 2) return;
  const moments: string[] = [];
  for (const candidate of line) {
    const moment = momentOf(job, candidate, headersOf);
    if (moment === null) return;
    moments.push(moment);
  }
  const newest = newestOf(job, moments);
  if (newest === -1) return;
  for (const [at, candidate] of line.entries())
    if (at !== newest) candidate.refusal ??= 'a newer value of the same table stands beside it';
}

/** The time ("14:00") or the date (ISO) that heads the row or column of a value and is all that stands there, or null. */
function momentOf(job: Job, { context }: Candidate, headersOf: (cell: Cell) => Cell[]): string | null {
  const [head] = context.cell === null ? [] : headersOf(context.cell);
  if (head === undefined) return null;
  const text = job.page.text.slice(head.start, head.end).trim();
  const time = /^(\d{1,2})[:.h](\d{2})(?: ?(?:uhr|h|utc|gmt|[a-z]{3,4}))?$/i.exec(text);
  if (time !== null) return `${time[1]?.padStart(2, '0')}:${time[2]}`;
  const [date, more] = findDates(text, { ...job.hint, now: job.now });
  const isAll = date !== undefined && more === undefined && text.length - (date.end - date.start) <= 6;
  return isAll ? date.date : null;
}

function newestOf(job: Job, moments: string[]): number {
  const isTime = moments.every((moment) => moment.includes(':') && moment.length === 5);
  if (isTime) return moments.every((moment, at) => at === 0 || moment < (moments[at - 1] ?? '')) ? 0 : -1;
  const today = job.now.toISOString().slice(0, 10);
  const past = moments.filter((moment) => moment.slice(0, 10) <= today).sort();
  // Dates to come are a forecast or a timetable: which row is meant, the person says.
  return past.length === moments.length ? moments.indexOf(past.at(-1) ?? '') : -1;
}
