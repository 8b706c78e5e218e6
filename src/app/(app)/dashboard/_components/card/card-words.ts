import type { Locale } from '@/domain/written/locales';
import type { CardView } from '@/trpc/card-view';
import type { MonitorView } from '@/trpc/monitor-view';
import { changeWords } from '@/ui/monitor/change-words';
import { valueWords } from '@/ui/monitor/monitor-words';

type Change = NonNullable<CardView['change']>;

/** Longer values are told by what changed in them, or not again. */
const MOST = 48;

/**
 * "−$33.00 (−10.58%)", "Was available", "First value": what changed last, without when. `difference` says it of long
 * texts and lists.
 */
export function lastChangeWords(
  monitor: Pick<MonitorView, 'previousValue' | 'currentValue' | 'property'>,
  change: Change,
  locale: Locale,
) {
  const { previousValue: before, currentValue: value, property } = monitor;
  if (change.isFirst) return 'First value';
  const was =
    before === null || before.type === 'object' ? null : valueWords(before, { property, quote: null }, locale);
  if (value === null) return was !== null && was.length <= MOST ? `Gone, was ${was}` : 'Gone';
  if (before === null) return 'New';
  if (value.type === 'number' && change.changeAmount !== null) return changeWords({ ...change, value }, locale);
  if (was === null || was.length > MOST || change.difference !== null) return 'Changed';
  return `Was ${value.type === 'boolean' ? lowerFirst(was) : was}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
