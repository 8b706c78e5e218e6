import { parseClockTime } from '../written/clock-time';
import { isCurrencyCode } from '../written/currency-table';
import { parseDate } from '../written/date';
import { parseDuration } from '../written/duration';
import type { DateContext } from '../written/hint';
import { findMoney, parseMoney, saysFree } from '../written/money';
import { findNumbers } from '../written/number';
import { comparableUnits, findQuantities } from '../written/quantity';
import { unitOf } from '../written/unit-table';
import { parseVersion } from '../written/version';
import { parseBoolean } from '../written/yes-no';
import type { FactType, FactValue } from './value';

const MOST_TEXT = 2_000;
const MOST_ITEMS = 500;

/** "3 of 20 seats", "4.5 out of 5", "7/10": the first number is the value, the second its scale. */
const OF_TOTAL = /^[ \u00a0]?(?:\/|of|out of|von|sur|de|di|van|aus|中|の)[ \u00a0]?$/i;

/** A count in words: "No open positions", "keine Treffer". */
const NONE =
  /^\W*(?:no|none|zero|kein|keine|keinen|aucune?|ning[uú]n[oa]?|nenhuma?|nessun[oa]?|geen|nul|null)(?!\p{L})/iu;

function measured(quote: string, unit: string | null, hint: DateContext): FactValue | null {
  const quantities = findQuantities(quote, hint).filter((one) => unit === null || comparableUnits(one.unit, unit));
  const [first] = quantities;
  if (!first) return null;
  const time = ['time', 'calendar'].includes(unitOf(first.unit)?.dimension ?? '');
  if (time && quantities.length > 1) {
    const sum = parseDuration(quote, hint);
    return sum && { type: 'number', number: sum.amount, unit: sum.unit };
  }
  const bare = first.unit === '°' && unit !== null;
  return { type: 'number', number: first.number, unit: bare ? unit : first.unit };
}

function plainNumber(quote: string, unit: string | null, hint: DateContext): FactValue | null {
  const numbers = findNumbers(quote, hint);
  const [first, second] = numbers;
  if (!first) return unit === null && NONE.test(quote) ? { type: 'number', number: '0', unit } : null;
  const alike = numbers.every((other) => other.number === first.number);
  const ofTotal = second && numbers.length === 2 && OF_TOTAL.test(quote.slice(first.end, second.start));
  return alike || ofTotal ? { type: 'number', number: first.number, unit } : null;
}

function priced(quote: string, unit: string, hint: DateContext): FactValue | null {
  const expected = { ...hint, currency: unit };
  if (saysFree(quote)) return { type: 'number', number: '0', unit };
  const money = parseMoney(quote, expected);
  if (money === null) return null;
  if (money.currency !== unit) {
    const asked = findMoney(quote, expected).find((one) => one.currency === unit);
    if (asked) return { type: 'number', number: asked.amount, unit };
  }
  return { type: 'number', number: money.amount, unit: money.currency ?? unit };
}

function numeric(quote: string, unit: string | null, hint: DateContext): FactValue | null {
  if (unit !== null && isCurrencyCode(unit)) return priced(quote, unit, hint);
  if (unit === null && findMoney(quote, hint).length > 0) {
    const money = parseMoney(quote, hint);
    return money && { type: 'number', number: money.amount, unit: money.currency };
  }
  if (unit === null) {
    const single = findNumbers(quote, hint).length === 1 ? measured(quote, null, hint) : null;
    return single ?? plainNumber(quote, null, hint);
  }
  return measured(quote, unit, hint) ?? (unitIsContradicted(quote, hint) ? null : plainNumber(quote, unit, hint));
}

/** "5 kg" does not answer a question for °C, although its number could be read. */
function unitIsContradicted(quote: string, hint: DateContext): boolean {
  return findQuantities(quote, hint).length > 0 || findMoney(quote, hint).length > 0;
}

/** Entries of a list as quoted: one a line, bullets and numbering dropped, in their order, each once. */
export function listItems(text: string): string[] {
  const items = text
    .split(/[\n\r•‣▪◦]+/)
    .map((line) =>
      line
        .replace(/\s+/g, ' ')
        .replace(/^(?:[-–*·]|\d{1,3}[.)])\s+/, '')
        .trim()
        .slice(0, MOST_TEXT / 4),
    )
    .filter((line) => line !== '');
  return [...new Set(items)].slice(0, MOST_ITEMS);
}

function textual(quote: string, unit: string | null, hint: DateContext): FactValue | null {
  if (unit === 'date') {
    const text = parseDate(quote, hint);
    return text === null ? null : { type: 'string', text, unit };
  }
  if (unit === 'time') {
    const text = parseClockTime(quote);
    return text === null ? null : { type: 'string', text, unit };
  }
  if (unit === 'version') {
    const text = parseVersion(quote);
    return text === null ? null : { type: 'string', text, unit };
  }
  const text = quote.replace(/\s+/g, ' ').trim().slice(0, MOST_TEXT);
  return text === '' ? null : { type: 'string', text, unit };
}

/**
 * The typed value that follows from a quote by the parsers of this room, or null where it does not. A number keeps
 * the unit that is written (the caller checks that it agrees with the fact's); one without a unit takes the fact's,
 * and an ambiguous sign ("$") means the fact's currency where it can. `hint.now` completes dates.
 */
export function parseFactValue(
  quote: string,
  factType: FactType,
  unit: string | null,
  hint: DateContext = {},
): FactValue | null {
  if (factType === 'number') return numeric(quote, unit, hint);
  if (factType === 'string') return textual(quote, unit, hint);
  if (factType === 'boolean') {
    const boolean = parseBoolean(quote);
    return boolean === null ? null : { type: 'boolean', boolean };
  }
  const items = listItems(quote);
  return items.length === 0 ? null : { type: 'object', items };
}

/** Whether a value is of a type and unit that are asked for: any currency is money, units of one measure are one. */
export function isOfKind(value: FactValue, { factType, unit }: { factType: FactType; unit: string | null }): boolean {
  if (value.type !== factType) return false;
  if (value.type === 'boolean' || value.type === 'object' || value.unit === unit) return true;
  if (value.type === 'string') return false;
  if (unit === null || value.unit === null) return true;
  return (isCurrencyCode(value.unit) && isCurrencyCode(unit)) || comparableUnits(value.unit, unit);
}

// Reading, comparing and showing are three files, and one door for those who handle values.
export { equalValues } from './value-comparison';
export { formatValue } from './value-format';
