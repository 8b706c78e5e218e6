import { hashPassword } from '@/auth/password';
import { setPassword } from '@/db/account-access';
import type { KeptAccess } from '@/domain/account/account-access';
import { DomainError } from '@/domain/errors';
import { endAccess } from './end-access';
import { type AccountDeps, mailNotice } from './mail-account';
import { type Proof, proveOwner } from './prove-owner';
import { recordOwnAct } from './record-act';

/**
 * Changes the password, or sets the first one of an account that signs in with Google. Ends the person's other sessions
 * and, unless kept, API tokens and a Google link that is newer than the password before. Of two changes that race, one
 * wins and the other is told so.
 * @throws DomainError `invalid` / `wrong_password`, `forbidden` / `stale_sign_in` (see proveOwner);
 * `conflict` / `password_changed`.
 */
export async function changePassword(
  deps: AccountDeps,
  input: Proof & { newPassword: string; keep?: KeptAccess | undefined },
): Promise<void> {
  const account = await proveOwner(deps, input);
  const passwordHash = await hashPassword(input.newPassword);
  await deps.db.transaction().execute(async (trx) => {
    const now = deps.now();
    if (!(await setPassword(trx, account.id, passwordHash, { now, expected: account.passwordHash }))) {
      const message = 'Your password was changed elsewhere a moment ago. Sign in with that one.';
      throw new DomainError('conflict', 'password_changed', message);
    }
    const ended = await endAccess(trx, account, { session: input.sessionId, keep: input.keep ?? {}, now });
    const receiver = { userId: account.id, recipient: account.email };
    await mailNotice(deps, trx, receiver, { notice: 'password_changed', detail: ended.join(' '), path: '/account' });
    await recordOwnAct(deps, trx, account.id, { action: 'account.change_password' });
  });
}
