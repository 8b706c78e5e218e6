import { hashPassword } from '@/auth/password';
import { findAccountByEmail, lockAccountAccess, markEmailVerified, setPassword } from '@/db/account-access';
import { revokeApiTokens } from '@/db/api-tokens';
import { endMailedLinks } from '@/db/mailed-links';
import { revokeSessions } from '@/db/sessions';
import { type AccountDeps, mailLink, mailNotice } from './mail-account';
import { recordOwnAct } from './record-act';
import { redeemLink, unusableLink } from './redeem-link';

/**
 * Mails a link for a new password to the owner of an address. Says nothing to who asked: answer before you await this,
 * so that time tells nothing about the address either.
 */
export async function mailPasswordReset(deps: AccountDeps, email: string): Promise<void> {
  const account = await findAccountByEmail(deps.db, email);
  if (account === null || account.suspendedAt !== null) return;
  const receiver = { userId: account.id, recipient: account.email };
  await mailLink(deps, deps.db, receiver, { purpose: 'reset_password', email: account.email });
}

/**
 * Sets a new password by a mailed link. Ends all sessions and API tokens, since whoever knew the old password may have
 * made them, and every other link for a new password or address. It proves the address, too.
 * @throws DomainError `not_found` / `link_unusable`; of two that use a link at once, one gets this.
 */
export async function resetPassword(deps: AccountDeps, input: { secret: string; password: string }): Promise<void> {
  const passwordHash = await hashPassword(input.password);
  await redeemLink(deps, input.secret, ['reset_password'], async (trx, link) => {
    const now = deps.now();
    const account = await lockAccountAccess(trx, link.userId);
    if (account === null || account.suspendedAt !== null) throw unusableLink();
    if (!(await markEmailVerified(trx, account.id, link.email, now))) throw unusableLink();
    await setPassword(trx, account.id, passwordHash, { now });
    await revokeSessions(trx, account.id, null, now);
    await revokeApiTokens(trx, account.id, now);
    await endMailedLinks(
      trx,
      account.id,
      ['reset_password', 'change_email_old', 'change_email_new', 'link_google'],
      now,
    );
    const receiver = { userId: account.id, recipient: account.email };
    await mailNotice(deps, trx, receiver, { notice: 'password_changed', detail: '', path: '/account' });
    await recordOwnAct(deps, trx, account.id, { action: 'account.reset_password' });
  });
}
