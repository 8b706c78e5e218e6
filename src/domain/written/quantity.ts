import type Decimal from 'decimal.js';
import { isCurrencyCode } from './currency-table';
import { type DecimalString, Exact, toDecimalString } from './decimal';
import type { ParseHint } from './hint';
import { scanNumbers, signBefore } from './number';
import { isSpace } from './number-token';
import { foldText, originalSpan } from './text-fold';
import { UNITS, unitOf } from './unit-table';
import { WrittenForms } from './written-forms';

/** A number with its unit where it stands; offsets are UTF-16 into the given text, end exclusive. */
export interface QuantityMatch {
  number: DecimalString;
  /** Normal symbol of unit-table.ts, e.g. "°C", "km/h", "%". */
  unit: string;
  start: number;
  end: number;
  quote: string;
}

const WORD_CHARACTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;

const FORMS = new WrittenForms<string>(WORD_CHARACTER);
for (const unit of UNITS) {
  for (const form of [...unit.forms.split('|'), unit.symbol]) {
    FORMS.add(form, unit.symbol, !(form === form.toLowerCase() && /\p{L}{3}/u.test(form)));
  }
}

/** The unit written at `at` of folded text and where it ends; the longest form wins. */
export function unitAt(text: string, at: number): { unit: string; end: number } | null {
  const found = FORMS.at(text, at);
  return found && { unit: found.meaning, end: found.end };
}

/** "24C" and "75F" without the ring, attached only: prompts are typed in a hurry. */
function bareDegrees(text: string, at: number): { unit: string; end: number } | null {
  const letter = text[at];
  if ((letter !== 'C' && letter !== 'F') || WORD_CHARACTER.test(text[at + 1] ?? ' ')) return null;
  return { unit: `°${letter}`, end: at + 1 };
}

/** All numbers with a unit, percentages included; amounts of money are findMoney's. */
export function findQuantities(text: string, hint: ParseHint = {}): QuantityMatch[] {
  const folded = foldText(text);
  const found: QuantityMatch[] = [];
  for (const scanned of scanNumbers(folded.text, hint, { money: false })) {
    // "1:30 h" is no half hour times sixty.
    if (scanned.token.glued || /\d:$/.test(folded.text.slice(Math.max(0, scanned.start - 2), scanned.start))) continue;
    let at = scanned.end;
    while (at < scanned.end + 2 && (isSpace(folded.text[at]) || (at === scanned.end && folded.text[at] === '-'))) at++;
    const written = unitAt(folded.text, at) ?? (at === scanned.end ? bareDegrees(folded.text, at) : null);
    if (!written) continue;
    const sign = signBefore(folded.text, scanned.start);
    const number = sign === null ? scanned.number : toDecimalString(new Exact(scanned.number).negated());
    found.push({ number, unit: written.unit, ...originalSpan(folded, sign ?? scanned.start, written.end) });
  }
  return found;
}

/** The one quantity that a text states, or null when there is none or more than one. */
export function parseQuantity(text: string, hint: ParseHint = {}): { number: DecimalString; unit: string } | null {
  const [only, second] = findQuantities(text, hint);
  return only && !second ? { number: only.number, unit: only.unit } : null;
}

/** Exact size in the base unit of its dimension; temperatures in °F, in which Celsius and kelvin are finite. */
function toBase(number: DecimalString, symbol: string): Decimal {
  const value = new Exact(number);
  if (symbol === '°C') return value.times('1.8').plus(32);
  if (symbol === 'K') return value.minus('273.15').times('1.8').plus(32);
  return value.times(unitOf(symbol)?.size ?? 1);
}

/** Two units can be compared when they are the same or measure the same thing; a bare "°" goes with any degrees. */
export function comparableUnits(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || isCurrencyCode(a) || isCurrencyCode(b)) return false;
  const dimension = unitOf(a)?.dimension;
  return dimension !== undefined && dimension === unitOf(b)?.dimension;
}

/**
 * -1, 0 or 1 for two quantities, exactly; null where their units do not measure the same thing. A missing unit
 * compares with anything: the fact's unit is then understood.
 */
export function compareQuantities(
  a: { number: DecimalString; unit: string | null },
  b: { number: DecimalString; unit: string | null },
): -1 | 0 | 1 | null {
  if (a.unit === null || b.unit === null || a.unit === b.unit || a.unit === '°' || b.unit === '°') {
    if (a.unit !== null && b.unit !== null && !comparableUnits(a.unit, b.unit)) return null;
    return new Exact(a.number).comparedTo(b.number) as -1 | 0 | 1;
  }
  if (!comparableUnits(a.unit, b.unit)) return null;
  return toBase(a.number, a.unit).comparedTo(toBase(b.number, b.unit)) as -1 | 0 | 1;
}

/**
 * The number in another unit of the same dimension, to 12 decimals or, below one, 12 digits; null where they do not
 * convert.
 */
export function convertQuantity(number: DecimalString, from: string, to: string): DecimalString | null {
  if (from === to) return number;
  if (!comparableUnits(from, to)) return null;
  if (from === '°' || to === '°') return number;
  const base = toBase(number, from);
  const fahrenheit = unitOf(to)?.dimension === 'temperature';
  const converted = !fahrenheit
    ? base.div(unitOf(to)?.size ?? 1)
    : to === '°F'
      ? base
      : base
          .minus(32)
          .div('1.8')
          .plus(to === 'K' ? '273.15' : 0);
  // A byte is 0.000000000000001 PB: of what is below one, 12 digits that say something.
  return toDecimalString(converted.abs().lt(1) ? converted.toSignificantDigits(12) : converted.toDecimalPlaces(12));
}
