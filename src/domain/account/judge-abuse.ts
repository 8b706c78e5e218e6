import { z } from 'zod';
import { ABUSE_PATTERNS } from '../limits';
import type { TokenScope } from './account-access';
import { CLOSED_WORDS, RESTRICTION_KINDS } from './restriction-words';

/** What code notices: accounts opened from one network, refused refreshes, refused URLs. */
export const AbusePattern = z.enum(['many_accounts', 'hammering', 'refused_urls']);
export type AbusePattern = z.infer<typeof AbusePattern>;

/** Why somebody is restricted: one of these patterns, or an admin's own decision. */
export const RestrictionCause = z.enum([...AbusePattern.options, 'admin']);
export type RestrictionCause = z.infer<typeof RestrictionCause>;

export const RestrictionKind = z.enum(RESTRICTION_KINDS);
export type RestrictionKind = z.infer<typeof RestrictionKind>;

/** A restriction as code or an admin decides it. */
export interface RestrictionVerdict {
  kind: RestrictionKind;
  /** Why, for the person to read. */
  reason: string;
  endsAt: Date;
}

const HOUR_MS = 60 * 60_000;

const MEASURES: Record<AbusePattern, { kind: RestrictionKind; hours: number; reason: (limit: number) => string }> = {
  many_accounts: {
    kind: 'all',
    hours: 24,
    reason: (limit) => `More than ${limit} accounts were opened from your network within a day.`,
  },
  hammering: {
    kind: 'refresh',
    hours: 1,
    reason: (limit) =>
      `More than ${limit} checks were refused within an hour: a program of yours may be asking too often. ` +
      'A monitor can be checked once a minute.',
  },
  refused_urls: {
    kind: 'write',
    hours: 24,
    reason: (limit) =>
      `More than ${limit} addresses were refused within an hour. ` +
      'Only public web pages can be read, nothing inside a private network.',
  },
};

/**
 * What follows from having counted a pattern `seen` times in its window; null while that is within its limit.
 * `networkFactor` multiplies the accounts that one network may open, where many people share one.
 */
export function judgeAbuse(
  pattern: AbusePattern,
  seen: number,
  now: Date,
  networkFactor = 1,
): RestrictionVerdict | null {
  const factor = pattern === 'many_accounts' ? networkFactor : 1;
  const limit = Math.max(1, Math.round(ABUSE_PATTERNS[pattern].limit * factor));
  if (seen <= limit) return null;
  const { kind, hours, reason } = MEASURES[pattern];
  return { kind, reason: reason(limit), endsAt: new Date(now.getTime() + hours * HOUR_MS) };
}

/** Whether a restriction closes what needs this scope. Reading stays open under all of them. */
export function closes(kind: RestrictionKind, scope: TokenScope): boolean {
  return scope !== 'read' && (kind === 'all' || kind === scope);
}

/** The sentence with which something closed is refused: what, until when (UTC), and why. */
export function refusalSentence({ kind, reason, endsAt }: RestrictionVerdict): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return `${CLOSED_WORDS[kind]} until ${format.format(endsAt)} UTC. ${reason}`;
}
