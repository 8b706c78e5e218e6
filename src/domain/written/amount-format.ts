import type { DecimalMark, ParseHint } from './hint';

const SIGN = String.raw`(?:\p{Sc}|(?:EUR|Euro|CHF|PLN|zł|Kč|Ft|lei|kr|USD|GBP)(?!\p{L}))`;
/** Amounts with one or two digits behind their last mark: what that mark is they leave no doubt of. */
const AMOUNTS = [
  new RegExp(String.raw`(?<![\d.,])\d[\d.,]{0,12}([.,])\d{1,2}[ \u00a0\u202f]?${SIGN}`, 'gu'),
  new RegExp(String.raw`${SIGN}[ \u00a0\u202f]?\d[\d.,]{0,12}([.,])\d{1,2}(?![.,]?\d)`, 'gu'),
];
/** "Preise in € pro Liter", "ct/kWh": what is sold by these has three decimals. */
const PER_MEASURE = new RegExp(
  [
    String.raw`(?:\p{Sc}|(?<!\p{L})(?:euros?|eur|cents?|ct))[ \u00a0]?(?:/|(?:per|pro|je|par|por|al) )[ \u00a0]?`,
    String.raw`(?:l|ltr|liters?|litres?|litros?|litro|gal|gallon|kwh|m³)(?!\p{L})`,
  ].join(''),
  'iu',
);

/** What a text's own amounts show: the decimal mark that all of them have, and whether some are prices of a measure. */
export function amountFormatOf(text: string): Pick<ParseHint, 'shownMark' | 'perMeasure'> {
  const marks = new Set<string>();
  for (const pattern of AMOUNTS) for (const match of text.matchAll(pattern)) marks.add(match[1] ?? '');
  const [only] = marks;
  return { shownMark: marks.size === 1 ? (only as DecimalMark) : null, perMeasure: PER_MEASURE.test(text) };
}
