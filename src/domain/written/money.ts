import { type CurrencyToken, currencyAt, currencyEndingAt, currencyOfHint, settleCurrency } from './currency';
import { type DecimalString, Exact, negativeOf, toDecimalString } from './decimal';
import type { ParseHint } from './hint';
import {
  type Cents,
  centsAfter,
  centsBehind,
  joinCents,
  settleAmount,
  settleToken,
  withoutColons,
} from './money-format';
import { priceEndingAt, type ScannedNumber, scanNumbers, signBefore } from './number';
import { isSpace, type NumberToken } from './number-token';
import { foldText, originalSpan } from './text-fold';

export interface Money {
  /** In the currency's main unit (dollars, not cents). */
  amount: DecimalString;
  /** ISO 4217, null where none is written. */
  currency: string | null;
}

/** An amount of money where it stands; offsets are UTF-16 into the given text, end exclusive. */
export interface MoneyMatch extends Money {
  start: number;
  end: number;
  quote: string;
  /** What follows as the measure of the price, as written: "/month", "per night"; else null. */
  per: string | null;
}

const GAP = ' \u00a0):-–';
const LEFT_GAP = /^[ \u00a0]{0,2}\)?[ \u00a0]?:?[ \u00a0]{0,2}[-–]?$/;
const PERCENT = /^[ \u00a0]?[%‰٪]/;
const RANGE = /^(?:[ \u00a0]?[-–~〜～][ \u00a0]?| (?:to|bis|a|à|tot|até) )$/;
const PER =
  /^[ \u00a0]?(?:\/[ \u00a0]?(?![-\d])[\p{L}³²]{1,12}|(?:per|pro|par|por|al|a|je|each) [\p{L}]{1,12})(?![\p{L}\d])/u;

interface Priced {
  scanned: ScannedNumber;
  number: DecimalString;
  currency: string | null;
  start: number;
  end: number;
  /** On which side the currency stands; "shared" in a range. */
  side: 'left' | 'right' | 'shared' | null;
}

/** Two forms that stand together agree if the exact one is a meaning of the other: "$1,299.99 USD", "SGD$4.90". */
function refines(exact: CurrencyToken, other: CurrencyToken): boolean {
  return exact.codes.length === 1 && other.codes.includes(exact.codes[0] ?? '');
}

/** Skips what may stand between a currency and its amount: spaces, "(US$): ", a minus. */
function gapStart(text: string, start: number, floor: number): number {
  let at = start;
  while (at > floor && at > start - 7 && GAP.includes(text[at - 1] ?? 'x')) at--;
  return LEFT_GAP.test(text.slice(at, start)) ? at : start;
}

function leftOf(text: string, start: number, floor: number): CurrencyToken | null {
  const last = currencyEndingAt(text, gapStart(text, start, floor), floor);
  if (!last || (last.hundredths && last.form !== '¢')) return null;
  const touching = isSpace(text[last.start - 1]) ? last.start - 1 : last.start;
  const first = touching > floor ? currencyEndingAt(text, touching, floor) : null;
  return first && refines(first, last) ? { ...first, end: last.end } : last;
}

/** "75 millions de $", "5 miliardi di dollari": behind large numbers the currency is joined by a word. */
const JOINED = /[ \u00a0](?:de |di |of |d')/uy;

function rightOf(text: string, end: number, joined: boolean): CurrencyToken | null {
  let at = end;
  JOINED.lastIndex = end;
  if (joined && JOINED.test(text)) return currencyAt(text, JOINED.lastIndex);
  while (at < end + 2 && isSpace(text[at])) at++;
  return currencyAt(text, text[at] === '(' && at > end ? at + 1 : at);
}

function startsAmount(text: string, token: CurrencyToken): boolean {
  // A point behind the currency that ends the text ends its sentence.
  return /^[ \u00a0]?(?:\d|\.(?![\s)]*$))/.test(text.slice(token.end, token.end + 4));
}

/** A word or name next to a bare number is no price ("TOP 10", "AMD 7") unless it is all there is, or expected. */
function isCredible(text: string, token: CurrencyToken, scanned: ScannedNumber, hint: ParseHint): boolean {
  if (token.hundredths && token.strict) {
    return (
      scanned.token.marks.length < 2 &&
      // Pumps write "145.9p"; "1080p" and "144p" are pictures.
      (new Exact(scanned.number).lt(100) || /^[12]\d\d\.\d$/.test(scanned.number)) &&
      (token.form.length > 1 || token.start === scanned.end)
    );
  }
  if (!token.strict || scanned.token.marks.length > 0 || scanned.priceEnding) return true;
  const expected = currencyOfHint(hint);
  if (expected && token.codes.includes(expected)) return true;
  if (token.start >= scanned.end && isRepeated(text, token)) return true;
  const from = Math.min(token.start, scanned.start);
  const to = Math.max(token.end, scanned.end);
  return text.slice(0, from).trim() === '' && /^[\s.*]*$/.test(text.slice(to, to + 40)) && text.length < to + 40;
}

function chooseSide(text: string, scanned: ScannedNumber, floor: number, hint: ParseHint) {
  const left = leftOf(text, scanned.start, floor);
  let right = rightOf(text, scanned.end, scanned.scaled);
  if (left && isCredible(text, left, scanned, hint)) {
    if (right && (right.hundredths || startsAmount(text, right) || !refines(right, left))) right = null;
    return { side: 'left' as const, token: right ?? left, left, right };
  }
  if (!right || !isCredible(text, right, scanned, hint)) return null;
  if (startsAmount(text, right) && !isRepeated(text, right) && !centsBehind(text, scanned, right, hint)) {
    // "5 $10": the sign belongs to what follows, unless a space says that it does not: "5 € 10 Stück".
    if (!isSpace(text[right.end]) || /\p{L}/u.test(right.form)) return null;
  }
  return { side: 'right' as const, token: right, left: null, right };
}

/**
 * "3,49 zł 1,75 zł": where the next amount has the same form behind it, this one belongs to what stands before; without
 * a space ("318 000 €4 676 €/m²", elements side by side) only where the last form leads to no further amount.
 */
function isRepeated(text: string, token: CurrencyToken): boolean {
  const next = /^[ \u00a0]?\d[\d., \u00a0']{0,16}/.exec(text.slice(token.end, token.end + 20));
  const again = token.end + (next?.[0].length ?? 0);
  if (next === null || !text.startsWith(token.form, again)) return false;
  return isSpace(text[token.end]) || !/^[ \u00a0]?\d/.test(text.slice(again + token.form.length));
}

type Chosen = NonNullable<ReturnType<typeof chooseSide>>;

function signOf(text: string, scanned: ScannedNumber, start: number): number | null {
  const before = text[scanned.start - 1];
  // "–.50" and "-,50" are prices without a whole part, not negative ones.
  if (scanned.token.groups[0] === '' && (before === '-' || before === '–')) return null;
  if (start < scanned.start && (before === '-' || before === '–')) return start;
  return signBefore(text, start);
}

/** "299:-" says that it is a price, and only Sweden writes it so; other endings leave the currency to the hint. */
function endingCurrency(text: string, scanned: ScannedNumber, hint: ParseHint): string | null {
  return currencyOfHint(hint) ?? (text[scanned.end - 2] === ':' ? 'SEK' : null);
}

function centsOf(text: string, scanned: ScannedNumber, chosen: Chosen, hint: ParseHint): Cents | null {
  if (chosen.side === 'right') return centsBehind(text, scanned, chosen.token, hint);
  return chosen.right === null ? centsAfter(text, scanned, chosen.token) : null;
}

function price(text: string, scanned: ScannedNumber, floor: number, hint: ParseHint): Priced {
  const none = { scanned, number: scanned.number, start: scanned.start, end: scanned.end };
  const chosen = chooseSide(text, scanned, floor, hint);
  if (!chosen)
    return { ...none, currency: scanned.priceEnding ? endingCurrency(text, scanned, hint) : null, side: null };
  const { token, left, right, side } = chosen;
  const start = left ? left.start : scanned.start;
  let end = right ? right.end : scanned.end;
  let number = token.hundredths ? toDecimalString(new Exact(none.number).div(100)) : none.number;
  const cents = token.hundredths ? null : centsOf(text, scanned, chosen, hint);
  if (cents) {
    number = toDecimalString(new Exact(cents.hundredths).div(100).plus(number));
    end += cents.length;
  } else if (right) end = priceEndingAt(text, end);
  const minus = signOf(text, scanned, start);
  const sign = minus !== null && minus >= floor ? minus : null;
  const currency = settleToken(token, scanned.token, side === 'left', hint);
  return {
    scanned,
    number: sign === null ? number : negativeOf(number),
    currency,
    start: sign ?? start,
    end,
    side,
  };
}

/** "10–20 €" and "$10-20": the end without a currency takes the other's. */
function shareInRanges(text: string, prices: Priced[]): void {
  for (let index = 1; index < prices.length; index++) {
    const [low, high] = [prices[index - 1], prices[index]];
    if (!low || !high || (low.currency === null) === (high.currency === null)) continue;
    if (!RANGE.test(text.slice(low.end, high.start))) continue;
    const letterAfter = /^[ \u00a0]?[\p{L}%]/u.test(text.slice(high.end, high.end + 2));
    if (low.side === 'left' && !high.scanned.token.glued && !letterAfter)
      Object.assign(high, { currency: low.currency, side: 'shared' });
    if (high.side === 'right' && !low.scanned.token.glued)
      Object.assign(low, { currency: high.currency, side: 'shared' });
  }
}

function pricesIn(written: string, hint: ParseHint): Priced[] {
  const text = withoutColons(written);
  const settle = (token: NumberToken, scaled: boolean) => {
    const written = leftOf(text, token.start, 0) ?? rightOf(text, token.end, false);
    const currency = written ? settleCurrency(written.codes, hint) : (hint.currency ?? null);
    const after = text.slice(Math.max(token.end, written?.end ?? 0), token.end + 24);
    return scaled ? null : settleAmount(token, currency, after, hint);
  };
  const prices: Priced[] = [];
  let floor = 0;
  for (const scanned of scanNumbers(text, hint, { money: true, settle })) {
    if (scanned.start < floor) continue; // the cents of "5 €99"
    const priced = price(text, scanned, floor, hint);
    prices.push(priced);
    floor = priced.end;
  }
  shareInRanges(text, prices);
  return prices;
}

/** All amounts with a currency: codes, signs and words of the web's languages, ranges as two amounts. */
export function findMoney(text: string, hint: ParseHint = {}): MoneyMatch[] {
  const folded = foldText(text);
  return pricesIn(folded.text, hint)
    .filter((priced) => priced.currency !== null)
    .map((priced) => ({
      amount: priced.number,
      currency: priced.currency,
      ...originalSpan(folded, priced.start, priced.end),
      per: PER.exec(folded.text.slice(priced.end, priced.end + 24))?.[0].trim() ?? null,
    }));
}

/** Words right before an amount that is not what one pays: an old price, a saving, a threshold. */
const ASIDE = new RegExp(
  [
    '(?:was|were|rrp|msrp|uvp|(?:list|regular|original|normal|old|usual) price|normalpreis|',
    'originalpreis|listenpreis|alter preis|statt|vorher|früher|save|spare|sparen sie|prix (?:normal|',
    "d'origine|barré|conseillé)|ancien prix|économisez|avant|au lieu de|precio (?:normal|regular|",
    'original|anterior)|preço (?:normal|original|anterior)|antes|ahorra|de:|prezzo (?:originale|',
    'di listino|precedente)|prima|invece di|normale prijs|adviesprijs|van|instead of|orders over|over|',
    String.raw`ab einem bestellwert von)[ \u00a0:]{0,2}$`,
  ].join(''),
  'iu',
);

/** A bare number may be a price if it is no percentage, part of a name, or time of day. */
function isBarePrice(text: string, { scanned }: Priced): boolean {
  const after = text.slice(scanned.end, scanned.end + 3);
  const inTime = /^:\d\d$/.test(after) || /\d:$/.test(text.slice(0, scanned.start));
  return !inTime && !scanned.token.glued && !PERCENT.test(after);
}

/** "($12.00)", "(12 Euro)": a negative amount of bookkeepers; a whole sentence in brackets is only an aside. */
const ACCOUNTING = /^\s*\((?!.*\p{L}[^\p{L}]+\p{L})[^()]*\)\s*$/u;

/**
 * The amount that a price text states, or null. With several, the first that is paid ("Was £12 now £10" is 10; of a
 * range its lower end). A number without a currency counts where no other has one; its currency is the hint's.
 */
export function parseMoney(text: string, hint: ParseHint = {}): Money | null {
  const folded = foldText(joinCents(text));
  const prices = pricesIn(folded.text, hint);
  const priced = prices.filter((candidate) => candidate.currency !== null);
  const candidates = priced.length > 0 ? priced : prices.filter((candidate) => isBarePrice(folded.text, candidate));
  const paid = candidates.find((one) => !ASIDE.test(folded.text.slice(Math.max(0, one.start - 28), one.start)));
  const chosen = paid ?? candidates[0];
  if (!chosen) return null;
  const accounting = ACCOUNTING.test(text);
  const sign = chosen.currency === null ? signBefore(folded.text, chosen.start) : null;
  const number =
    sign !== null || accounting ? toDecimalString(new Exact(chosen.number).abs().negated()) : chosen.number;
  return { amount: number, currency: chosen.currency ?? hint.currency ?? null };
}

const FREE = new RegExp(
  [
    String.raw`^\W*(?:free|for free|free of charge|gratis|kostenlos|umsonst|kostenfrei|gratuit|gratuitement|`,
    'grátis|gratuito|gratuita|kosteloos|無料|免费|免費|무료|bezpłatnie|za darmo|zdarma|ingyenes|ilmainen|',
    String.raw`бесплатно)\W*$`,
  ].join(''),
  'iu',
);

/** True where the whole text says that it costs nothing ("Free", "kostenlos"). */
export function saysFree(text: string): boolean {
  return text.length <= 60 && FREE.test(text);
}
