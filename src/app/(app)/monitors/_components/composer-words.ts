import { addressesIn } from '@/domain/contract/page-address';
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

const NAMED = /["“]([^"“”]{1,80})["”]/;
const EARLIER = / \(only “[^“”]{1,80}”\)$/;

/**
 * The prompt with what tells this candidate from the others: `… (only “Saturday 15 May”)`. Null where the candidate's
 * reason names nothing: its value alone will not do, since that is what changes.
 */
export function promptNaming(prompt: string, candidate: { reason: string }): string | null {
  const name = NAMED.exec(candidate.reason)?.[1]?.replace(/\s+/g, ' ').trim();
  return name ? `${prompt.trim().replace(EARLIER, '')} (only “${name}”)` : null;
}

/** Whether a prompt seems to name its page. A hint for the form only: the interpretation has the last word. */
export function namesPage(prompt: string): boolean {
  return addressesIn(prompt).length > 0;
}
