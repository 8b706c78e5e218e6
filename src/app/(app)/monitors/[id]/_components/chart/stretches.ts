import type { TurnView } from '@/trpc/history-view';
import { lengthWords } from '@/ui/time/time-words';

/** A stretch of time in which a value was the same (epoch ms). */
export interface Stretch {
  id: string;
  words: string;
  from: number;
  until: number;
  /** It was so already when what is shown begins. */
  beganBefore: boolean;
  /** It is so still. */
  isLast: boolean;
  alert: boolean;
  /** Two values that stand beside each other look different, and the same one always the same. */
  tone: number;
}

interface Turns {
  from: Date;
  until: Date;
  /** Newest first. */
  turns: readonly TurnView[];
}

const TONES = 4;

/** What the value became, newest first. */
export function stretchesOf({ from, until, turns }: Turns, wordsOf: (turn: TurnView) => string): Stretch[] {
  const known = new Map<string, number>();
  const toneOf = (words: string) => known.get(words) ?? known.set(words, known.size % TONES).get(words) ?? 0;
  let end = until.getTime();
  const stretches = turns.map((turn, at): Stretch => {
    const [began, words] = [turn.at.getTime(), wordsOf(turn)];
    const beganBefore = began < from.getTime();
    const stretch = {
      ...{ id: turn.id, words, from: Math.max(began, from.getTime()), until: end, beganBefore, alert: turn.alert },
      ...{ isLast: at === 0, tone: 0 },
    };
    end = began;
    return stretch;
  });
  // Tones are given from the oldest on, so that they stay when another one comes.
  for (const stretch of [...stretches].reverse()) stretch.tone = toneOf(stretch.words);
  return stretches;
}

/** "for 3 days", "for 2 hours until now". */
export function lastedWords({ from, until, isLast }: Pick<Stretch, 'from' | 'until' | 'isLast'>): string {
  return `for ${lengthWords(until - from) ?? 'less than a minute'}${isLast ? ' until now' : ''}`;
}
