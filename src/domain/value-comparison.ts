import { isClockTime } from './clock-time';
import { compareDates, isIsoDate } from './date';
import { findNumbers } from './number';
import { compareQuantities } from './quantity';
import { foldForComparison } from './text-fold';
import type { FactValue } from './value';
import { compareVersions } from './version';

/** Wording without what does not count: case, spaces, typography, trailing full stop, and how numbers are written. */
function normalText(text: string): string {
  const folded = foldForComparison(text);
  let out = '';
  let at = 0;
  for (const { start, end, number } of findNumbers(folded)) {
    out += folded.slice(at, start) + number;
    at = end;
  }
  return (out + folded.slice(at)).replace(/[.!]+$/, '');
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
 * Entries of a list that `of` has and `than` has not, after normalising; in the order of `of`, as written. One whose
 * title stands in `than` too, with details that came, went or count something else, is taken for the same entry.
 */
export function itemsBeyond(of: readonly string[], than: readonly string[]): string[] {
  const known = new Set(than.map(normalText));
  const own = new Set(of.map(normalText));
  const seen = new Set<string>();
  const unmatched = than.filter((item) => !own.has(normalText(item)));
  return of.filter((item) => {
    const normal = normalText(item);
    if (known.has(normal) || seen.has(normal)) return false;
    seen.add(normal);
    const twin = unmatched.findIndex((other) => isSameEntry(item, other));
    if (twin >= 0) unmatched.splice(twin, 1);
    return twin < 0;
  });
}

/** Readers write the detail that tells equal titles apart behind this; where a title stands alone it has none. */
const DETAIL = ' · ';

function isSameEntry(one: string, other: string): boolean {
  if (!one.includes(DETAIL) && !other.includes(DETAIL)) return false;
  const [first, second] = [titleAndDetail(one), titleAndDetail(other)];
  const bare = first.detail === '' || second.detail === '';
  return first.title === second.title && (bare || first.detail === second.detail);
}

function titleAndDetail(item: string): { title: string; detail: string } {
  const at = item.indexOf(DETAIL);
  if (at < 0) return { title: normalText(item), detail: '' };
  const detail = foldForComparison(item.slice(at + DETAIL.length)).replace(/\d[\d.,]*/g, '#');
  return { title: normalText(item.slice(0, at)), detail };
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
