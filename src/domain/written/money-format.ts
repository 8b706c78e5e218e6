import type { CurrencyToken } from './currency';
import { settleCurrency } from './currency';
import { CURRENCY_REGION, minorDigits } from './currency-table';
import type { DecimalMark, ParseHint } from './hint';
import { decimalMark, decimalMarkOfRegion, likelyRegion } from './hint';
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
 * format that is not their page's. They are decimals for a price per measure (also where the hint says that such are
 * expected and the language writes decimals so) and for currencies of three decimals.
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
  const leading = token.groups[0]?.length === 1;
  return hint.perMeasure === true && leading && language === mark ? mark : grouping;
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
