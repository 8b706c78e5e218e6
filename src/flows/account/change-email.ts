import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { findAccountByEmail, lockAccountAccess, moveToEmail } from '@/db/account-access';
import { strikeAddress } from '@/db/account-removal';
import { moveWaiting } from '@/db/email/email-plans';
import { type EmailLink, endEmailLinks, isOtherHalfUsed } from '@/db/email-links';
import type { DB } from '@/db/types';
import { moveOnWhitelist } from '@/db/whitelist';
import { DomainError } from '@/domain/errors';
import type { Deps } from '../deps';
import { type AccountDeps, mailLink, mailNotice } from './mail-account';
import { type Proof, proveOwner } from './prove-owner';
import { recordOwnAct } from './record-act';
import { unusableLink } from './redeem-link';

const BOTH = ['change_email_old', 'change_email_new'] as const;

/**
 * Asks to move an account to another address: both addresses are mailed a link, and it moves once both were confirmed.
 * An earlier request ends. Whether the new address has an account is told to its owner only.
 * @throws DomainError as proveOwner does; `invalid` / `same_email`; `limited` / `mailed_enough`.
 */
export async function requestEmailChange(deps: AccountDeps, input: Proof & { email: string }): Promise<void> {
  const account = await proveOwner(deps, input);
  const email = input.email.toLowerCase();
  if (email === account.email.toLowerCase()) {
    const message = 'This is your address already.';
    throw new DomainError('invalid', 'same_email', message, { fields: { email: [message] } });
  }
  const changeId = randomUUID();
  await deps.db.transaction().execute(async (trx) => {
    await endEmailLinks(trx, account.id, BOTH, deps.now());
    const link = { email, changeId };
    const here = { userId: account.id, recipient: account.email };
    if (!(await mailLink(deps, trx, here, { ...link, purpose: 'change_email_old' }))) throw mailedEnough();
    const owner = await findAccountByEmail(trx, email);
    if (owner === null) {
      await mailLink(deps, trx, { userId: account.id, recipient: email }, { ...link, purpose: 'change_email_new' });
    } else {
      const notice = { notice: 'email_taken', detail: owner.email, path: '/account' } as const;
      await mailNotice(deps, trx, { userId: owner.id, recipient: owner.email }, notice);
    }
    await recordOwnAct(deps, trx, account.id, { action: 'account.ask_email_change' });
  });
}

function mailedEnough(): DomainError {
  const message = 'You asked for this several times within an hour. Use the newest mail, or wait a little.';
  return new DomainError('limited', 'mailed_enough', message);
}

/** Takes the request back. */
export async function cancelEmailChange(deps: Pick<Deps, 'db' | 'now' | 'origin'>, userId: string): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    await endEmailLinks(trx, userId, BOTH, deps.now());
    await recordOwnAct(deps, trx, userId, { action: 'account.cancel_email_change' });
  });
}

/** One of the two addresses has confirmed. True when it was the second, and the account has moved. */
export async function confirmEmailChange(deps: AccountDeps, trx: Transaction<DB>, link: EmailLink): Promise<boolean> {
  // The lock orders two confirmations at once: the later one sees the earlier one.
  const account = await lockAccountAccess(trx, link.userId);
  if (account === null || link.changeId === null) throw unusableLink();
  if (!(await isOtherHalfUsed(trx, link.changeId, link.id))) return false;
  if (!(await moveToEmail(trx, account.id, link.email, deps.now()))) throw unusableLink();
  await moveOnWhitelist(trx, account.email, link.email);
  await moveWaiting(trx, account.id, link.email.toLowerCase());
  await strikeAddress(trx, account.email, account.id);
  for (const recipient of [account.email, link.email]) {
    const notice = { notice: 'email_changed', detail: link.email, path: '/account' } as const;
    await mailNotice(deps, trx, { userId: account.id, recipient }, notice);
  }
  await recordOwnAct(deps, trx, account.id, { action: 'account.change_email' });
  return true;
}
