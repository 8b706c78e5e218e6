import type { Snapshot } from '@/domain/snapshot';
import type { FactValue } from '@/domain/value/value';
import { statedValues } from '@/page/stated-values';
import { plainSpaces } from './evidence';

/** A value that the page states for machines, and the currency beside it. */
interface Stated {
  raw: string;
  currency: unknown;
}

const LONGEST = 300;

/** Every short value that the page states for machines. */
export function statedOn({ structured }: Snapshot): Stated[] {
  return statedValues(structured).flatMap(({ within, value }): Stated[] => {
    if (String(value).length > LONGEST) return [];
    return [{ raw: plainSpaces(String(value)), currency: within.at(-1)?.priceCurrency }];
  });
}

const LEAST_DIGITS = 7;

/** Whether what is stated says the same as a value: number and currency, day, text, or telephone number. */
export function saysSame({ raw, currency }: Stated, value: FactValue): boolean {
  if (value.type === 'number') {
    if (typeof currency === 'string' && value.unit !== null && currency !== value.unit) return false;
    return /^\D{0,4}\d[\d.,]*\D{0,4}$/.test(raw) && Number(raw.replace(/[^\d.-]/g, '')) === Number(value.number);
  }
  if (value.type !== 'string') return false;
  if (value.unit === 'date' && /^\d{4}-\d\d-\d\d/.test(raw)) return raw.slice(0, 10) === value.text.slice(0, 10);
  const [one, other] = [raw, plainSpaces(value.text)].map((text) => text.toLowerCase()) as [string, string];
  const [short = '', long = ''] = [one, other]
    .map((text) => text.replace(/\D/g, ''))
    .sort((a, b) => a.length - b.length);
  return one === other || (!/\p{L}/u.test(one + other) && short.length >= LEAST_DIGITS && long.endsWith(short));
}
