import { hashPassword } from '@/auth/password';
import { setPassword } from '@/db/account-access';
import { endMailedLinks } from '@/db/mailed-links';
import { revokeSessions } from '@/db/sessions';
import { DomainError } from '@/domain/errors';
import { type AccountDeps, mailNotice } from './mail-account';
import { type Proof, proveOwner } from './prove-owner';
import { recordOwnAct } from './record-act';

/**
 * Changes the password, or sets the first one of an account that signs in with Google, and ends the person's other
 * sessions. Of two changes that race, one wins and the other is told so.
 * @throws DomainError `invalid` / `wrong_password`, `forbidden` / `stale_sign_in` (see proveOwner);
 * `conflict` / `password_changed`.
 */
export async function changePassword(deps: AccountDeps, input: Proof & { newPassword: string }): Promise<void> {
  const account = await proveOwner(deps, input);
  const passwordHash = await hashPassword(input.newPassword);
  await deps.db.transaction().execute(async (trx) => {
    const now = deps.now();
    if (!(await setPassword(trx, account.id, passwordHash, { now, expected: account.passwordHash }))) {
      const message = 'Your password was changed elsewhere a moment ago. Sign in with that one.';
      throw new DomainError('conflict', 'password_changed', message);
    }
    await revokeSessions(trx, account.id, input.sessionId, now);
    await endMailedLinks(
      trx,
      account.id,
      ['reset_password', 'change_email_old', 'change_email_new', 'link_google'],
      now,
    );
    const receiver = { userId: account.id, recipient: account.email };
    await mailNotice(deps, trx, receiver, { notice: 'password_changed', detail: '', path: '/account' });
    await recordOwnAct(deps, trx, account.id, { action: 'account.change_password' });
  });
}
