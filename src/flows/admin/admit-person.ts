import type { Transaction } from 'kysely';
import { type AccountState, setBetaUser } from '@/db/people';
import type { DB } from '@/db/types';
import { type AccountDeps, mailNotice } from '../account/mail-account';
import { recordActOf } from '../account/record-act';

/**
 * Opens the beta for somebody and mails them that it is open; once, however often it is asked for. Somebody suspended
 * is admitted without a mail: the door is not open to them yet. `actorId` is the admin, null for the app by itself.
 * Null if there is no such person.
 */
export async function admitPerson(
  deps: AccountDeps,
  trx: Transaction<DB>,
  personId: string,
  actorId: string | null,
): Promise<(AccountState & { changed: boolean }) | null> {
  const account = await setBetaUser(trx, personId, true, deps.now());
  if (account?.changed && account.suspendedAt === null) {
    const receiver = { userId: account.id, recipient: account.email };
    await mailNotice(deps, trx, receiver, { notice: 'admitted', detail: account.email, path: '/monitors/new' });
  }
  if (account?.changed) {
    const record = { type: 'person', id: personId } as const;
    await recordActOf(deps, trx, actorId, { action: 'person.admit', personId, record });
  }
  return account;
}
