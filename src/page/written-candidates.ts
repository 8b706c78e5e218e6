import { findClockTimes } from '@/domain/written/clock-time';
import { findDates } from '@/domain/written/date';
import type { DateContext, ParseHint } from '@/domain/written/hint';
import { findMoney } from '@/domain/written/money';
import { findNumbers } from '@/domain/written/number';
import { findQuantities } from '@/domain/written/quantity';
import { findVersions } from '@/domain/written/version';
import { type Candidate, placed } from './candidate';
import type { PageIndex } from './index-page';

/** More written values than any page for people has. */
const MOST_WRITTEN = 20_000;
const LONGEST_VERSION = 60;
/** A segment without a digit may still write a day or an amount out. */
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
  for (const { start, end } of index.segments) {
    if (found.length >= MOST_WRITTEN) break;
    const text = index.text.slice(start, end);
    if (!DIGIT.test(text) && !WRITTEN_OUT.test(text)) continue;
    const read = known.get(text) ?? writtenIn(text, hint, context);
    known.set(text, read);
    for (const one of read) found.push(placed(index, { ...one, start: start + one.start, end: start + one.end }));
  }
  return found.slice(0, MOST_WRITTEN);
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
  return readings.sort((a, b) => a.start - b.start);
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
