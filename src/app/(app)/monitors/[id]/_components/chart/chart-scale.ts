import type { Trigger } from '@/domain/trigger/trigger';
import { formatNumber } from '@/domain/value/value-format';
import { isCurrencyCode } from '@/domain/written/currency-table';
import { intlLocales, type Locale, plainSigns } from '@/domain/written/locales';

/** A number beside an axis: with its currency, but short; other units are known from the value above. */
export function axisNumber(number: number, unit: string | null, locale: Locale): string {
  const short = new Intl.NumberFormat(intlLocales(locale).numbers, {
    notation: 'compact',
    maximumSignificantDigits: 4,
  });
  if (unit === null || !isCurrencyCode(unit)) return plainSigns(short.format(number));
  return formatNumber(String(Math.round(number * 100) / 100), unit, { locale }).replace(/[.,]00$/, '');
}

/** The numbers that a state trigger compares with: lines across the chart. */
export function thresholds(trigger: Trigger): number[] {
  if (trigger.kind === 'change') return [];
  return [trigger.value, trigger.value2].flatMap((operand) =>
    operand?.type === 'number' ? [Number(operand.number)] : [],
  );
}

/** Round numbers that span all dots and limits, five or so: the ticks of the vertical axis, its ends among them. */
export function valueTicks(points: readonly { value: number }[], lines: readonly number[]): number[] {
  const all = [...points.map(({ value }) => value), ...lines];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const span = high - low || Math.abs(high) / 5 || 1;
  const power = 10 ** Math.floor(Math.log10(span / 4));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= span / 4) ?? 10);
  const room = low === high ? step : 0;
  const first = Math.floor((low - room) / step);
  const last = Math.ceil((high + room) / step);
  // Multiples, rounded off: adding steps would pile up the errors of binary floats.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** So many moments over the time shown, each with another label. */
export function timeTicks(
  { from, until }: { from: number; until: number },
  count: number,
  label: (at: number) => string,
): number[] {
  const moments = Array.from({ length: count }, (_, at) => Math.round(from + ((until - from) * at) / (count - 1)));
  return moments.filter((at, index) => index === 0 || label(at) !== label(moments[index - 1] ?? at));
}

/** Where a state trigger's condition is true: from one number to another, open ends being infinite. */
export interface Band {
  from: number;
  to: number;
}

export function bandsOf(trigger: Trigger): Band[] {
  const [first, second] = thresholds(trigger);
  if (first === undefined) return [];
  const [low, high] = [Math.min(first, second ?? first), Math.max(first, second ?? first)];
  switch (trigger.op) {
    case 'lt':
    case 'lte':
      return [{ from: -Infinity, to: first }];
    case 'gt':
    case 'gte':
      return [{ from: first, to: Infinity }];
    case 'between':
      return [{ from: low, to: high }];
    case 'outside':
      return [
        { from: -Infinity, to: low },
        { from: high, to: Infinity },
      ];
    default:
      return [];
  }
}
