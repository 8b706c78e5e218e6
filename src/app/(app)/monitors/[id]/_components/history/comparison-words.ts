import { changeBetween } from '@/domain/value/change';
import type { Locale } from '@/domain/written/locales';
import type { FactView } from '@/trpc/monitor-view';
import { changeWords } from '@/ui/monitor/change-words';
import { lengthWords } from '@/ui/time/time-words';
import { factWords } from './fact-words';

/** "−$33.00 (−10.6%)", "Sold out → Available", "Same": what became of one value in another. */
export function turnWords(earlier: FactView, later: FactView, property: string, locale: Locale): string {
  const { changeType, amount, percentage } = changeBetween(earlier.value, later.value);
  if (changeType === 'stable') return 'The same';
  if (later.value?.type === 'number' && amount !== null) {
    const change = { changeType, changeAmount: amount, changePercentage: percentage, value: later.value };
    return changeWords(change, locale);
  }
  if (later.value?.type === 'object') return changeType === 'removed' ? 'Entries went' : 'Entries came or changed';
  return `${clipped(factWords(earlier, property, locale))} → ${clipped(factWords(later, property, locale))}`;
}

const LONGEST = 80;
const clipped = (words: string) => (words.length > LONGEST ? `${words.slice(0, LONGEST - 1).trimEnd()}…` : words);

/** "2 days apart", "under a minute apart". */
export function apartWords(earlier: Date, later: Date): string {
  return `${lengthWords(later.getTime() - earlier.getTime()) ?? 'under a minute'} apart`;
}
