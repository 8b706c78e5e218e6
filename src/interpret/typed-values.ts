import { findClockTimes } from '@/domain/written/clock-time';
import { currencyAt } from '@/domain/written/currency';
import { findDates } from '@/domain/written/date';
import { findMoney } from '@/domain/written/money';
import { monthNames } from '@/domain/written/month-names';
import { findNumbers } from '@/domain/written/number';
import { findQuantities, unitAt } from '@/domain/written/quantity';
import { bareWord } from '@/domain/written/stem';
import { findVersions } from '@/domain/written/version';
import { languageFor } from './language';

/** What a value written in a sentence can be. One writing can have several: "2025" is a number and a year. */
type ValueSort = 'number' | 'money' | 'percent' | 'quantity' | 'date' | 'time' | 'version';

/** A value where it stands; offsets are UTF-16, end exclusive. */
export interface TypedValue {
  start: number;
  end: number;
  sort: ValueSort;
  /** A decimal; ISO 8601 for dates; "HH:MM"; a release number. */
  written: string;
  /** ISO 4217, "%" or the unit's symbol; null where none is written. */
  unit: string | null;
  /** Of a month or a year: its first day, its last, or the last before it. */
  edge: 'first' | 'last' | 'eve' | null;
}

/** Whose now it is; an IANA zone. */
export interface PersonsTime {
  now: Date;
  timeZone: string;
}

const MOST = 20;

/**
 * The typed values of a sentence in the order of their beginnings, at most twenty. Where a writing can be two things
 * ("in 8 minutes", "33 in Seville", "PHP 8.4"), it is both: the models choose.
 */
export function typedValues(text: string, language: string, { now, timeZone }: PersonsTime): TypedValue[] {
  const hint = { language };
  const money = findMoney(text, hint).map((one) => typed(one, 'money', one.amount, one.currency));
  const times = findClockTimes(text).map((one) => typed(one, 'time', one.time));
  const periods = periodsIn(text, language);
  const found = findDates(text, { ...hint, now, timeZone }).filter(({ quote }) => !MONTH_OF_YEAR.test(quote));
  const dates = found.map((one) => typed(one, 'date', one.date));
  const days = dates.filter(({ written }) => !written.includes('T'));
  const quantities = apart(
    findQuantities(text, hint).map((one) =>
      typed(one, one.unit === '%' ? 'percent' : 'quantity', one.number, one.unit),
    ),
    [...money, ...days],
  );
  const sure = quantities.filter(({ start, end }) => !DOUBTFUL_UNIT.test(text.slice(start, end)));
  const words = inWords(text, language);
  const numbers = apart(
    [...findNumbers(text, hint).map((one) => typed(one, 'number', one.number)), ...words],
    [...money, ...sure, ...times, ...dates],
  );
  // "Two weeks" is a date from now on, and a duration.
  const measured = apart(
    words.filter(({ sort }) => sort === 'quantity'),
    [...numbers, ...quantities],
  );
  const versions = apart(
    findVersions(text).map((one) => typed(one, 'version', one.version)),
    times,
  );
  return [...money, ...quantities, ...times, ...dates, ...apart(periods, dates), ...numbers, ...measured, ...versions]
    .sort((a, b) => a.start - b.start)
    .slice(0, MOST);
}

/** "January 2026" is no day. */
const MONTH_OF_YEAR = /^\P{N}+\p{N}{4}$/u;
/** "33 in Seville", "7 d": a unit of one or two letters behind a space may be a word. */
const DOUBTFUL_UNIT = / \p{L}{1,2}$/u;

const WORDS = /\p{L}+(?:-\p{L}+)?|(?<![\p{L}\p{N}.,])(\p{Nd}{1,3})([\p{L}ºª]{1,4})(?!\p{L})/gu;

/** "ten thousand": the word behind multiplies. */
const SCALE = /^ (\p{L}{3,12})/u;

/** "eighteen dollars", "twenty degrees", "3rd": numbers in words, with the currency or the unit behind them. */
function inWords(text: string, code: string): TypedValue[] {
  const { numbers, ordinalEndings } = languageFor(code);
  const found: TypedValue[] = [];
  for (const { 0: word, 1: digits, 2: ending, index } of text.matchAll(WORDS)) {
    const said = digits === undefined ? numbers.get(bareWord(word)) : Number(digits);
    const times = said === undefined || said >= 1000 ? null : SCALE.exec(text.slice(index + word.length));
    const scale = numbers.get(bareWord(times?.[1] ?? '')) ?? 1;
    const number = said === undefined ? undefined : said * (scale >= 100 ? scale : 1);
    if (number === undefined || (digits !== undefined && !ordinalEndings.has(ending ?? ''))) continue;
    const end = index + word.length + (scale >= 100 ? (times?.[0].length ?? 0) : 0);
    const unit = /^ ?/.exec(text.slice(end))?.[0].length ?? 0;
    const currency = currencyAt(text, end + unit);
    const measure = currency ? null : unitAt(text, end + unit);
    found.push(typed({ start: index, end }, 'number', String(number)));
    if (currency) found.push(typed({ start: index, end: currency.end }, 'money', String(number), currency.codes[0]));
    if (measure) found.push(typed({ start: index, end: measure.end }, 'quantity', String(number), measure.unit));
  }
  return found;
}

function typed(
  { start, end }: { start: number; end: number },
  sort: ValueSort,
  written: string,
  unit: string | null | undefined = null,
): TypedValue {
  return { start, end, sort, written, unit: unit ?? null, edge: null };
}

function apart(values: TypedValue[], taken: readonly TypedValue[]): TypedValue[] {
  return values.filter((one) => !taken.some((other) => one.start < other.end && other.start < one.end));
}

const YEAR = /(?<![\p{L}\d.,/-])((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?(?![\p{L}\d/-]|[.,]\d)/gu;

/** "2026", "2026-03" and "March 2026", each with its edges: after a year begins behind its last day. */
function periodsIn(text: string, language: string): TypedValue[] {
  const months = monthNames(language);
  const found: TypedValue[] = [];
  for (const { 0: written, 1: year, 2: digits, index } of text.matchAll(YEAR)) {
    const before = /(\p{L}{3,12})\.?(?: (?:of|de|del|di))? $/u.exec(text.slice(Math.max(0, index - 18), index));
    const named = before ? months.get((before[1] ?? '').toLowerCase()) : undefined;
    const start = named === undefined || !before ? index : index - before[0].length;
    const month = digits === undefined ? named : Number(digits);
    found.push(...edgesOf(Number(year), month, { start, end: index + written.length }));
  }
  return found;
}

function edgesOf(year: number, month: number | undefined, span: { start: number; end: number }): TypedValue[] {
  const first = Date.UTC(year, (month ?? 1) - 1, 1);
  const next = Date.UTC(year, month ?? 12, 1);
  const days = { first, last: next - 86_400_000, eve: first - 86_400_000 };
  return (['first', 'last', 'eve'] as const).map((edge) => ({
    ...typed(span, 'date', new Date(days[edge]).toISOString().slice(0, 10)),
    edge,
  }));
}
