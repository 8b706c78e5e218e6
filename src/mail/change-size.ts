import { plainLine } from '@/domain/email/plain-line';
import { withUnitOf } from '@/domain/trigger/decision-words';
import { changeBetween } from '@/domain/value/change';
import type { FactValue } from '@/domain/value/value';
import { formatNumber } from '@/domain/value/value-format';
import { Exact, toDecimalString } from '@/domain/written/decimal';
import type { Locale } from '@/domain/written/locales';

/** How far a number or a date moved: "down $33.00 (10.6%)", "2 days later"; null where that says nothing. */
export function changeSize(previous: FactValue | null, current: FactValue | null, locale: Locale): string | null {
  if (previous === null || current === null) return null;
  const from = withUnitOf(previous, current);
  const { amount, percentage, changeType } = changeBetween(from, withUnitOf(current, from));
  if (amount === null || (changeType !== 'increase' && changeType !== 'decrease')) return null;
  const isMore = changeType === 'increase';
  const size = toDecimalString(new Exact(amount).abs());
  if (from.type === 'string') return `${size} ${size === '1' ? 'day' : 'days'} ${isMore ? 'later' : 'earlier'}`;
  if (from.type !== 'number') return null;
  const unit = from.unit === '%' ? 'points' : from.unit;
  const moved = plainLine(`${isMore ? 'up' : 'down'} ${formatNumber(size, unit, { locale })}`, 60);
  const share = percentage === null || !hasShare(from) ? null : new Exact(percentage).abs().toDecimalPlaces(1);
  return share === null || share.isZero()
    ? moved
    : `${moved} (${formatNumber(toDecimalString(share), '%', { locale })})`;
}

/** A part of a percentage, of degrees or of a debt says nothing. */
function hasShare({ number, unit }: FactValue & { type: 'number' }): boolean {
  return unit !== '%' && !unit?.startsWith('°') && !number.startsWith('-');
}
