/** How an evaluation can fail (GLOSSARY). A failure never moves a monitor's state, baseline or trigger. */
export const FAILURES = [
  'unavailable',
  'not_found',
  'blocked',
  'login_required',
  'empty',
  'fact_missing',
  'unverified',
  'url_refused',
  'reader_unavailable',
  'internal',
] as const;

export type FailureOutcome = (typeof FAILURES)[number];

/** How an evaluation ended: a value, proven absence, or one failure. */
export const OUTCOMES = ['value', 'absent', ...FAILURES] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A typed failure. `message` is for the person: what happened and what to do next. */
export interface Failure {
  outcome: FailureOutcome;
  message: string;
  /** True where the same request may well work in a moment (time-out, 5xx, 429). */
  retryable: boolean;
  /** What the site asked for in Retry-After, in milliseconds. */
  retryAfterMs?: number;
  /** For logs and admins, never shown to the person: no secrets, no page text. */
  detail?: string;
}

export function isFailure(outcome: Outcome): outcome is FailureOutcome {
  return outcome !== 'value' && outcome !== 'absent';
}

/** The charge is given back when the failure is ours or the site's, not when the monitor asks for the impossible. */
export function givesChargeBack(outcome: Outcome): boolean {
  return isFailure(outcome) && outcome !== 'url_refused' && outcome !== 'fact_missing';
}

/** The page was read, and which value is meant only the person can say. */
export function isForPerson(outcome: Outcome): boolean {
  return outcome === 'fact_missing' || outcome === 'unverified';
}
