import type { Credentials } from '@/db/users';
import { verifyPassword } from './password';

export type CredentialsCheck = { ok: true; userId: string } | { ok: false; reason: 'wrong' | 'suspended' };

/**
 * Whether the password is this account's; null is an address that has none. That, a wrong password and an address that
 * still has to be confirmed (`onlyVerified`) are one answer, after the same time; suspension is told to who knows the
 * password.
 */
export async function checkCredentials(
  account: Credentials | null,
  password: string,
  options: { onlyVerified: boolean },
): Promise<CredentialsCheck> {
  const matches = await verifyPassword(password, account?.passwordHash ?? null);
  if (!matches || account === null) return { ok: false, reason: 'wrong' };
  if (options.onlyVerified && !account.verified) return { ok: false, reason: 'wrong' };
  if (account.suspended) return { ok: false, reason: 'suspended' };
  return { ok: true, userId: account.id };
}
