import type Decimal from 'decimal.js';
import { type DecimalString, Exact, negativeOf, toDecimalString } from './decimal';
import type { DecimalMark, ParseHint } from './hint';
import { decimalMark } from './hint';
import { readExpression } from './number-expression';
import { readScale } from './number-scale';
import type { NumberToken } from './number-token';
import { isAmbiguous, isDigit, isSpace, resolveToken, scanTokens } from './number-token';
import { type FoldedText, foldText, originalSpan } from './text-fold';

/** A number where it stands; offsets are UTF-16 into the given text, end exclusive. */
export interface NumberMatch {
  number: DecimalString;
  start: number;
  end: number;
  quote: string;
}

/** A number in folded text, before anyone looked at its surroundings. */
export interface ScannedNumber {
  number: DecimalString;
  token: NumberToken;
  start: number;
  end: number;
  /** Ends like a price: "1299,-", "45,000/-". */
  priceEnding: boolean;
  scaled: boolean;
}

/** Decimals are kept to what DecimalString holds (60 characters). */
const MAX_DIGITS = 50;

const PRICE_ENDING = /(?:[.,:] ?[-–]{1,2}(?![\d-])|\/[-=](?!\d))/y;

function markFor(token: NumberToken, hint: ParseHint, scaled: boolean): DecimalMark {
  const known = decimalMark(hint);
  if (known) return known;
  // "10.000" with nothing known: three decimals that are all zero are rare, ten thousand is not.
  if (!scaled && token.marks[0] === '.' && token.groups[1] === '000') return ',';
  return '.';
}

/** End of a price ending that begins at `at` ("1299,-", "5.–", "299:-", "45,000/-"), else `at`. */
export function priceEndingAt(text: string, at: number): number {
  PRICE_ENDING.lastIndex = at;
  return PRICE_ENDING.test(text) ? PRICE_ENDING.lastIndex : at;
}

/** Plain notation of digits without a sign; Decimal would do it, but pages have thousands of numbers. */
function tidyDigits(digits: string): DecimalString {
  const whole = digits.replace(/^0+(?=\d)/, '');
  if (!whole.includes('.')) return whole;
  let end = whole.length;
  while (whole[end - 1] === '0') end--;
  return whole.slice(0, whole[end - 1] === '.' ? end - 1 : end);
}

interface Amount {
  value: DecimalString;
  end: number;
  scaled: boolean;
}

/** "12½" */
const FRACTIONS: Record<string, string> = { '½': '0.5', '¼': '0.25', '¾': '0.75' };

/** Reads the token at `index` and, for 1億2000万, those that continue it. Null where it is no number. */
function amountAt(
  text: string,
  tokens: readonly NumberToken[],
  index: number,
  hint: ParseHint,
  options: ScanOptions,
): (Amount & { used: number }) | null {
  const token = tokens[index];
  if (!token || token.end - token.start > MAX_DIGITS) return null;
  const scale = readScale(text, token.end, hint, options.money);
  const mark = isAmbiguous(token) ? (options.settle?.(token, scale !== null) ?? markFor(token, hint, !!scale)) : '.';
  const digits = resolveToken(token, mark);
  if (digits === null) return null;
  if (scale === null) {
    const part = token.marks.length === 0 ? FRACTIONS[text[token.end] ?? ''] : undefined;
    if (part === undefined) return { value: tidyDigits(digits), end: token.end, scaled: false, used: 1 };
    return { value: toDecimalString(new Exact(digits).plus(part)), end: token.end + 1, scaled: false, used: 1 };
  }
  const unit = new Exact(10).pow(scale.power);
  const value = new Exact(digits).times(unit);
  const next = tokens[index + 1];
  if (scale.additive && next && next.start === scale.end) {
    const rest = amountAt(text, tokens, index + 1, hint, options);
    if (rest && unit.gt(rest.value)) {
      return { value: toDecimalString(value.plus(rest.value)), end: rest.end, scaled: true, used: rest.used + 1 };
    }
  }
  return { value: toDecimalString(value), end: scale.end, scaled: true, used: 1 };
}

export interface ScanOptions {
  /** Accepts "$1.2m" and "$5B". */
  money: boolean;
  /** Settles "1.234"; null leaves it to the hint. */
  settle?: (token: NumberToken, scaled: boolean) => DecimalMark | null;
}

/** All numbers of folded text, unsigned. Dates with points, versions and addresses are left out. */
export function scanNumbers(text: string, hint: ParseHint, options: ScanOptions): ScannedNumber[] {
  const tokens = scanTokens(text);
  const found: ScannedNumber[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    const amount = token && amountAt(text, tokens, index, hint, options);
    if (!token || !amount || amount.value.length > 60) continue;
    index += amount.used - 1;
    const ending = priceEndingAt(text, amount.end);
    const end = amount.scaled ? amount.end : ending;
    found.push({
      number: amount.value,
      token,
      start: token.start,
      end,
      priceEnding: end > amount.end,
      scaled: amount.scaled,
    });
  }
  return found;
}

/** "minus 5 °C", "マイナス5度". Of the Romance words for it most stand in "at least" (al menos, au moins). */
const SIGN_WORD = /(?<!\p{L})((?:minus|negative) ?|(?:マイナス|零下) ?)$/iu;

/**
 * Where the sign of the number at `start` stands, or null: the word for it, or a minus directly before it (a space may
 * follow it), unless it joins two numbers ("10-20", "$10 – $20") or belongs to a word ("WH-1000").
 */
export function signBefore(text: string, start: number): number | null {
  const word = SIGN_WORD.exec(text.slice(Math.max(0, start - 12), start));
  if (word) return start - (word[1]?.length ?? 0);
  const at = start - 1;
  const sign = text[at];
  if (sign !== '-' && sign !== '–') return null;
  let before = at - 1;
  if (isSpace(text[before])) before--;
  const previous = text[before] ?? '\n';
  // A particle of Japanese before it joins no word to the number: 前年比の-5%.
  if (before === at - 1 && /\p{Script=Hiragana}/u.test(previous)) return at;
  if (before === at - 1 && !/[\s([:/=,;≤≥<>~]/u.test(previous)) return null;
  return isDigit(previous) || /[\p{Sc}\p{L}%]/u.test(before === at - 1 ? previous : '\n') ? null : at;
}

function isDateOrTimePart(text: string, scanned: ScannedNumber): boolean {
  const after = text.slice(scanned.end, scanned.end + 7);
  const before = text.slice(Math.max(0, scanned.start - 9), scanned.start);
  if (/^-\d{2}(-\d{2}|\D|$)/.test(after) && scanned.end - scanned.start === 4) return true;
  if (/\d{4}-$/.test(before) || /\d{4}-\d{2}-$/.test(before)) return true;
  return /^:\d{2}/.test(after) || /\d:$/.test(before);
}

/** All numbers of a text with their signs; digits inside words, dates and times of day are left out. */
export function findNumbers(text: string, hint: ParseHint = {}): NumberMatch[] {
  return findNumbersIn(foldText(text), hint);
}

function findNumbersIn(folded: FoldedText, hint: ParseHint): NumberMatch[] {
  const found: NumberMatch[] = [];
  for (const scanned of scanNumbers(folded.text, hint, { money: false })) {
    if (scanned.token.glued || isDateOrTimePart(folded.text, scanned)) continue;
    const sign = signBefore(folded.text, scanned.start);
    const number = sign === null ? scanned.number : negativeOf(scanned.number);
    found.push({ number, ...originalSpan(folded, sign ?? scanned.start, scanned.end) });
  }
  return found;
}

/** The one number in plain digits, or null when there is none, or more than one. */
function onlyNumber(text: string, hint: ParseHint): DecimalString | null {
  const [only, second] = findNumbers(text, hint);
  return only && !second ? only.number : null;
}

/**
 * The one number that a text states ("1.299,95", "12k", "(1,234)", "3 Mio.", "１２８００"; "2 1/4", "1.3e6", "3 dozen",
 * "one hundred and five"), as exact decimal text, of parts to 20 decimals. Null when there is none, or more than one.
 * `hint` decides "1.234"; without one a point is a decimal point.
 */
export function parseNumber(text: string, hint: ParseHint = {}): DecimalString | null {
  const read = (piece: string) => {
    const number = onlyNumber(piece, hint);
    return number === null ? null : new Exact(number);
  };
  const said = readExpression(foldText(text).text, hint, read);
  const number = typeof said === 'string' ? onlyNumber(said, hint) : storable(said);
  if (number === null) return null;
  return /^\s*\([^()]*\)\s*$/.test(text) ? toDecimalString(new Exact(number).abs().negated()) : number;
}

/** Parts and powers in as many digits as a decimal of ours may have. */
function storable(value: Decimal): DecimalString | null {
  const text = toDecimalString(value.toDecimalPlaces(20));
  return text.length <= 60 ? text : null;
}
