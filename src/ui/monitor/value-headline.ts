import type { Outcome } from '@/domain/outcome';
import { formatValue } from '@/domain/value/fact-value';
import type { FactValue } from '@/domain/value/value';

/** A value to be set large: its words, its entries where it is a list, and how large it may be. */
export interface ValueHeadline {
  words: string;
  items: readonly string[];
  size: 'large' | 'medium' | 'small';
}

function sizeOf(words: string): ValueHeadline['size'] {
  if (words.length <= 14) return 'large';
  return words.length <= 40 ? 'medium' : 'small';
}

/** "$279.00"; "3 entries" with its entries; "None" where the page showed that there is none; "No value yet". */
export function valueHeadline(value: FactValue | null, outcome: Outcome | null): ValueHeadline {
  if (value === null) {
    return { words: outcome === 'absent' ? 'Not there' : 'No value yet', items: [], size: 'medium' };
  }
  if (value.type === 'object') {
    const count = value.items.length;
    const words = count === 0 ? 'No entries' : count === 1 ? '1 entry' : `${count} entries`;
    return { words, items: value.items, size: 'large' };
  }
  const words = value.type === 'boolean' ? (value.boolean ? 'Yes' : 'No') : formatValue(value);
  return { words, items: [], size: sizeOf(words) };
}
