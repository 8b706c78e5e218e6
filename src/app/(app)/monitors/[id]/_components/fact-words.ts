import { formatValue } from '@/domain/value/fact-value';
import { formatNumber } from '@/domain/value/value-format';
import { isCurrencyCode } from '@/domain/written/currency-table';
import type { FactView } from '@/trpc/monitor-view';

/** "$279.00", "Not there": what a fact says, in one line. */
export function factWords({ value }: Pick<FactView, 'value'>): string {
  if (value === null) return 'Not there';
  if (value.type === 'boolean') return value.boolean ? 'Yes' : 'No';
  return formatValue(value);
}

/** "−$40.00 (−12.5%)", "New", "Same": how a fact differs from the one before. */
export function changeWords(
  fact: Pick<FactView, 'changeType' | 'changeAmount' | 'changePercentage' | 'value'>,
): string {
  const { changeType, changeAmount, changePercentage, value } = fact;
  if (changeType === 'new') return 'New';
  if (changeType === 'removed') return 'Gone';
  if (changeType === 'stable') return 'Same';
  if (changeAmount === null) return changeType === 'increase' ? 'Up' : 'Down';
  const sign = changeType === 'increase' ? '+' : '−';
  const unit = value?.type === 'number' ? value.unit : null;
  const amount = formatNumber(changeAmount.replace(/^-/, ''), unit === '%' ? null : unit);
  const percent = changePercentage === null ? '' : ` (${sign}${shortPercent(changePercentage.replace(/^-/, ''))})`;
  return `${sign}${amount}${unit === '%' ? ' points' : ''}${percent}`;
}

/** "8.67%", "0.041%", "1,234.5%": as many digits as tell something. */
function shortPercent(percent: string): string {
  const format = new Intl.NumberFormat('en-US', {
    maximumFractionDigits: 2,
    maximumSignificantDigits: 2,
    roundingPriority: 'morePrecision',
  });
  return `${format.format(percent as `${number}`)}%`;
}

/** A number beside an axis: with its currency, but short; other units are known from the value above. */
export function axisNumber(number: number, unit: string | null): string {
  if (unit === null || !isCurrencyCode(unit))
    return new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 4 }).format(number);
  return formatNumber(String(Math.round(number * 100) / 100), unit).replace(/\.00$/, '');
}
