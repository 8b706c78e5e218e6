import type Decimal from 'decimal.js';
import { isCurrencyCode } from './currency-table';
import { type DecimalString, Exact, negativeOf, toDecimalString } from './decimal';
import type { ParseHint } from './hint';
import { type ScannedNumber, scanNumbers, signBefore } from './number';
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

/** "40 degrees C", "98,6 grados f", "20 Grad Celsius": which degrees they are, and where that ends. */
const SCALE = /[ \u00a0]?(?:(c|celsius|celcius|centigrades?|cent[ií]grad[oi]s?)|(f|fahr?enheit))(?![\p{L}\p{N}'])/iuy;

function withScale(text: string, written: { unit: string; end: number } | null) {
  if (written?.unit !== '°') return written;
  SCALE.lastIndex = written.end;
  const scale = SCALE.exec(text);
  return scale ? { unit: scale[1] ? '°C' : '°F', end: SCALE.lastIndex } : written;
}

/** The unit written at `at` of folded text and where it ends; the longest form wins. */
export function unitAt(text: string, at: number): { unit: string; end: number } | null {
  const found = FORMS.at(text, at);
  return withScale(text, found && { unit: found.meaning, end: found.end });
}

/** Japanese says before the number which degrees, and that a length is one an hour. */
const AHEAD: readonly [words: RegExp, units: Record<string, string>][] = [
  [/摂氏(?:温度)?[ \u00a0]?$/, { '°': '°C' }],
  [/華氏(?:温度)?[ \u00a0]?$/, { '°': '°F' }],
  [/時速[ \u00a0]?$/, { km: 'km/h', mi: 'mph' }],
  [/秒速[ \u00a0]?$/, { m: 'm/s' }],
];

function saidAhead(text: string, start: number, unit: string): { unit: string; start: number } {
  for (const [words, units] of AHEAD) {
    const said = words.exec(text.slice(Math.max(0, start - 6), start));
    const full = units[unit];
    if (said && full) return { unit: full, start: start - said[0].length };
  }
  return { unit, start };
}

/** "10 1/2 miles", "1/4 de milla": what stands before a number that is the lower half of a fraction. */
const UPPER_HALF = /(?<![\d.,/])(?:(\d{1,6})[ \u00a0]{1,2})?(\d{1,2})\/$/;

function fractionAt(text: string, scanned: ScannedNumber): { number: DecimalString; start: number } | null {
  const upper = UPPER_HALF.exec(text.slice(Math.max(0, scanned.start - 12), scanned.start));
  const [above, below] = [Number(upper?.[2]), Number(scanned.number)];
  if (!upper || above === 0 || above >= below || below > 64 || scanned.scaled) return null;
  const value = new Exact(above).div(below).plus(upper[1] ?? 0);
  return { number: toDecimalString(value.toDecimalPlaces(12)), start: scanned.start - upper[0].length };
}

/** "2,4 milliards de gallons", "1/4 de milla": behind large numbers and parts the unit is joined by a word. */
const JOINED = /[ \u00a0](?:de |di |of |d')/uy;

function unitBehind(text: string, end: number, joined: boolean): { unit: string; end: number } | null {
  let at = end;
  while (at < end + 2 && (isSpace(text[at]) || (at === end && text[at] === '-'))) at++;
  JOINED.lastIndex = end;
  if (joined && JOINED.test(text)) at = JOINED.lastIndex;
  return unitAt(text, at) ?? (at === end ? bareDegrees(text, at) : null);
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
    const part = fractionAt(folded.text, scanned);
    const written = unitBehind(folded.text, scanned.end, scanned.scaled || part !== null);
    if (!written) continue;
    const { number, start } = part ?? scanned;
    const sign = signBefore(folded.text, start);
    const ahead = saidAhead(folded.text, sign ?? start, written.unit);
    const value = sign === null ? number : negativeOf(number);
    found.push({ number: value, unit: ahead.unit, ...originalSpan(folded, ahead.start, written.end) });
  }
  return found;
}

/** Whether `lower` is the rest of `upper`, in a smaller unit of its kind: "5 ft 2 in", "1 h 30 min". */
function continues(text: string, upper: QuantityMatch, lower: QuantityMatch): boolean {
  if (!/^,? ?(?:and |und |et |y |e |en )?$/.test(text.slice(upper.end, lower.start))) return false;
  const larger = unitOf(upper.unit)?.dimension !== 'temperature' && comparableUnits(upper.unit, lower.unit);
  return (
    larger && upper.unit !== lower.unit && compareQuantities({ ...lower }, { number: '1', unit: upper.unit }) === -1
  );
}

/**
 * The one quantity that a text states, or null when there is none or more than one. "5 ft 2 in" is one, in feet, to
 * 12 decimals.
 */
export function parseQuantity(text: string, hint: ParseHint = {}): { number: DecimalString; unit: string } | null {
  const [only, ...more] = findQuantities(text, hint);
  if (!only || more.length > 1) return null;
  const [rest] = more;
  if (!rest) return { number: only.number, unit: only.unit };
  const added = continues(text, only, rest) ? convertQuantity(rest.number, rest.unit, only.unit) : null;
  return added === null ? null : { number: toDecimalString(new Exact(only.number).plus(added)), unit: only.unit };
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
