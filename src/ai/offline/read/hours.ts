import type { Span } from '@/domain/snapshot';
import { languageOf } from '@/domain/written/hint';
import { monthNames } from '@/domain/written/month-names';
import type { Job } from './candidates';
import { cellAbove } from './context';
import { dayNamed, dayOfHours } from './days';
import { ancestors, type PageIndex, type Segment } from './page-index';
import { type Cell, columnHeaders } from './tables';
import { fold, wordsOf } from './words';

/** "The hours on Sunday": what stands behind that day, alone or within "Saturday to Sunday". */
export function hoursOfDay(job: Job): Span[] {
  const day = dayOfHours(job.asked.question.prompt);
  if (day === null) return [];
  return job.page.segments.flatMap((segment) => {
    if (segment.text.length > 120 || job.page.regions[segment.node] === 'chrome') return [];
    const lead = leadingDays(segment.text);
    return lead?.days.has(day) ? valuesBehind(job, segment, lead.length) : [];
  });
}

const DAY_WORD = /^[\s.,&/+、・(]*(?:(?:and|und|et|y|e|en|i)\s+)?(\p{L}+(?:-feira)?)\.?(?:s(?=[\s:,]))?/u;
const UP_TO = /^\s*(?:[-–—~〜]|to|bis|au|a|al|t\/m|tot|à|ate|até|through)\s*(\p{L}+(?:-feira)?)\.?/iu;

/** "L–V: 9:00–14:00" where Saturday is asked. */
export function isOfOtherDay(job: Job, text: string): boolean {
  const day = dayOfHours(job.asked.question.prompt);
  const lead = day === null ? null : leadingDays(text);
  return day !== null && lead !== null && !lead.days.has(day);
}

/** The days that a line begins with, and how much of it they take: "Mo–Fr und So 9–12". */
function leadingDays(text: string): { days: Set<number>; length: number } | null {
  const days = new Set<number>();
  let at = 0;
  for (;;) {
    const word = DAY_WORD.exec(text.slice(at));
    const first = word === null ? undefined : dayNamed(word[1] ?? '');
    if (word === null || first === undefined) break;
    at += word[0].length;
    const range = UP_TO.exec(text.slice(at));
    const last = range === null ? undefined : dayNamed(range[1] ?? '');
    if (range !== null && last !== undefined) at += range[0].length;
    const length = last === undefined ? 0 : (last - first + 7) % 7;
    for (let step = 0; step <= length; step++) days.add((first + step) % 7);
  }
  return days.size === 0 ? null : { days, length: at };
}

const STATED = /\d|closed|geschlossen|ruhetag|ferme|cerrado|chius|fechado|encerrado|gesloten|休/;

/** The rest of the line, else the rest of its row or the cells below it, else the next line. */
function valuesBehind(job: Job, segment: Segment, length: number): Span[] {
  const { page, cells } = job;
  const rest = segment.text.slice(length);
  const start = segment.start + length + (/^[\s:：).,|–—-]*/.exec(rest)?.[0].length ?? 0);
  // "Thursday 26 November: story time": a day of the year is none of every week.
  if (hasMonth(job, page.text.slice(start, segment.end))) return [];
  if (start < segment.end && STATED.test(fold(page.text.slice(start, segment.end))))
    return [{ start, end: segment.end }];
  if (start < segment.end && /\p{L}/u.test(page.text.slice(start, segment.end))) return [];
  const cell = cellAbove(page, cells, segment.node);
  if (cell !== null) return cellsOf(cell);
  const next = page.segments[segment.index + 1];
  const isBeside = next !== undefined && next.text.length <= 120 && isTight(page, segment, next);
  return isBeside && STATED.test(fold(next.text)) ? [{ start: next.start, end: next.end }] : [];
}

function hasMonth({ hint }: Job, text: string): boolean {
  const months = monthNames(languageOf(hint) ?? 'en');
  return wordsOf(text).some(({ start, end }) => months.has(text.slice(start, end).toLowerCase()));
}

/** In one small block, or both in one list of definitions. */
function isTight(page: PageIndex, one: Segment, other: Segment): boolean {
  for (const above of ancestors(page, one.node)) {
    const node = page.nodes[above];
    if (node !== undefined && node.start <= one.start && node.end >= other.end)
      return node.end - node.start <= 160 || node.tag === 'dl';
  }
  return false;
}

function cellsOf(cell: Cell): Span[] {
  const { row } = cell;
  if (row.index < row.table.headerRows) {
    const below = row.table.rows.slice(row.table.headerRows).flatMap(({ cells }) => cells);
    return below.filter((one) => columnHeaders(one).includes(cell)).map(({ start, end }) => ({ start, end }));
  }
  const right = row.cells.filter((one) => one.row === row && one.column > cell.column);
  const [first, last] = [right[0], right.at(-1)];
  return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
}
