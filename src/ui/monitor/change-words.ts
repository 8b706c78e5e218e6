import { formatNumber } from '@/domain/value/value-format';
import { intlLocales, type Locale, plainSigns } from '@/domain/written/locales';
import type { FactView } from '@/trpc/monitor-view';
import { counted } from '../time/time-words';

/** Zero of these scales is no nothing: 2 °C are not twice as warm as 1 °C. */
const WITHOUT_SHARE = new Set<string | null>(['°C', '°F']);

/** "−$40.00 (−12.5%)", "+21 days", "New", "Same": how a fact differs from the one before. */
export function changeWords(
  fact: Pick<FactView, 'changeType' | 'changeAmount' | 'changePercentage' | 'value'>,
  locale: Locale,
): string {
  const { changeType, changeAmount, changePercentage, value } = fact;
  if (changeType === 'new') return 'New';
  if (changeType === 'removed') return 'Gone';
  if (changeType === 'stable') return 'Same';
  if (value?.type === 'boolean') return 'Changed';
  if (changeAmount === null) return changeType === 'increase' ? 'Up' : 'Down';
  const sign = changeType === 'increase' ? '+' : '−';
  // Of what is written in words only dates have an amount.
  if (value?.type === 'string') return `${sign}${counted(changeAmount.replace(/^-/, ''), 'day')}`;
  const unit = value?.type === 'number' ? value.unit : null;
  const amount = formatNumber(changeAmount.replace(/^-/, ''), unit === '%' ? null : unit, { locale });
  const percent =
    changePercentage === null || WITHOUT_SHARE.has(unit)
      ? ''
      : ` (${sign}${shortPercent(changePercentage.replace(/^-/, ''), locale)})`;
  return `${sign}${amount}${unit === '%' ? ' points' : ''}${percent}`;
}

/** "8.67%", "0.041%", "1,234.5%": as many digits as tell something. */
function shortPercent(percent: string, locale: Locale): string {
  const format = new Intl.NumberFormat(intlLocales(locale).numbers, {
    maximumFractionDigits: 2,
    maximumSignificantDigits: 2,
    roundingPriority: 'morePrecision',
  });
  return `${plainSigns(format.format(percent as `${number}`))}%`;
}
