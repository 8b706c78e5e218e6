import { lockAccountAccess } from '@/db/account-access';
import { LINKS_PER_HOUR } from '@/domain/account/account-access';
import { DomainError } from '@/domain/errors';
import { type AccountDeps, mailLink } from '../account/mail-account';
import { recordActOf } from '../account/record-act';
import { personNotFound } from './assert-admins-remain';

/**
 * Mails somebody the link that confirms their address once more.
 * @throws DomainError `not_found`; `conflict` / `confirmed` or `suspended`; `limited` / `mailed_often`.
 */
export async function mailConfirmation(
  deps: AccountDeps,
  { personId, actorId }: { personId: string; actorId: string },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const account = await lockAccountAccess(trx, personId);
    if (account === null) throw personNotFound();
    if (account.emailVerifiedAt !== null)
      throw new DomainError('conflict', 'confirmed', 'This address is confirmed already.');
    if (account.suspendedAt !== null)
      throw new DomainError('conflict', 'suspended', 'This account is suspended. Lift that first.');
    const receiver = { userId: personId, recipient: account.email };
    if (!(await mailLink(deps, trx, receiver, { purpose: 'verify_email', email: account.email }))) throw mailedOften();
    const record = { type: 'person', id: personId } as const;
    await recordActOf(deps, trx, actorId, { action: 'person.mail_confirmation', personId, record });
  });
}

function mailedOften(): DomainError {
  const message = `This address was sent ${LINKS_PER_HOUR} such emails within an hour. Try again later.`;
  return new DomainError('limited', 'mailed_often', message, { limit: LINKS_PER_HOUR });
}
