import { isClockTime } from '../written/clock-time';
import { findDates } from '../written/date';
import { compareDates, isIsoDate } from '../written/iso-date';
import { findNumbers } from '../written/number';
import { compareQuantities } from '../written/quantity';
import { foldForComparison } from '../written/text-fold';
import { compareVersions } from '../written/version';
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

const LONGEST_DATE = 40;

/** Texts that are nothing but a date: "12 December 2026" and "Sat, Dec 12, 2026" say the same. */
function isSameDay(one: string, other: string): boolean {
  if (one.length > LONGEST_DATE || other.length > LONGEST_DATE) return false;
  const [own, others] = [dayOf(one), dayOf(other)];
  return own !== null && own === others;
}

function dayOf(text: string): string | null {
  const [date, ...more] = findDates(text);
  const rest = date && more.length === 0 ? text.slice(0, date.start) + text.slice(date.end) : text;
  return date !== undefined && !/\p{N}|\p{L}{4}/u.test(rest) ? date.date : null;
}

function compareText(a: FactValue & { type: 'string' }, b: FactValue & { type: 'string' }): -1 | 0 | 1 | null {
  if (a.unit === 'date' && b.unit === 'date' && isIsoDate(a.text) && isIsoDate(b.text)) {
    return compareDates(a.text, b.text);
  }
  if (a.unit === 'time' && b.unit === 'time' && isClockTime(a.text) && isClockTime(b.text)) {
    return a.text === b.text ? 0 : a.text < b.text ? -1 : 1;
  }
  if (a.unit === 'version' && b.unit === 'version') return compareVersions(a.text, b.text);
  return normalText(a.text) === normalText(b.text) || isSameDay(a.text, b.text) ? 0 : null;
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

/** Readers write the detail that tells equal titles apart behind this; where a title stands alone it has none. */
const DETAIL = ' · ';

/**
 * Of the entries of `now` that have no equal in `before` (`come`), those that are not one of `gone`, the entries of
 * `before` without an equal in `now`, written otherwise. Each of `gone` stands for one of `come` at most.
 */
function trulyNew(
  come: readonly string[],
  gone: readonly string[],
  now: readonly string[],
  before: readonly string[],
): string[] {
  if (come.length === 0 || gone.length === 0) return [...come];
  const left = gone.map((item) => ({ loose: looseTitle(item), ...partsOf(item) }));
  const nowLoose = counted(now);
  const beforeLoose = counted(before);
  return come.filter((item) => {
    const parts = partsOf(item);
    const loose = looseTitle(item);
    // A title that several entries share but for their numbers ("11. Sitzung", "10. Sitzung") is told apart by them.
    const alone = nowLoose.get(loose) === 1 && beforeLoose.get(loose) === 1;
    const twin = left.findIndex(
      (other) => isSameEntry(parts, other) || (alone && other.loose === loose) || isCut(parts.title, other.title),
    );
    if (twin >= 0) left.splice(twin, 1);
    return twin < 0;
  });
}

interface Parts {
  title: string;
  detail: string;
}

function partsOf(item: string): Parts {
  const at = item.indexOf(DETAIL);
  if (at < 0) return { title: foldForComparison(item), detail: '' };
  const detail = foldForComparison(item.slice(at + DETAIL.length)).replace(/\d[\d.,]*/g, '#');
  return { title: foldForComparison(item.slice(0, at)), detail };
}

/** The same title, with details that came, went or count something else. */
function isSameEntry(one: Parts, other: Parts): boolean {
  if (one.detail === '' && other.detail === '') return false;
  const bare = one.detail === '' || other.detail === '';
  return one.title === other.title && (bare || one.detail === other.detail);
}

/** "Maintenance window on Sun…" is the title that begins so. */
function isCut(one: string, other: string): boolean {
  const begins = (cut: string, whole: string): boolean => {
    // Most titles are whole, and lists are compared each entry with each.
    if (!cut.endsWith('…') && !cut.endsWith('...')) return false;
    const head = /^(.{8,}?)\s?(?:…|\.\.\.)$/u.exec(cut)?.[1];
    return head !== undefined && whole.startsWith(head);
  };
  return begins(one, other) || begins(other, one);
}

const PLACE = /^#?(?:[1-9]|[1-4]\d)(?:[.)](?!\d)|(?= [-–]))\s*[-–]?\s*/u;
const COUNT = /(?<!\s)\s*[([]\d[\d.,]*(?: \p{L}+)?[)\]]$/u;
const BADGE =
  'new|neu|nouveau|nouvelle|nuevo|nueva|nuovo|nuova|novo|nova|nieuw|updated|update|hot|pinned|sticky|' +
  'featured|sponsored|urgent|top|tipp?|closed|geschlossen|solved|gelöst|aktualisiert|angepinnt|épinglé|' +
  'fijado|fixado|vastgezet|sold|sold out|reserved|verkauft|reserviert|vendu|vendido|venduto|verkocht';
const BADGES = new RegExp(
  `^(?:[[(](?:${BADGE})[\\])]|(?:${BADGE})(?:[!:]| [-–|]))\\s*|(?<!\\s)\\s*[[(–|-]?\\s?(?:${BADGE})[\\])!]$`,
  'gu',
);

/** A title without its place in the list, its counters, its badges and pictures. */
function looseTitle(item: string): string {
  const plain = foldForComparison(item)
    .replace(/^【[^】]{1,10}】|【[^】]{1,10}】$/gu, '')
    .replace(/(?:\p{Extended_Pictographic}|\ufe0f|[★☆●►▶»*])/gu, '')
    .trim();
  return (
    plain
      .replace(PLACE, '')
      .replace(COUNT, '')
      .replace(BADGES, '')
      .replace(/(?<![\s.!])[\s.!]+$/, '')
      .trim() || plain
  );
}

function counted(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(looseTitle(item), (counts.get(looseTitle(item)) ?? 0) + 1);
  return counts;
}
