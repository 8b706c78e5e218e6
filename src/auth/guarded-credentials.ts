import type { Kysely } from 'kysely';
import type { DB } from '@/db/types';
import { type Credentials, findCredentials } from '@/db/users';
import { LoginSchema } from '@/domain/account/account-input';
import { suspendedWords } from '@/domain/account/suspended-words';
import { DomainError } from '@/domain/errors';
import { contactAddress } from '@/env';
import { verifyPassword } from './password';
import type { AbuseGuard } from './rate-limit/abuse-guard';

type CredentialsCheck =
  | { ok: true; userId: string }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'suspended'; refusal: DomainError };

/**
 * Whether the password is this account's; null is an address that has none. That, a wrong password and an address that
 * still has to be confirmed (`onlyVerified`) are one answer, after the same time; suspension is told to who knows the
 * password.
 */
async function checkCredentials(
  account: Credentials | null,
  password: string,
  options: { onlyVerified: boolean },
): Promise<CredentialsCheck> {
  const matches = await verifyPassword(password, account?.passwordHash ?? null);
  if (!matches || account === null) return { ok: false, reason: 'wrong' };
  if (options.onlyVerified && !account.verified) return { ok: false, reason: 'wrong' };
  if (account.suspended) return { ok: false, reason: 'suspended', refusal: suspended(account.suspended.reason) };
  return { ok: true, userId: account.id };
}

/** To who may know why: with their password, or where nobody says. */
export function suspended(why: string | null): DomainError {
  return new DomainError('forbidden', 'suspended', suspendedWords(why, contactAddress()));
}

/** `limited`: nothing was looked at; `refusal` says why and until when. */
type GuardedCheck = CredentialsCheck | { ok: false; reason: 'limited'; refusal: DomainError };

/** Where a sign-in is tried. */
interface TriedAt {
  onlyVerified: boolean;
  /** The network address, null when unknown. */
  address: string | null;
  /** The number of a browser that has signed in to this account before, else null. */
  browser: string | null;
}

/**
 * `checkCredentials` for as long as not too many tries failed: for this account from this address, from this address at
 * any account, for this account from everywhere; a known browser is counted by itself, so that what strangers do does
 * not lock it out. A try is counted before it is checked, so that many at once get no further, and forgotten with what
 * failed before it when it was right.
 */
export async function checkGuarded(
  { db, guard }: { db: Kysely<DB>; guard: AbuseGuard },
  input: unknown,
  { onlyVerified, address, browser }: TriedAt,
): Promise<GuardedCheck> {
  const parsed = LoginSchema.safeParse(input);
  if (!parsed.success) return { ok: false, reason: 'wrong' };
  const account = await findCredentials(db, parsed.data.email);
  const trier = { address, account: countedAs(parsed.data.email, account), browser };
  const refusal = await guard.admit('signIn', trier).then(() => null, asRefusal);
  if (refusal !== null) return { ok: false, reason: 'limited', refusal };
  const check = await checkCredentials(account, parsed.data.password, { onlyVerified });
  if (check.ok) await guard.succeed('signIn', trier);
  return check;
}

/**
 * Tries count for an address with its present password: a new one, by a reset or a change, begins anew everywhere. The
 * guard hashes this; an address without an account is counted alike.
 */
function countedAs(email: string, account: Credentials | null): string {
  return `${email.trim()} ${account?.passwordHash ?? ''}`;
}

/** By name: the guard is one a process, and Next loads the error's class once per bundle. */
function asRefusal(error: unknown): DomainError {
  if (error instanceof Error && error.name === 'DomainError') return error as DomainError;
  throw error;
}
