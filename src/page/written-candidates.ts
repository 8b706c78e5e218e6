import { findClockTimes } from '@/domain/written/clock-time';
import { findDates } from '@/domain/written/date';
import type { DateContext, ParseHint } from '@/domain/written/hint';
import { findMoney } from '@/domain/written/money';
import { findNumbers } from '@/domain/written/number';
import { findQuantities } from '@/domain/written/quantity';
import { findVersions } from '@/domain/written/version';
import { type Candidate, placed } from './candidate';
import type { PageIndex } from './index-page';
import { seamsOf } from './seams';
import { durationsIn, numberWordsIn, ranksIn, type Spelled } from './spelled-numbers';

/** More written values than any page for people has. */
const MOST_WRITTEN = 20_000;
const LONGEST_VERSION = 60;
const DIGIT = /\p{N}/u;
const WRITTEN_OUT = new RegExp(
  [
    '(?<!\\p{L})(?:today|yesterday|free|heute|gestern|gratis|kostenlos|hier|gratuit|hoy|ayer|oggi|ieri|hoje|ontem|',
    "vandaag|gisteren)(?!\\p{L})|aujourd['’]hui|今日|昨日|無料",
  ].join(''),
  'iu',
);

/** Everything that is written as a number, an amount, a date, a time of day or a release, in document order. */
export function writtenCandidates(index: PageIndex, hint: ParseHint, now: Date): Candidate[] {
  const found: Candidate[] = [];
  const context = { ...hint, now };
  // Lines of lists are alike: what was read in one is read in the next.
  const known = new Map<string, readonly Written[]>();
  const read = (text: string): readonly Written[] => {
    const readings = known.get(text) ?? readingsOf(text, hint, context);
    known.set(text, readings);
    return readings;
  };
  const seams = seamsOf(index);
  let next = 0;
  for (const { start, end } of index.segments) {
    if (found.length >= MOST_WRITTEN) break;
    const cuts: number[] = [];
    for (; next < seams.length && (seams[next] ?? end) < end; next++) cuts.push((seams[next] ?? 0) - start);
    const text = index.text.slice(start, end);
    const readings = cuts.length === 0 ? read(text) : inOrder([...read(text), ...readApart(text, cuts, read)]);
    for (const one of readings) found.push(placed(index, { ...one, start: start + one.start, end: start + one.end }));
  }
  return found.slice(0, MOST_WRITTEN);
}

/** What stands at a seam, read as if there were space: "4.9" and "358" of "4.9358". */
function readApart(text: string, cuts: readonly number[], read: (text: string) => readonly Written[]): Written[] {
  const edges = [0, ...cuts, text.length];
  const seams = new Set(cuts);
  const pieces = edges.slice(1).map((end, at) => ({ from: edges[at] ?? 0, end }));
  return pieces.flatMap(({ from, end }) =>
    read(text.slice(from, end))
      .map((one) => ({ ...one, start: one.start + from, end: one.end + from }))
      .filter((one) => seams.has(one.start) || seams.has(one.end)),
  );
}

/** What a segment says; one without a digit may still write a day, an amount or a number out. */
function readingsOf(text: string, hint: ParseHint, context: DateContext): readonly Written[] {
  const words = numberWordsIn(text, hint.language).map(spelled);
  if (!DIGIT.test(text) && !WRITTEN_OUT.test(text)) return words;
  const others = [...ranksIn(text), ...durationsIn(text)].map(spelled);
  return inOrder([...writtenIn(text, hint, context), ...words, ...others]);
}

const spelled = ({ number, unit, ...where }: Spelled): Written =>
  numeric(unit === null ? 'number' : 'quantity', where, number, unit);

function inOrder(readings: Written[]): Written[] {
  return readings.sort((a, b) => a.start - b.start);
}

type Written = Pick<Candidate, 'kind' | 'start' | 'end' | 'value'>;

/** The readings of one segment. Overlapping ones of different kinds are kept: "2.1" is a number and a release. */
function writtenIn(text: string, hint: ParseHint, context: DateContext): Written[] {
  const money = findMoney(text, hint)
    .filter(({ currency }) => currency !== null)
    .map(({ amount, currency, start, end }) => numeric('money', { start, end }, amount, currency));
  const times = findClockTimes(text).map((one) => textual('time', one, one.time));
  const quantities = findQuantities(text, hint).map((one) =>
    numeric(one.unit === '%' ? 'percent' : 'quantity', one, one.number, one.unit),
  );
  // The eight of "8 pm" counts nothing; that of "8 h" may count hours.
  const isTaken = (one: Where): boolean => meets(money, one) || (meets(times, one) && !meets(quantities, one));
  const readings = [
    ...findDates(text, context).map((one) => textual('date', one, one.date)),
    ...times,
    ...money,
    ...quantities,
    ...findNumbers(text, hint)
      .filter((one) => !isTaken(one))
      .map((one) => numeric('number', one, one.number, null)),
    ...findVersions(text)
      .filter(({ version }) => version.length <= LONGEST_VERSION)
      .map((one) => textual('version', one, one.version)),
  ];
  return inOrder(readings);
}

type Where = Pick<Candidate, 'start' | 'end'>;

function meets(others: readonly Where[], one: Where): boolean {
  return others.some((other) => one.start < other.end && other.start < one.end);
}

function numeric(kind: Candidate['kind'], { start, end }: Where, number: string, unit: string | null): Written {
  return { kind, start, end, value: { type: 'number', number, unit } };
}

/** A date, a time or a release: its unit is the name of its kind. */
function textual(kind: Candidate['kind'], { start, end }: Where, text: string): Written {
  return { kind, start, end, value: { type: 'string', text, unit: kind } };
}
