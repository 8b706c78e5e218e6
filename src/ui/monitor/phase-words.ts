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
