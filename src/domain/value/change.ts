import type Decimal from 'decimal.js';
import { type DecimalString, Exact, toDecimalString } from '../written/decimal';
import { comparableUnits, convertQuantity } from '../written/quantity';
import type { FactValue } from './value';
import { compareValues, equalValues, itemsBeyond } from './value-comparison';

export const CHANGE_TYPES = ['increase', 'decrease', 'stable', 'new', 'removed'] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

/**
 * How a value differs from the one before. Text that changed is `new`; a list that gained entries is `new`, one that
 * only lost some is `removed`; no becoming yes is an increase, a later date or release too.
 */
export interface Change {
  changeType: ChangeType;
  /** New minus old, in the old value's unit; for dates in days; for lists the entries gained or lost. */
  amount: DecimalString | null;
  /** Of the old value's size; null where that is zero or not a number. */
  percentage: DecimalString | null;
}

export const NO_CHANGE: Change = { changeType: 'stable', amount: null, percentage: null };

const DAY_MS = 86_400_000;

/** New minus old in the old one's unit; null for texts, lists, and units that do not convert. */
export function difference(from: FactValue, to: FactValue): Decimal | null {
  if (from.type === 'number' && to.type === 'number') {
    const [unit, other] = [from.unit, to.unit];
    const number = unit && other && unit !== other ? convertQuantity(to.number, other, unit) : to.number;
    return number === null ? null : new Exact(number).minus(from.number);
  }
  if (from.type === 'string' && to.type === 'string' && from.unit === 'date' && to.unit === 'date') {
    const days = (Date.parse(to.text.slice(0, 10)) - Date.parse(from.text.slice(0, 10))) / DAY_MS;
    return Number.isFinite(days) ? new Exact(Math.round(days)) : null;
  }
  return null;
}

/** False for a change of currency, of dimension or of type: such a pair says nothing about more or less. */
export function canCompare(a: FactValue, b: FactValue): boolean {
  if (a.type !== b.type) return false;
  if (a.type !== 'number' || b.type !== 'number') return true;
  return a.unit === null || b.unit === null || comparableUnits(a.unit, b.unit);
}

function directed(order: -1 | 0 | 1, from: FactValue, to: FactValue): Change {
  if (order === 0) return NO_CHANGE;
  const amount = difference(from, to);
  const base = from.type === 'number' ? new Exact(from.number).abs() : null;
  const percentage = amount && base && !base.isZero() ? amount.div(base).times(100).toDecimalPlaces(4) : null;
  return {
    changeType: order < 0 ? 'increase' : 'decrease',
    amount: amount && toDecimalString(amount),
    percentage: percentage && toDecimalString(percentage),
  };
}

/** The change from the value before to the present one; null stands for "none" (absent, or never read). */
export function changeBetween(from: FactValue | null, to: FactValue | null): Change {
  if (from === null && to === null) return NO_CHANGE;
  if (from === null) return { changeType: 'new', amount: null, percentage: null };
  if (to === null) return { changeType: 'removed', amount: null, percentage: null };
  if (equalValues(from, to)) return NO_CHANGE;
  if (from.type === 'boolean' && to.type === 'boolean') {
    return { changeType: to.boolean ? 'increase' : 'decrease', amount: null, percentage: null };
  }
  if (from.type === 'object' && to.type === 'object') {
    const gained = itemsBeyond(to.items, from.items).length;
    const lost = itemsBeyond(from.items, to.items).length;
    const amount = gained > 0 ? String(gained) : String(-lost);
    return { changeType: gained > 0 ? 'new' : 'removed', amount, percentage: null };
  }
  const order = compareValues(from, to);
  return order === null ? { changeType: 'new', amount: null, percentage: null } : directed(order, from, to);
}
