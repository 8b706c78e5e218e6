import type { Transaction } from 'kysely';
import { z } from 'zod';
import { findAccountAccess, markEmailVerified } from '@/db/account-access';
import type { EmailLink } from '@/db/email-links';
import type { DB } from '@/db/types';
import { confirmEmailChange } from './change-email';
import { confirmGoogle } from './google-account';
import { type AccountDeps, mailLink, welcome } from './mail-account';
import { recordOwnAct } from './record-act';
import { redeemLink, unusableLink } from './redeem-link';

/** What a confirmed link did. */
export const Confirmation = z.enum(['email_verified', 'email_half', 'email_changed', 'google_linked']);
export type Confirmation = z.infer<typeof Confirmation>;

/** Mails a signed-in person another link to confirm their address. False if it is confirmed, or mailed often enough. */
export async function mailVerification(deps: AccountDeps, userId: string): Promise<boolean> {
  const account = await findAccountAccess(deps.db, userId);
  if (account === null || account.emailVerifiedAt !== null) return false;
  const receiver = { userId, recipient: account.email };
  return mailLink(deps, deps.db, receiver, { purpose: 'verify_email', email: account.email });
}

/**
 * Does what a mailed link is for, after its receiver pressed the button. It signs nobody in.
 * @throws DomainError `not_found` / `link_unusable`.
 */
export async function confirmLink(deps: AccountDeps, secret: string): Promise<Confirmation> {
  const purposes = ['verify_email', 'change_email_old', 'change_email_new', 'link_google'] as const;
  return redeemLink(deps, secret, purposes, (trx, link) => act(deps, trx, link));
}

async function act(deps: AccountDeps, trx: Transaction<DB>, link: EmailLink): Promise<Confirmation> {
  switch (link.purpose) {
    case 'verify_email':
      if (!(await markEmailVerified(trx, link.userId, link.email, deps.now()))) throw unusableLink();
      await recordOwnAct(deps, trx, link.userId, { action: 'account.confirm_email' });
      await welcome(deps, trx, link.userId);
      return 'email_verified';
    case 'change_email_old':
    case 'change_email_new':
      return (await confirmEmailChange(deps, trx, link)) ? 'email_changed' : 'email_half';
    case 'link_google':
      await confirmGoogle(deps, trx, link);
      return 'google_linked';
    case 'reset_password':
      throw unusableLink();
  }
}
