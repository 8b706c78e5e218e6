import { hashPassword } from '@/auth/password';
import { findAccountByEmail, lockAccountAccess, markEmailVerified, setPassword } from '@/db/account-access';
import type { KeptAccess } from '@/domain/account/account-access';
import { endAccess } from './end-access';
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
 * Sets a new password by a mailed link. Ends all sessions, every other link for a new password or address, and, unless
 * kept, API tokens and a Google link newer than the password: whoever knew the old one may have made them. It proves
 * the address, too.
 * @throws DomainError `not_found` / `link_unusable`; of two that use a link at once, one gets this.
 */
export async function resetPassword(
  deps: AccountDeps,
  input: { secret: string; password: string; keep?: KeptAccess | undefined },
): Promise<void> {
  const passwordHash = await hashPassword(input.password);
  await redeemLink(deps, input.secret, ['reset_password'], async (trx, link) => {
    const now = deps.now();
    const account = await lockAccountAccess(trx, link.userId);
    if (account === null || account.suspendedAt !== null) throw unusableLink();
    if (!(await markEmailVerified(trx, account.id, link.email, now))) throw unusableLink();
    await setPassword(trx, account.id, passwordHash, { now });
    const ended = await endAccess(trx, account, { session: null, keep: input.keep ?? {}, now });
    const receiver = { userId: account.id, recipient: account.email };
    await mailNotice(deps, trx, receiver, { notice: 'password_changed', detail: ended.join(' '), path: '/account' });
    await recordOwnAct(deps, trx, account.id, { action: 'account.reset_password' });
  });
}
