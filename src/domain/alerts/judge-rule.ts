import type { AlertRule, Measurement } from './rule';

const MINUTE_MS = 60_000;

/** What a rule says of one subject. `unknown`: too little was seen. */
export interface Verdict {
  state: 'firing' | 'fine' | 'unknown';
  /** A sentence, without the subject. */
  why: string;
}

/** Judges what was seen by a rule. */
export function judgeRule(rule: AlertRule, measured: Measurement): Verdict {
  const { value, seen } = measured;
  if (value === null) return { state: 'unknown', why: rule.unknown };
  const says = rule.says({ ...measured, value }, figureWords(rule.unit, value)) + windowWords(rule.windowMinutes);
  if (seen < rule.least) return { state: 'unknown', why: `${says}. Fewer than ${rule.least} tell nothing.` };
  const limit = `It is an alert from ${figureWords(rule.unit, rule.threshold)}.`;
  return { state: value >= rule.threshold ? 'firing' : 'fine', why: `${says}. ${limit}` };
}

/** What of an open episode counts for what comes of it. */
export interface OpenEpisode {
  lastFiredAt: Date;
  fineRounds: number;
}

export type EpisodeStep = 'none' | 'begin' | 'go_on' | 'calm' | 'end_fine' | 'end_unseen';

/** So often in a row it must be fine, so that what sways around the limit is one episode. */
const FINE_ROUNDS = 2;

/** What comes of a rule's episode, which is null where none is open. */
export function nextStep(
  rule: Pick<AlertRule, 'windowMinutes'>,
  open: OpenEpisode | null,
  { state }: Pick<Verdict, 'state'>,
  now: Date,
): EpisodeStep {
  if (open === null) return state === 'firing' ? 'begin' : 'none';
  if (state === 'firing') return 'go_on';
  if (state === 'fine') return open.fineRounds + 1 >= FINE_ROUNDS ? 'end_fine' : 'calm';
  return now.getTime() - open.lastFiredAt.getTime() >= unseenMs(rule) ? 'end_unseen' : 'none';
}

/** Nothing seen for so long is no sign of trouble any more: six times what the rule looks at, an hour at least. */
function unseenMs({ windowMinutes }: Pick<AlertRule, 'windowMinutes'>): number {
  return Math.max(60, 6 * windowMinutes) * MINUTE_MS;
}

/** "8.8 %", "2.4 s", "7 minutes", "12". */
export function figureWords(unit: AlertRule['unit'], value: number): string {
  const digits = (number: number, most: number) => number.toLocaleString('en', { maximumFractionDigits: most });
  if (unit === 'share') return `${digits(value * 100, 1)} %`;
  if (unit === 'milliseconds') return value < 1_000 ? `${digits(value, 0)} ms` : `${digits(value / 1_000, 1)} s`;
  return unit === 'minutes' ? minuteWords(Math.floor(value)) : digits(value, 0);
}

/** "7 minutes", "an hour", "24 hours". */
export function minuteWords(minutes: number): string {
  if (minutes === 1) return 'a minute';
  if (minutes === 60) return 'an hour';
  return minutes > 60 && minutes % 60 === 0 ? `${minutes / 60} hours` : `${minutes} minutes`;
}

function windowWords(minutes: number): string {
  return minutes === 0 ? '' : ` within ${minuteWords(minutes)}`;
}

/** A title that may leave the house: "A provider of models fails: claude". */
export function titleOf(rule: Pick<AlertRule, 'title' | 'tellsSubject'>, subject: string): string {
  return rule.tellsSubject && subject !== '' ? `${rule.title}: ${subject}` : rule.title;
}
