import type { Kysely } from 'kysely';
import type { DB } from '@/db/types';
import { findCredentials } from '@/db/users';
import { LoginSchema } from '@/domain/account-input';
import { verifyPassword } from './password';

export type CredentialsCheck = { ok: true; userId: string } | { ok: false; reason: 'wrong' | 'suspended' };

/**
 * Whether address and password belong together. An unknown address, a wrong password and an address that still has to
 * be confirmed (`onlyVerified`) are one answer, after the same time; suspension is told to who knows the password.
 */
export async function checkCredentials(
  db: Kysely<DB>,
  input: unknown,
  options: { onlyVerified: boolean },
): Promise<CredentialsCheck> {
  const parsed = LoginSchema.safeParse(input);
  if (!parsed.success) return { ok: false, reason: 'wrong' };
  const account = await findCredentials(db, parsed.data.email);
  const matches = await verifyPassword(parsed.data.password, account?.passwordHash ?? null);
  if (!matches || account === null) return { ok: false, reason: 'wrong' };
  if (options.onlyVerified && !account.verified) return { ok: false, reason: 'wrong' };
  if (account.suspended) return { ok: false, reason: 'suspended' };
  return { ok: true, userId: account.id };
}
