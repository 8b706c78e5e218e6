const QUEUES: Record<string, string> = { evaluations: 'Checks', emails: 'Emails', exports: 'Exports of own data' };

/** A queue in words; one that we have no word for by its name. */
export function queueWords(queue: string): string {
  return QUEUES[queue] ?? queue;
}

/** Why there is nothing left to try; null where there is. */
export function overWords({ queue, canRetry }: { queue: string; canRetry: boolean }): string | null {
  if (canRetry) return null;
  if (queue === 'evaluations') return 'The check has ended, and was given back.';
  return 'Its person is having another one made.';
}

const counted = (count: number) => (count === 1 ? 'One' : count.toLocaleString('en'));

/** What became of trying again. */
export function retriedWords(retried: number): string {
  return retried === 0 ? 'Nothing was left to try again.' : `${counted(retried)} will be tried again.`;
}

export function discardedWords(discarded: number): string {
  return discarded === 0 ? 'Nothing was left to put aside.' : `${counted(discarded)} put aside.`;
}
