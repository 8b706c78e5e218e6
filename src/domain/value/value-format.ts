import { isCurrencyCode, minorDigits } from '../written/currency-table';
import type { DecimalString } from '../written/decimal';
import { isIsoDate } from '../written/iso-date';
import { intlLocales, plainSigns } from '../written/locales';
import type { FactValue } from './value';

/** Signs that name one currency only, for English; other currencies go by their code. */
// biome-ignore format: a table
const CURRENCY_SIGNS: Record<string, string> = {
  USD: '$', EUR: '€', GBP: '£', JPY: '¥', INR: '₹', CAD: 'CA$', AUD: 'A$', NZD: 'NZ$', HKD: 'HK$', SGD: 'S$',
  TWD: 'NT$', MXN: 'MX$', BRL: 'R$', KRW: '₩', CNY: 'CN¥', VND: '₫', ILS: '₪', PHP: '₱',
};

export interface FormatOptions {
  /** A person's choice, or any BCP 47; where not given the default. */
  locale?: string | undefined;
}

function isEnglish(locale: string): boolean {
  return locale === 'en' || locale.startsWith('en-');
}

function withoutEndingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

/**
 * Exact for the 60 digits that a value may have, where Node 20 refuses more than 20: the fraction is set beside what
 * Intl makes of the whole part. `locale` is one of Intl's.
 */
export function grouped(number: DecimalString, locale: string, digits: number): string {
  const [whole = '0', written = ''] = number.split('.');
  const fraction = withoutEndingZeros(written).padEnd(digits, '0');
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: fraction === '' ? 0 : 1 });
  const parts = format.formatToParts(whole as `${number}`);
  return plainSigns(parts.map(({ type, value }) => (type === 'fraction' ? fraction : value)).join(''));
}

/** "$312.00", "€1,299.95", "SEK 1,099.00", "¥12,800"; in other locales as CLDR writes it ("1.299,95 €"). */
export function formatMoney(number: DecimalString, currency: string, options: FormatOptions = {}): string {
  const locale = intlLocales(options.locale).numbers;
  const decimals = number.split('.')[1]?.length ?? 0;
  const whole = minorDigits(currency) === 0 && decimals === 0;
  const digits = whole ? 0 : Math.max(decimals, minorDigits(currency));
  if (!isEnglish(locale)) {
    const style = {
      style: 'currency',
      currency,
      // Node 20 takes no more.
      minimumFractionDigits: Math.min(digits, 20),
      maximumFractionDigits: Math.min(digits, 20),
    } as const;
    return plainSigns(new Intl.NumberFormat(locale, style).format(number as `${number}`));
  }
  const negative = number.startsWith('-');
  const plain = grouped(negative ? number.slice(1) : number, locale, digits);
  return `${negative ? '−' : ''}${CURRENCY_SIGNS[currency] ?? `${currency} `}${plain}`;
}

/** "24 °C", "5%", "1,234", "$312.00". */
export function formatNumber(number: DecimalString, unit: string | null, options: FormatOptions = {}): string {
  if (unit !== null && isCurrencyCode(unit)) return formatMoney(number, unit, options);
  const plain = grouped(number, intlLocales(options.locale).numbers, 0);
  if (unit === null) return plain;
  return unit === '%' || unit === '°' ? `${plain}${unit}` : `${plain} ${unit}`;
}

/** "12 December 2026" or "12 December 2026, 14:30 UTC"; the day and time that were written, never moved by a zone. */
export function formatDate(iso: string, options: FormatOptions = {}): string {
  if (!isIsoDate(iso)) return iso;
  const locale = intlLocales(options.locale).dates;
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return iso;
  const format = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' });
  const time = iso.length > 10 ? `, ${iso.slice(11, 16)}` : '';
  const zone = /(Z|[+-]\d{2}:\d{2})$/.exec(iso.slice(10))?.[1] ?? '';
  return `${format.format(day)}${time}${zone === 'Z' ? ' UTC' : zone && ` ${zone}`}`;
}

const MOST_SHOWN = 5;

/** A value for people: "$312.00", "24 °C", "yes", "12 December 2026", "3 entries: A, B, C". */
export function formatValue(value: FactValue, options: FormatOptions = {}): string {
  if (value.type === 'number') return formatNumber(value.number, value.unit, options);
  if (value.type === 'boolean') return value.boolean ? 'yes' : 'no';
  if (value.type === 'string') return value.unit === 'date' ? formatDate(value.text, options) : value.text;
  const { items } = value;
  if (items.length === 0) return 'no entries';
  const shown = items.slice(0, MOST_SHOWN).join(', ');
  const more = items.length > MOST_SHOWN ? `, and ${items.length - MOST_SHOWN} more` : '';
  return `${items.length} ${items.length === 1 ? 'entry' : 'entries'}: ${shown}${more}`;
}
