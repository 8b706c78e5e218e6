import { createHash } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { DomainError } from '@/domain/errors';
import { ABUSE_LIMITS, type AbuseRules, type LimitedAct, type RateRule, soonest } from '@/domain/limits';
import { type RateLimiter, within } from './rate-limiter';

/** Who tries something. */
interface Trier {
  /** The network address, null when unknown: only what is per account is counted then. */
  address: string | null;
  /** A person's id, or an email address where there is no person yet; null for nobody. */
  account: string | null;
  /** The number of a browser that has signed in to this account before (of its signed cookie): counted by itself. */
  browser?: string | null;
}

export interface AbuseGuard {
  /**
   * Counts a try.
   * @throws DomainError `limited` / `too_many` with the time from which it is let through again; `unavailable` /
   * `limits_down` when nobody can count and the act is one that is refused then.
   */
  admit(act: LimitedAct, trier: Trier): Promise<void>;
  /**
   * A try that was let through has succeeded, so it is no guess: it is taken back, and what failed before it from this
   * place at this account is forgotten. What failed elsewhere still counts. Never throws.
   */
  succeed(act: LimitedAct, trier: Trier): Promise<void>;
}

export interface GuardOptions {
  /** Multiplies what one network address may do: above 1 where many people share one. */
  addressFactor: number;
  /** In place of the product's own rules, where the settings say otherwise. */
  rules?: Partial<Record<LimitedAct, AbuseRules>>;
  /** Told when the limiter does not answer, and what was done about it. */
  report: (error: Error) => void;
  /** How long somebody waits for the limiter, in milliseconds. */
  patienceMs?: number;
}

const MESSAGES: Record<LimitedAct, string> = {
  signIn: 'Too many sign-ins failed. A new password, by a link that we mail, opens the account at once.',
  ownPassword: 'The password was wrong too often.',
  register: 'Too many accounts were asked for.',
  forgotPassword: 'Too many links for a new password were asked for.',
  preview: 'Too many previews were asked for in a short time.',
  samplePreview: 'You have tried this often in a short time. An account can do more.',
  api: 'Too many requests came in a short time.',
  request: 'Too many requests came in a short time.',
};

/** The limits on what can be guessed or flooded, over a limiter. */
export function createAbuseGuard(limiter: RateLimiter, options: GuardOptions): AbuseGuard {
  const patience = options.patienceMs ?? 5_000;
  const rulesOf = (act: LimitedAct): AbuseRules => options.rules?.[act] ?? ABUSE_LIMITS[act];
  /** Null when the limiter does not answer. */
  const ask = async <T>(what: string, question: () => Promise<T>): Promise<T | null> => {
    try {
      return await within(patience, question());
    } catch (cause) {
      options.report(new Error(`The limits cannot be counted: ${what}`, { cause }));
      return null;
    }
  };
  return {
    async admit(act, trier) {
      const { whenUncounted } = rulesOf(act);
      const counted: Count[] = [];
      for (const count of countsOf(act, rulesOf(act), trier, options.addressFactor)) {
        const verdict = await ask(`${act} is ${whenUncounted === 'refuse' ? 'refused' : 'let through'}`, () =>
          limiter.limit(count.key, count.rule),
        );
        if (verdict === null && whenUncounted === 'refuse') throw uncounted();
        if (verdict?.allowed === false) {
          // A refused try counts nowhere: who is locked out by others uses up nothing of their own.
          for (const { key, rule } of counted) await ask(`${act} is not given back`, () => limiter.giveBack(key, rule));
          throw tooMany(act, count.rule, verdict.retryAt);
        }
        counted.push(count);
      }
    },
    async succeed(act, trier) {
      for (const { key, rule, own } of countsOf(act, rulesOf(act), trier, options.addressFactor))
        await ask(`${act} is not given back`, () => (own ? limiter.clear(key, rule) : limiter.giveBack(key, rule)));
    },
  };
}

interface Count {
  key: string;
  rule: RateRule;
  /** It holds only what was tried from this place at this account. */
  own: boolean;
}

/** The narrowest first: who is over it uses up nothing of what others may do. Hashed: no store holds an address. */
function countsOf(
  act: LimitedAct,
  rules: AbuseRules,
  { address, account, browser }: Trier,
  addressFactor: number,
): Count[] {
  const whose = account === null ? null : account.trim().toLowerCase();
  const network = address === null ? null : networkOf(address);
  const key = (kind: string, text: string) => `${act}:${kind}:${hash(text)}`;
  if (rules.browser && browser && whose !== null)
    return [{ key: key('browser', `${browser} ${whose}`), rule: rules.browser, own: true }];
  const counts: Count[] = [];
  // Those whose address is unknown are one place.
  if (rules.pair && whose !== null)
    counts.push({ key: key('pair', `${network ?? ''} ${whose}`), rule: rules.pair, own: true });
  if (rules.account && whose !== null) counts.push({ key: key('account', whose), rule: rules.account, own: false });
  if (rules.address && network !== null) {
    const limit = Math.max(1, Math.round(rules.address.limit * addressFactor));
    counts.push({ key: key('address', network), rule: { ...rules.address, limit }, own: false });
  }
  return counts;
}

/** One household or server has a whole /64 of IPv6 addresses, so these count as one. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}

/** A limiter's store may have another clock: nobody is told to wait longer than the window. */
function tooMany(act: LimitedAct, rule: RateRule, told: Date): DomainError {
  const now = new Date();
  const retryAt = soonest(told, now, rule.windowMs + 1);
  const minutes = Math.max(1, Math.ceil((retryAt.getTime() - now.getTime() - 1) / 60_000));
  const wait = `Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`;
  return new DomainError('limited', 'too_many', `${MESSAGES[act]} ${wait}`, { retryAt, limit: rule.limit });
}

function uncounted(): DomainError {
  return new DomainError('unavailable', 'limits_down', 'This is not possible right now. Try again in a few minutes.');
}
