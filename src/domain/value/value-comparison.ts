import { isClockTime } from '../written/clock-time';
import { compareDates, isIsoDate } from '../written/date';
import { findNumbers } from '../written/number';
import { compareQuantities } from '../written/quantity';
import { foldForComparison } from '../written/text-fold';
import { compareVersions } from '../written/version';
import { trulyNew } from './entry-comparison';
import type { FactValue } from './value';

/** Wording without what does not count: case, spaces, typography, trailing full stop, and how numbers are written. */
function normalText(text: string): string {
  const folded = foldForComparison(text);
  let out = '';
  let at = 0;
  for (const { start, end, number } of findNumbers(folded)) {
    out += folded.slice(at, start) + number;
    at = end;
  }
  return (out + folded.slice(at)).replace(/(?<![.!])[.!]+$/, '');
}

function compareText(a: FactValue & { type: 'string' }, b: FactValue & { type: 'string' }): -1 | 0 | 1 | null {
  if (a.unit === 'date' && b.unit === 'date' && isIsoDate(a.text) && isIsoDate(b.text)) {
    return compareDates(a.text, b.text);
  }
  if (a.unit === 'time' && b.unit === 'time' && isClockTime(a.text) && isClockTime(b.text)) {
    return a.text === b.text ? 0 : a.text < b.text ? -1 : 1;
  }
  if (a.unit === 'version' && b.unit === 'version') return compareVersions(a.text, b.text);
  return normalText(a.text) === normalText(b.text) ? 0 : null;
}

/**
 * -1, 0 or 1 for values that have an order: numbers of comparable units, dates, versions. 0 also for other values that
 * are equal. Null: no order (other texts, booleans, lists), or not comparable (EUR with USD, a number with a text).
 */
export function compareValues(a: FactValue, b: FactValue): -1 | 0 | 1 | null {
  if (a.type === 'number' && b.type === 'number') return compareQuantities(a, b);
  if (a.type === 'string' && b.type === 'string') return compareText(a, b);
  return equalValues(a, b) ? 0 : null;
}

/**
 * Entries of a list that `of` has and `than` has not, after normalising; in the order of `of`, as written. An entry of
 * `than` that is written otherwise in `of` (another detail, counter, badge or place) is not gone, and not new.
 */
export function itemsBeyond(of: readonly string[], than: readonly string[]): string[] {
  const known = new Set(than.map(normalText));
  const own = new Set(of.map(normalText));
  const seen = new Set<string>();
  const come = of.filter((item) => {
    const normal = normalText(item);
    if (known.has(normal) || seen.has(normal)) return false;
    seen.add(normal);
    return true;
  });
  return trulyNew(
    come,
    than.filter((item) => !own.has(normalText(item))),
    of,
    than,
  );
}

/** Equal after normalising case, space, typography, number format, units, and the order of a list. */
export function equalValues(a: FactValue, b: FactValue): boolean {
  if (a.type === 'number' && b.type === 'number') return compareQuantities(a, b) === 0;
  if (a.type === 'string' && b.type === 'string') return compareText(a, b) === 0;
  if (a.type === 'boolean' && b.type === 'boolean') return a.boolean === b.boolean;
  if (a.type === 'object' && b.type === 'object') {
    return itemsBeyond(a.items, b.items).length === 0 && itemsBeyond(b.items, a.items).length === 0;
  }
  return false;
}
