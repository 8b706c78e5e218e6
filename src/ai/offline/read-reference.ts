import type { Candidate, Job } from './read-candidates';
import { saysAny } from './read-question';
import { fold } from './read-words';

/** Limits and guidelines by which pages explain a measured value: "WHO guideline for PM2.5: 15 µg/m³". */
const LIMIT =
  /(^|[^a-z])(guidelines?|limit value|legal limit|daily limit|annual limit|threshold|grenzwert\w*|richtwert\w*|zielwert\w*|valeur limite|valeur guide|seuil|valor limite|valor guia|umbral|valore limite|soglia|grenswaarde|streefwaarde|基準値?)([^a-z]|$)/;
const LIMIT_ASKED = [
  'guideline',
  'limit',
  'threshold',
  'grenzwert',
  'richtwert',
  'zielwert',
  'seuil',
  'umbral',
  'soglia',
];

/** What a campaign is heading for: "Let's get to 10,000", "Goal: 500", "At 10,000 signatures the council will answer". */
const GOAL =
  /(^|[^a-z])(goal|target|let.?s (get to|reach)|help (us )?(reach|get to)|next goal|to reach|ziel|objectif|objetivo|meta|obiettivo|doel|目標)[^a-z0-9]{0,4}(of|is|von|de|di|van)?[^a-z0-9]{0,3}$/;
const GOAL_ASKED = ['goal', 'target', 'ziel', 'objectif', 'objetivo', 'meta', 'obiettivo', 'doel'];
const WHEN_REACHED = /^(at|once we reach|when we reach|bei|a|ao|met) ?$/;
const WILL = /(^|[^a-z])(will|wird|werden|sera|seront|respondera|risponde\w*|zal|gets?)([^a-z]|$)/;

/** "signed 2 minutes ago" tells the age of an entry. */
const AGO = /^[^a-z0-9]{0,2}(\w+ )?(ago|fa|geleden)([^a-z]|$)|^前/;
const SINCE = /(^|[^a-z])(vor|il y a|hace|ha) ?$/;

/** Refuses numbers that stand beside the asked one to compare it with: limits, guidelines and goals. */
export function refuseReferences(job: Job, candidates: Candidate[]): void {
  if (!['number', 'quantity', 'count'].includes(job.asked.kind)) return;
  for (const candidate of candidates) {
    const { context } = candidate;
    const before = fold(context.before).slice(-80);
    const labels = context.labels
      .filter(({ from }) => from === 'row' || from === 'column')
      .map(({ text }) => fold(text));
    if (!saysAny(job.asked, LIMIT_ASKED) && [before, ...labels].some((text) => LIMIT.test(text)))
      candidate.refusal ??= 'it is a limit or guideline, not what was measured';
    if (AGO.test(fold(context.after)) || SINCE.test(before)) candidate.refusal ??= 'it is how long ago something was';
    if (saysAny(job.asked, GOAL_ASKED)) continue;
    const isPromise = WHEN_REACHED.test(before.trim()) && WILL.test(fold(context.after));
    if (isPromise || GOAL.test(before)) candidate.refusal ??= 'it is a goal, not what has been reached';
  }
}
