import type { FactType } from '@/domain/value/value';

const TEXTS: Record<string, string> = { date: 'A date', time: 'A time of day', version: 'A version number' };
const CURRENCY = /^[A-Z]{3}$/;

/** "An amount in USD", "A number in °C", "A date", "Yes or no": what kind of value is read. */
export function factTypeWords(factType: FactType, unit: string | null): string {
  if (factType === 'boolean') return 'Yes or no';
  if (factType === 'object') return 'A list of entries';
  if (factType === 'string') return TEXTS[unit ?? ''] ?? 'A text';
  if (unit === null) return 'A number';
  if (unit === '%') return 'A percentage';
  return CURRENCY.test(unit) ? `An amount in ${unit}` : `A number in ${unit}`;
}
