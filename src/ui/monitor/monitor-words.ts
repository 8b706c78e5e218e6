import { stateWords } from '@/domain/email/news-words';
import { isFailure, type Outcome } from '@/domain/outcome';
import { outcomeWords } from '@/domain/trigger/outcome-words';
import type { FactValue } from '@/domain/value/value';
import { formatValue } from '@/domain/value/value-format';
import type { Locale } from '@/domain/written/locales';

/** What a status is decided from. */
export interface StatusFacts {
  isActive: boolean;
  type: 'state' | 'change';
  armed: boolean;
  lastOutcome: Outcome | null;
  lastChecked: Date | null;
  told: boolean;
}

interface MonitorStatus {
  /** calm: it waits; told: its condition is true now; trouble: the last check failed; quiet: nothing happens. */
  tone: 'calm' | 'told' | 'trouble' | 'quiet';
  words: string;
}

/** A monitor in a word or two. Failing goes before waiting: nobody should trust a monitor that cannot read its page. */
export function monitorStatus(monitor: StatusFacts): MonitorStatus {
  const { isActive, type, armed, lastOutcome, lastChecked, told } = monitor;
  if (!isActive) return { tone: 'quiet', words: 'Paused' };
  if (lastOutcome !== null && isFailure(lastOutcome)) {
    return { tone: 'trouble', words: outcomeWords(lastOutcome).short };
  }
  if (lastChecked === null) return { tone: 'quiet', words: 'Never checked' };
  if (type === 'change') return { tone: 'calm', words: 'Watching for changes' };
  if (armed) return { tone: 'calm', words: 'Armed' };
  return {
    tone: 'told',
    words: told ? 'Condition true, you were told' : 'True already, waits for the next time',
  };
}

/** The phases of an evaluation that is under way, in their order. */
export const PHASES = ['queued', 'loading', 'reading', 'deciding'] as const;
export type Phase = (typeof PHASES)[number];

const WORDS: Record<Phase, string> = {
  queued: 'Waiting for its turn…',
  loading: 'Loading the page…',
  reading: 'Reading the value…',
  deciding: 'Deciding…',
};

export function phaseWords(phase: Phase): string {
  return WORDS[phase];
}

/** A value to be set large: its words, its entries where it is a list, and how large it may be. */
interface ValueHeadline {
  words: string;
  items: readonly string[];
  size: 'large' | 'medium' | 'small';
}

const NO_MEANING: Meaning = { property: '', quote: null };

function sizeOf(words: string): ValueHeadline['size'] {
  if (words.length <= 14) return 'large';
  return words.length <= 40 ? 'medium' : 'small';
}

/** What tells what a yes or no means: the property that is read, and what stood on the page. */
export interface Meaning {
  property: string;
  quote: string | null;
}

/** "$279.00", "Sold out": a value in a line. A yes or no is a state in words, never "No". */
export function valueWords(value: FactValue, { property, quote }: Meaning, locale: Locale): string {
  if (value.type !== 'boolean') return formatValue(value, { locale });
  const words = stateWords({ property, quote, isYes: value.boolean });
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "$279.00"; "3 entries" with its entries; "None" where the page showed that there is none; "No value yet". */
export function valueHeadline(
  value: FactValue | null,
  outcome: Outcome | null,
  { meaning, locale }: { meaning?: Meaning | undefined; locale: Locale },
): ValueHeadline {
  if (value === null) {
    return { words: outcome === 'absent' ? 'Not there' : 'No value yet', items: [], size: 'medium' };
  }
  if (value.type === 'object') {
    const count = value.items.length;
    const words = count === 0 ? 'No entries' : count === 1 ? '1 entry' : `${count} entries`;
    return { words, items: value.items, size: 'large' };
  }
  const bare = value.type === 'boolean' && meaning === undefined;
  const words = bare ? (value.boolean ? 'Yes' : 'No') : valueWords(value, meaning ?? NO_MEANING, locale);
  return { words, items: [], size: sizeOf(words) };
}
