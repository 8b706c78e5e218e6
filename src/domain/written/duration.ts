import { type DecimalString, Exact, toDecimalString } from './decimal';
import type { ParseHint } from './hint';
import { convertQuantity, findQuantities } from './quantity';
import { unitOf } from './unit-table';

export interface Duration {
  amount: DecimalString;
  /** Symbol of unit-table.ts: "min", "h", "d", "month" … the smallest that was written. */
  unit: string;
}

const CLOCK = /^\s*(\d{1,3}):([0-5]\d)(?::([0-5]\d))?\s*(?:(?:h|hrs?|std\.?|hours?|uhr)\s*)?$/i;
/** "2h30", "1 h 05": hours with bare minutes. */
const HOURS_MINUTES = /(?<![\p{L}\p{N}.,])(\d{1,3}) ?h ?([0-5]\d)(?!\d| ?\p{L})/iu;

function isTime(unit: string): boolean {
  const dimension = unitOf(unit)?.dimension;
  return dimension === 'time' || dimension === 'calendar';
}

/** Adds up "2 h 30 min"; parts of calendars (months, years) do not add to parts of clocks. Null: no duration. */
export function parseDuration(text: string, hint: ParseHint = {}): Duration | null {
  const clock = CLOCK.exec(text);
  if (clock) {
    const [, first = '0', second = '0', third] = clock;
    if (third === undefined) return { amount: toDecimalString(new Exact(first).times(60).plus(second)), unit: 'min' };
    return {
      amount: toDecimalString(
        new Exact(first)
          .times(3600)
          .plus(Number(second) * 60)
          .plus(third),
      ),
      unit: 's',
    };
  }
  const short = HOURS_MINUTES.exec(text);
  if (short) return { amount: toDecimalString(new Exact(short[1] ?? 0).times(60).plus(short[2] ?? 0)), unit: 'min' };
  const parts = findQuantities(text, hint).filter((part) => isTime(part.unit));
  const last = parts.at(-1);
  if (!last) return null;
  let sum = new Exact(0);
  for (const part of parts) {
    const converted = convertQuantity(part.number, part.unit, last.unit);
    if (converted === null) return null;
    sum = sum.plus(converted);
  }
  return { amount: toDecimalString(sum), unit: last.unit };
}
