import type { FactView } from '@/trpc/monitor-view';
import { factWords } from './fact-words';

/** A stretch of time in which every check gave the same. */
export interface Stretch {
  id: string;
  words: string;
  from: Date;
  /** The last check that still gave it. */
  until: Date;
  checks: number;
  alert: boolean;
}

/** Facts (newest first) as stretches, newest first. */
export function stretchesOf(facts: readonly FactView[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const fact of facts) {
    const words = factWords(fact);
    const open = stretches.at(-1);
    if (open?.words === words) {
      open.from = fact.extractedAt;
      open.checks += 1;
      open.alert ||= fact.triggeredAlert;
    } else {
      const { id, extractedAt: from, triggeredAlert: alert } = fact;
      stretches.push({ id, words, from, until: from, checks: 1, alert });
    }
  }
  return stretches;
}
