import { type CurrencyToken, settleCurrency } from './currency';
import { CURRENCY_REGION, minorDigits } from './currency-table';
import { type DecimalMark, decimalMark, decimalMarkOfRegion, languageOf, likelyRegion, type ParseHint } from './hint';
import type { ScannedNumber } from './number';
import type { NumberToken } from './number-token';

/** "€ 1,799/l", "$3.459 per gallon": prices of a measure carry three decimals. */
const PER_MEASURE = new RegExp(
  [
    String.raw`^[ \u00a0]?(?:/|per |pro |je |par |por |al )[ \u00a0]?(?:l|ltr|liters?|litres?|litros?|litro|gal|`,
    String.raw`gallon|kwh|km|min|minute|m³|kg)(?!\p{L})`,
  ].join(''),
  'iu',
);

/**
 * Which mark is the decimal mark in an amount with three digits behind its only point or comma. Three digits are
 * nearly always thousands, on pages of any language: shops write two decimals or none, and many show numbers in a
 * format that is not their page's. They are decimals for a price per measure and for currencies of three decimals; and,
 * where the language writes decimals so, beside amounts that do too ("1,579 €" beside "12,99 €": a page has one format)
 * or where the hint says that prices of a measure are expected.
 */
export function settleAmount(token: NumberToken, currency: string | null, after: string, hint: ParseHint): DecimalMark {
  const mark: DecimalMark = token.marks[0] === ',' ? ',' : '.';
  const grouping: DecimalMark = mark === '.' ? ',' : '.';
  const language = decimalMark(hint);
  const region = currency ? (CURRENCY_REGION.get(currency) ?? null) : null;
  const home = decimalMarkOfRegion(region);
  const digits = minorDigits(currency);
  if (PER_MEASURE.test(after)) return mark;
  if (currency && digits === 0) return grouping;
  if (currency && digits === 3 && (language ?? home ?? mark) === mark) return mark;
  // Of three decimals the last ones may be zero, not all.
  if (language !== mark || hint.shownMark === grouping || token.groups[1] === '000') return grouping;
  const leading = token.groups[0]?.length === 1;
  return hint.shownMark === mark || (hint.perMeasure === true && leading) ? mark : grouping;
}

/** The code that a token means for this amount. "kr" with nothing known follows how each country writes it. */
export function settleToken(token: CurrencyToken, number: NumberToken, prefix: boolean, hint: ParseHint): string {
  const unknown = !hint.currency && likelyRegion(hint) === null;
  if (unknown && /^kr\.?$/i.test(token.form)) {
    if (token.form.endsWith('.') || number.marks[0] === '.') return 'DKK';
    return prefix ? 'NOK' : 'SEK';
  }
  return settleCurrency(token.codes, hint);
}

/** Hundredths that follow an amount. */
export interface Cents {
  hundredths: string;
  /** How much of the text behind the amount they take. */
  length: number;
}

/** "5 €99", "5€99", "35€ 99", "2 pounds 50": the currency stands where the decimal mark would. Null: it does not. */
export function centsBehind(text: string, scanned: ScannedNumber, token: CurrencyToken, hint: ParseHint): Cents | null {
  if (hasDecimals(scanned)) return null;
  const named = namedCentsAt(text, token.end, token);
  if (named) return named;
  const match = /^([ \u00a0]?)(\d\d)(?!\d|[.,]\d)/.exec(text.slice(token.end, token.end + 6));
  if (!match) return null;
  const after = text.slice(token.end + match[0].length, token.end + match[0].length + 12);
  const spaced = match[1] !== '';
  const word = /\p{L}/u.test(token.form);
  if (!spaced && !word && !/[€£]/.test(token.form) && token.form !== 'CHF' && languageOf(hint) !== 'fr') return null;
  const attached = token.start === scanned.end && !spaced;
  const closed = /^[ \u00a0]*(?:$|[\n\t.;:!?*)|/]|,(?!\d))/.test(after);
  const belongs = attached ? !/^[ \u00a0]?[%\p{Sc}]/u.test(after) : closed;
  return belongs ? { hundredths: match[2] ?? '0', length: match[0].length } : null;
}

/** "$5 and 25 cents", "£3 and 50p": the currency stands before the amount, its hundredths have a name. */
export function centsAfter(text: string, scanned: ScannedNumber, token: CurrencyToken): Cents | null {
  return hasDecimals(scanned) ? null : namedCentsAt(text, scanned.end, token);
}

function hasDecimals(scanned: ScannedNumber): boolean {
  return scanned.token.marks.some((mark) => '.,'.includes(mark));
}

const NAMED = new RegExp(
  [
    String.raw`^\.?[ \u00a0]?(?:(?:and|und|et|y|e|en|con|com|och|og|i|и|és)[ \u00a0]|& ?|と)?(\d\d?)[ \u00a0]?`,
    String.raw`(銭|セント|\p{L}{1,10}(?![\p{L}\d]))`,
  ].join(''),
  'iu',
);
/** What hundredths are called, whatever the currency. */
const HUNDREDTHS = new RegExp(
  [
    '^(?:cents?|centimes?|centesimi|centavos?|c[ée]ntimos?|cêntimos?|pence|rappen|коп|копе[а-яії]*|',
    'grosz[a-zy]*|haléř[ůe]?|[öø]re|bani|ст|стотинк[иа]|kuruş|paise|sen|銭|セント)$',
  ].join(''),
  'iu',
);
/** Shorter names, which elsewhere are grams, pieces or pages. */
const SHORT: Record<string, RegExp> = {
  GBP: /^p$/,
  EUR: /^(?:c|ct|cts)$/i,
  CHF: /^(?:ct|cts|rp)$/i,
  PLN: /^gr$/i,
  CZK: /^hal$/i,
};

function namedCentsAt(text: string, at: number, token: CurrencyToken): Cents | null {
  const match = NAMED.exec(text.slice(at, at + 24));
  if (!match) return null;
  const [all, digits = '0', name = ''] = match;
  const isName = HUNDREDTHS.test(name) || token.codes.some((code) => SHORT[code]?.test(name));
  return isName ? { hundredths: digits, length: all.length } : null;
}

const CLOCK = /^(?:[01]?\d|2[0-4]):[0-5]\d$/;
/** With the crown beside it, before or behind: elsewhere a colon stands in times and scores. */
const COLON = /(?<![\d:])(\d[\d ]{0,9}):(\d\d)(?=[ \u00a0]?(?:kr|kronor|SEK)(?![\p{L}\d])(?!\.?[ \u00a0]?\d))/giu;
const CROWN_COLON = /((?:^|[^\p{L}])(?:kr|SEK)[ \u00a0]?\d[\d ]{0,9}):(\d\d)(?![\d:])/giu;

/** "149:90 kr", as Sweden writes 149,90: of equal length, so that offsets stay. */
export function withoutColons(text: string): string {
  if (!text.includes(':')) return text;
  return text.replace(COLON, '$1,$2').replace(CROWN_COLON, '$1,$2');
}

/** "$119. 95", "$ 99 .99": elements side by side, or a slip; a sentence would go on with a letter. */
const SPLIT = /(\p{Sc}[ \u00a0]?\d[\d,]{0,12})(?:\.[ \u00a0]| \.|[ \u00a0][.,][ \u00a0])(\d{2})(?=\s*$)/u;
const SPLIT_BEFORE_SIGN = /^(\s*\d[\d.,]{0,12})[ \u00a0][.,][ \u00a0](\d{2})(?=[ \u00a0]?\p{Sc}\s*$)/u;

/** "$99 99", "12 99 €" and nothing more: cents that are drawn raised. */
const RAISED = /^(\s*\p{Sc}[ \u00a0]?\d{1,4}) (\d{2})(\s*)$|^(\s*\d{1,4}) (\d{2})([ \u00a0]?\p{Sc}\s*)$/u;

/** A text that is one price, with its cents where they belong. Offsets change. */
export function joinCents(text: string): string {
  const joined = text
    .replace(SPLIT, '$1.$2')
    .replace(SPLIT_BEFORE_SIGN, '$1.$2')
    .replace(RAISED, (_, left = '', cents = '', end = '', whole = '', part = '', sign = '') =>
      left ? `${left}.${cents}${end}` : `${whole}.${part}${sign}`,
    );
  // "149:90" alone, where no clock has such a time.
  return /^\s*\d{1,5}:\d\d\s*$/.test(joined) && !CLOCK.test(joined.trim()) ? joined.replace(':', ',') : joined;
}
