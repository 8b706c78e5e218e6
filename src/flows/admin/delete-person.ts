import { lockAccountAccess, setDeletionRequest } from '@/db/account-access';
import { DELETION_DELAY_MS } from '@/domain/account/account-access';
import { DomainError } from '@/domain/errors';
import { beginDeletion } from '../account/delete-account';
import type { AccountDeps } from '../account/mail-account';
import { recordActOf } from '../account/record-act';
import type { Deps } from '../deps';
import { assertAdminsRemain, personNotFound } from './assert-admins-remain';

interface DeletionRequest {
  personId: string;
  /** The account's address, typed by the admin. */
  email: string;
  reason: string;
  actorId: string;
}

/**
 * Asks for the deletion of somebody's account, as its owner does on their account page: they are mailed, and for seven
 * days they or an admin can keep it. Asking again changes nothing.
 * @returns when everything will be removed.
 * @throws DomainError `not_found`; `conflict` for one's own account and the last admin; `invalid` / `other_address`.
 */
export async function deletePerson(deps: AccountDeps, request: DeletionRequest): Promise<Date> {
  const { personId, email, reason, actorId } = request;
  if (personId === actorId) {
    const message = 'You cannot delete your own account here. Do it on your account page.';
    throw new DomainError('conflict', 'own_account', message);
  }
  return deps.db.transaction().execute(async (trx) => {
    await assertAdminsRemain(trx, personId);
    const account = await lockAccountAccess(trx, personId);
    if (account === null) throw personNotFound();
    if (account.email.toLowerCase() !== email.toLowerCase()) throw otherAddress();
    if (account.deletionRequestedAt !== null)
      return new Date(account.deletionRequestedAt.getTime() + DELETION_DELAY_MS);
    const about = { keepSession: null, notice: 'deletion_by_admin' } as const;
    const removedAt = await beginDeletion(deps, trx, account, about);
    const record = { type: 'person', id: personId } as const;
    await recordActOf(deps, trx, actorId, { action: 'person.ask_deletion', personId, record, reason });
    return removedAt;
  });
}

function otherAddress(): DomainError {
  const message = 'This is not the address of the account. Type it as it stands there.';
  return new DomainError('invalid', 'other_address', message, { fields: { email: [message] } });
}

/** Takes the request back, whoever made it. Does nothing if there is none. Throws `not_found`. */
export async function keepPerson(
  deps: Pick<Deps, 'db' | 'now' | 'origin'>,
  { personId, actorId }: { personId: string; actorId: string },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const account = await lockAccountAccess(trx, personId);
    if (account === null) throw personNotFound();
    if (account.deletionRequestedAt === null) return;
    await setDeletionRequest(trx, personId, null, deps.now());
    const record = { type: 'person', id: personId } as const;
    await recordActOf(deps, trx, actorId, { action: 'person.keep', personId, record });
  });
}
