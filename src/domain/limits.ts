/** The product's promises (DESIGN, "Limits and promises"). Settings may lower them, never the code that uses them. */
export const LIMITS = {
  monitorsPerPerson: 10,
  refreshIntervalMs: 60_000,
  refreshesPerDay: 50,
  promptMin: 10,
  promptMax: 500,
  nameMin: 1,
  nameMax: 100,
  tagMax: 24,
  tagsPerMonitor: 6,
  retentionDays: 365,
  failuresBeforeErrorMail: 3,
  /** How long a deletion can be taken back. */
  undoMs: 10_000,
  /** Calls that a page gathers into one request. */
  callsPerRequest: 10,
  /** Streams of progress that a person's tabs have open at once; a tab has a few at most. */
  streamsPerPerson: 20,
  /** The same of everybody, in one process. */
  streamsInAll: 1_000,
} as const;

/** So many tries within so many milliseconds. */
export interface RateRule {
  limit: number;
  windowMs: number;
  /**
   * For what is asked often and need not be counted to the last one: so many are counted at once, and each process
   * lets the rest of them through without asking, within the same window.
   */
  atOnce?: number;
}

/** What may be limited. An account is a person, or an email address before there is one. */
export interface AbuseRules {
  /** For one network address, whatever account it names. */
  address?: RateRule;
  /** For one account from one address: what a stranger does elsewhere is not held against its owner. */
  pair?: RateRule;
  /** For one account from everywhere. Beside a `pair` it is the ceiling over many addresses that guess together. */
  account?: RateRule;
  /** For a browser that has signed in to the account before, in place of all others. */
  browser?: RateRule;
  /** When nobody can count: refuse what could be guessed or sent to others, let reading through. */
  whenUncounted: 'refuse' | 'allow';
}

const MINUTE_MS = 60_000;

/**
 * Far above what a person does, far below what guessing or flooding needs. `signIn` and `ownPassword` count only what
 * failed. 100 in six hours over all addresses are 400 guesses a day at one password: no list gets far with that.
 */
export const ABUSE_LIMITS = {
  signIn: {
    address: { limit: 50, windowMs: 15 * MINUTE_MS },
    pair: { limit: 10, windowMs: 15 * MINUTE_MS },
    account: { limit: 100, windowMs: 6 * 60 * MINUTE_MS },
    browser: { limit: 10, windowMs: 15 * MINUTE_MS },
    whenUncounted: 'refuse',
  },
  ownPassword: { account: { limit: 10, windowMs: 15 * MINUTE_MS }, whenUncounted: 'refuse' },
  register: {
    address: { limit: 20, windowMs: 60 * MINUTE_MS },
    pair: { limit: 5, windowMs: 60 * MINUTE_MS },
    account: { limit: 30, windowMs: 60 * MINUTE_MS },
    whenUncounted: 'refuse',
  },
  forgotPassword: {
    address: { limit: 20, windowMs: 60 * MINUTE_MS },
    pair: { limit: 5, windowMs: 60 * MINUTE_MS },
    account: { limit: 30, windowMs: 60 * MINUTE_MS },
    whenUncounted: 'refuse',
  },
  preview: {
    address: { limit: 200, windowMs: 10 * MINUTE_MS },
    account: { limit: 60, windowMs: 10 * MINUTE_MS },
    whenUncounted: 'allow',
  },
  /** A preview of the sample shop by somebody who has no account. One whose address is unknown counts as `account`. */
  samplePreview: {
    address: { limit: 10, windowMs: 10 * MINUTE_MS },
    account: { limit: 10, windowMs: 10 * MINUTE_MS },
    whenUncounted: 'refuse',
  },
  api: {
    address: { limit: 3_000, windowMs: MINUTE_MS, atOnce: 60 },
    account: { limit: 600, windowMs: MINUTE_MS, atOnce: 30 },
    whenUncounted: 'allow',
  },
  /** Whatever is no call of the contract: the pages' calls, sign-in, schedulers, events of others. */
  request: { address: { limit: 3_000, windowMs: MINUTE_MS, atOnce: 60 }, whenUncounted: 'allow' },
} as const satisfies Record<string, AbuseRules>;

export type LimitedAct = keyof typeof ABUSE_LIMITS;

const HOUR_MS = 60 * MINUTE_MS;

/** More than `limit` of it within `windowMs` is a pattern that people do not make by hand; see `judge-abuse`. */
export const ABUSE_PATTERNS = {
  // A household or a small office opens a few accounts in a day. More is one hand that multiplies its 50 refreshes.
  many_accounts: { limit: 5, windowMs: 24 * HOUR_MS },
  // Refused refreshes, one every 30 seconds for an hour. A program that asks once a minute, even with the refreshes of
  // its day used up, makes 60 and stays free; the app's own button does not ask before it is allowed.
  hammering: { limit: 120, windowMs: HOUR_MS },
  // An address inside a private network is mistyped once or twice; more than twenty are somebody trying doors.
  refused_urls: { limit: 20, windowMs: HOUR_MS },
} as const satisfies Record<string, RateRule>;

/**
 * When this monitor may be refreshed again, never later than an interval from now; a date in the past or null means
 * now. A last refresh that lies further ahead than that was written before the clock was set back: it says nothing, and
 * who had to wait for it would wait as long as the clock was off.
 */
export function nextAllowedRefresh(lastManualRefresh: Date | null, intervalMs: number, now: Date): Date | null {
  if (lastManualRefresh === null || lastManualRefresh.getTime() - now.getTime() > intervalMs) return null;
  return soonest(new Date(lastManualRefresh.getTime() + intervalMs), now, intervalMs);
}

/** The moment from which a limit of so many milliseconds lets somebody through: no later than its length from now. */
export function soonest(retryAt: Date, now: Date, mostMs: number): Date {
  return new Date(Math.min(retryAt.getTime(), now.getTime() + mostMs));
}

/** The UTC day of a charge, as YYYY-MM-DD. */
export function chargeDay(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** Rows of a list that are shown, and fetched, at a time: page and list ask alike, so that they share an answer. */
export const PAGE_SIZE = 50;

/** A session ends 30 days after the sign-in, whatever happens in between. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** How often it is noted that a session or a token is in use, in milliseconds. */
export const SEEN_EVERY_MS = 5 * 60_000;
