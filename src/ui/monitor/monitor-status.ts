import { isFailure, type Outcome } from '@/domain/outcome';
import { outcomeWords } from '@/domain/trigger/outcome-words';

/** What a status is decided from. */
export interface StatusFacts {
  isActive: boolean;
  type: 'state' | 'change';
  armed: boolean;
  lastOutcome: Outcome | null;
  lastChecked: Date | null;
  told: boolean;
}

export interface MonitorStatus {
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
