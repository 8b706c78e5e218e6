import type Decimal from 'decimal.js';
import { isCurrencyCode } from '../written/currency-table';
import { Exact } from '../written/decimal';
import { compareDates } from '../written/iso-date';
import { unitOf } from '../written/unit-table';
import { compareVersions } from '../written/version';
import { readable } from './readable-value';
import type { FactValue } from './value';
import { itemsBeyond } from './value-comparison';

type NumberValue = FactValue & { type: 'number' };

/** A comma read as a point, cents as dollars: the new value is about 10, 100 or 1000 times the old, within 5 %. */
const SLIPS = [10, 100, 1000];
const SLIP_TOLERANCE = '0.05';
/** A jump counts when it is larger than half the value and five times the largest step seen. */
const LEAST_JUMP = '0.5';
const TIMES_SEEN = 5;
/** Steps this small are taken as seen by every monitor: with little history the gate opens at half the value. */
const USUAL_STEP = '0.1';
/** A count of few things may double or vanish; nothing is odd about that below this size. */
const SMALL_COUNT = 20;
const USUAL_DEGREES = 5;
const DAYS_JUMP = 3 * 366;

const TYPE_WORDS = { number: 'a number', string: 'a text', boolean: 'a yes or no', object: 'a list' } as const;

function numbersOf(history: readonly FactValue[], unit: string | null): Decimal[] {
  return history.flatMap((value) => (value.type === 'number' && value.unit === unit ? [new Exact(value.number)] : []));
}

function largestStep(seen: readonly Decimal[], step: (from: Decimal, to: Decimal) => Decimal): Decimal {
  const steps = seen.slice(1).map((older, index) => step(older, seen[index] ?? older));
  return Exact.max(0, ...steps);
}

const relative = (from: Decimal, to: Decimal) => (from.isZero() ? new Exact(0) : to.minus(from).div(from).abs());
const absolute = (from: Decimal, to: Decimal) => to.minus(from).abs();

function slip(last: Decimal, next: Decimal): number | null {
  if (last.isZero() || next.isZero()) return null;
  const ratio = Exact.max(last.abs().div(next.abs()), next.abs().div(last.abs()));
  return SLIPS.find((factor) => ratio.div(factor).minus(1).abs().lte(SLIP_TOLERANCE)) ?? null;
}

function unitFlip(value: NumberValue, last: NumberValue): string | null {
  if (value.unit === last.unit) return null;
  const word = [value.unit, last.unit].some((unit) => unit !== null && isCurrencyCode(unit)) ? 'currency' : 'unit';
  const [now, then] = [value.unit ?? 'missing', last.unit ?? 'none'];
  return `its ${word} is ${now}, where the last value had ${then} (${readable(last)})`;
}

/** Degrees have no true zero, so that "twice as warm" means nothing: their steps are counted in degrees. */
function jump(value: NumberValue, last: NumberValue, seen: readonly Decimal[]): boolean {
  const [from, to] = [new Exact(last.number), new Exact(value.number)];
  if (unitOf(value.unit)?.dimension === 'temperature') {
    const usual = Exact.max(largestStep(seen, absolute), USUAL_DEGREES);
    return absolute(from, to).gt(usual.times(TIMES_SEEN));
  }
  const usual = Exact.max(largestStep(seen, relative), USUAL_STEP);
  const step = relative(from, to);
  return step.gt(LEAST_JUMP) && step.gt(usual.times(TIMES_SEEN));
}

function oddNumber(value: NumberValue, history: readonly FactValue[]): string | null {
  const [last] = history;
  if (last?.type !== 'number') return null;
  const flipped = unitFlip(value, last);
  if (flipped) return flipped;
  const [from, to] = [new Exact(last.number), new Exact(value.number)];
  const before = `the last value, ${readable(last)}`;
  if (value.unit !== null && isCurrencyCode(value.unit)) {
    if (to.lt(0) && from.gte(0)) return `it is below zero, and ${before}, was not`;
    if (to.isZero() && !from.isZero()) return `it is zero, and ${before}, was not`;
  }
  const smallCount = value.unit === null && Exact.max(from.abs(), to.abs()).lt(SMALL_COUNT);
  if (smallCount || from.eq(to)) return null;
  const factor = unitOf(value.unit)?.dimension === 'temperature' ? null : slip(from, to);
  if (factor) return `it is about ${to.abs().gt(from.abs()) ? `${factor} times` : `1/${factor} of`} ${before}`;
  if (value.unit === null && absolute(from, to).lt(SMALL_COUNT)) return null;
  return jump(value, last, numbersOf(history, value.unit)) ? `it is far from ${before}` : null;
}

function oddText(value: FactValue & { type: 'string' }, last: FactValue & { type: 'string' }): string | null {
  if (value.unit !== last.unit) return `it is no longer a ${last.unit ?? 'plain text'}`;
  if (value.unit === 'version' && compareVersions(value.text, last.text) < 0) {
    return `it is older than the last release, ${last.text}`;
  }
  if (value.unit !== 'date' || compareDates(value.text, last.text) === 0) return null;
  const days = Math.abs(Date.parse(value.text.slice(0, 10)) - Date.parse(last.text.slice(0, 10))) / 86_400_000;
  return days > DAYS_JUMP ? `it is years away from the last value, ${readable(last)}` : null;
}

function oddList(value: FactValue & { type: 'object' }, last: FactValue & { type: 'object' }): string | null {
  const lost = itemsBeyond(last.items, value.items).length;
  const nearlyAll = last.items.length >= 5 && lost * 5 >= last.items.length * 4;
  return nearlyAll ? `${lost} of its ${last.items.length} entries are gone at once` : null;
}

/**
 * True for a list of at least two entries of which the present one has none: read at another place of the page, it is
 * another list (areas nearby, where the results did not load) and tells nothing of what came or went.
 */
export function isAnotherList(value: FactValue, last: FactValue | undefined): boolean {
  if (value.type !== 'object' || last?.type !== 'object' || value.items.length === 0) return false;
  return last.items.length >= 2 && itemsBeyond(last.items, value.items).length === last.items.length;
}

/** Between the two scales a page can be switched without a word beside the number. */
const IN_FAHRENHEIT = (celsius: Decimal) => celsius.times(9).div(5).plus(32);
const SCALES_APART = 5;

/**
 * Whether an odd number may be one that is written or parsed otherwise than the last: another currency or unit, a
 * slipped decimal mark, a price of nothing, degrees of the other scale. Reading the same characters again proves
 * nothing then.
 */
export function isMisread(value: FactValue, last: FactValue | undefined): boolean {
  if (value.type !== 'number' || last?.type !== 'number') return false;
  const [from, to] = [new Exact(last.number), new Exact(value.number)];
  if (value.unit !== last.unit || slip(from, to) !== null) return true;
  if (value.unit !== null && isCurrencyCode(value.unit)) return to.lte(0) && from.gt(0);
  if (value.unit !== '°') return false;
  const apart = Exact.min(absolute(IN_FAHRENHEIT(from), to), absolute(IN_FAHRENHEIT(to), from));
  return apart.lte(SCALES_APART);
}

/**
 * Why a value should be read a second time before it counts, as the end of "… but"; null where it is plausible or
 * there is no history. `history` is what the monitor has shown, newest first. Currency or unit flip, a slipped decimal
 * mark, a jump beyond what was seen, another type, nearly all of a list gone. A yes or no is never odd.
 */
export function isSuspicious(value: FactValue, history: readonly FactValue[]): string | null {
  const [last] = history;
  if (!last) return null;
  if (value.type !== last.type)
    return `it is ${TYPE_WORDS[value.type]}, where the last value was ${TYPE_WORDS[last.type]}`;
  if (value.type === 'number') return oddNumber(value, history);
  if (value.type === 'string' && last.type === 'string') return oddText(value, last);
  return value.type === 'object' && last.type === 'object' ? oddList(value, last) : null;
}
