import type { Kysely } from 'kysely';
import type { DB } from '@/db/types';
import { LoginSchema } from '@/domain/account-input';
import type { DomainError } from '@/domain/errors';
import { type CredentialsCheck, checkCredentials } from './credentials';
import type { AbuseGuard } from './rate-limit/abuse-guard';

/** `limited`: nothing was looked at; `refusal` says why and until when. */
export type GuardedCheck = CredentialsCheck | { ok: false; reason: 'limited'; refusal: DomainError };

/**
 * `checkCredentials` for as long as not too many tries failed, for this account or from this address. A try is counted
 * before it is checked, so that many at once get no further, and taken back when it was right.
 */
export async function checkGuarded(
  { db, guard }: { db: Kysely<DB>; guard: AbuseGuard },
  input: unknown,
  { onlyVerified, address }: { onlyVerified: boolean; address: string | null },
): Promise<GuardedCheck> {
  const parsed = LoginSchema.safeParse(input);
  if (!parsed.success) return { ok: false, reason: 'wrong' };
  const trier = { address, account: parsed.data.email };
  const refusal = await guard.admit('signIn', trier).then(() => null, asRefusal);
  if (refusal !== null) return { ok: false, reason: 'limited', refusal };
  const check = await checkCredentials(db, input, { onlyVerified });
  if (check.ok) await guard.giveBack('signIn', trier);
  return check;
}

/** By name: the guard is one a process, and Next loads the error's class once per bundle. */
function asRefusal(error: unknown): DomainError {
  if (error instanceof Error && error.name === 'DomainError') return error as DomainError;
  throw error;
}
