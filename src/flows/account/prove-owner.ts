import { verifyPassword } from '@/auth/password';
import { type AccountAccess, findAccountAccess } from '@/db/account-access';
import { findSessionStart } from '@/db/sessions';
import { FRESH_SIGN_IN_MS } from '@/domain/account/account-access';
import { DomainError } from '@/domain/errors';
import type { Deps } from '../deps';

/** What shows that it is the owner who sits at this browser, and not somebody who found it open. */
export interface Proof {
  userId: string;
  sessionId: string;
  /** The present password; without it the sign-in must be fresh, unless the account has a password. */
  password?: string | undefined;
}

/**
 * Asks for more than an open browser: the password, or, for an account that has none, a sign-in of the last minutes.
 * @throws DomainError `invalid` / `wrong_password` with the field `password`; `forbidden` / `stale_sign_in`;
 * `not_found` / `no_account`.
 */
export async function proveOwner({ db, now }: Pick<Deps, 'db' | 'now'>, proof: Proof): Promise<AccountAccess> {
  const account = await findAccountAccess(db, proof.userId);
  if (account === null) throw new DomainError('not_found', 'no_account', 'This account no longer exists.');
  if (account.passwordHash !== null) {
    if (await verifyPassword(proof.password ?? '', account.passwordHash)) return account;
    const message = 'This is not your present password. Try again.';
    throw new DomainError('invalid', 'wrong_password', message, { fields: { password: [message] } });
  }
  const startedAt = await findSessionStart(db, proof.userId, proof.sessionId);
  if (startedAt !== null && now().getTime() - startedAt.getTime() < FRESH_SIGN_IN_MS) return account;
  const message = 'For this, sign in again first: your sign-in is older than ten minutes.';
  throw new DomainError('forbidden', 'stale_sign_in', message);
}
