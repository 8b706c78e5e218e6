/** The product's promises (DESIGN, "Limits and promises"). Settings may lower them, never the code that uses them. */
export const LIMITS = {
  monitorsPerPerson: 10,
  refreshIntervalMs: 60_000,
  refreshesPerDay: 50,
  promptMin: 10,
  promptMax: 500,
  nameMin: 1,
  nameMax: 100,
  retentionDays: 365,
  failuresBeforeErrorMail: 3,
} as const;

/** So many tries within so many milliseconds. */
export interface RateRule {
  limit: number;
  windowMs: number;
}

/** What may be limited, per network address and per account (a person, or an email address before there is one). */
export interface AbuseRules {
  address?: RateRule;
  account?: RateRule;
  /** When nobody can count: refuse what could be guessed or sent to others, let reading through. */
  whenUncounted: 'refuse' | 'allow';
}

const MINUTE_MS = 60_000;

/** Far above what a person does, far below what guessing or flooding needs. `signIn` and `ownPassword` count only what failed. */
export const ABUSE_LIMITS = {
  signIn: {
    address: { limit: 50, windowMs: 15 * MINUTE_MS },
    account: { limit: 10, windowMs: 15 * MINUTE_MS },
    whenUncounted: 'refuse',
  },
  ownPassword: { account: { limit: 10, windowMs: 15 * MINUTE_MS }, whenUncounted: 'refuse' },
  register: {
    address: { limit: 20, windowMs: 60 * MINUTE_MS },
    account: { limit: 5, windowMs: 60 * MINUTE_MS },
    whenUncounted: 'refuse',
  },
  forgotPassword: {
    address: { limit: 20, windowMs: 60 * MINUTE_MS },
    account: { limit: 5, windowMs: 60 * MINUTE_MS },
    whenUncounted: 'refuse',
  },
  preview: {
    address: { limit: 200, windowMs: 10 * MINUTE_MS },
    account: { limit: 60, windowMs: 10 * MINUTE_MS },
    whenUncounted: 'allow',
  },
  api: {
    address: { limit: 3_000, windowMs: MINUTE_MS },
    account: { limit: 600, windowMs: MINUTE_MS },
    whenUncounted: 'allow',
  },
} as const satisfies Record<string, AbuseRules>;

export type LimitedAct = keyof typeof ABUSE_LIMITS;

/** When this monitor may be refreshed again; a date in the past or null means now. */
export function nextAllowedRefresh(lastManualRefresh: Date | null, intervalMs: number): Date | null {
  return lastManualRefresh === null ? null : new Date(lastManualRefresh.getTime() + intervalMs);
}

/** The UTC day of a charge, as YYYY-MM-DD. */
export function chargeDay(now: Date): string {
  return now.toISOString().slice(0, 10);
}
