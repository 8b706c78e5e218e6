import type { Transaction } from 'kysely';
import { type AccountState, setBetaUser } from '@/db/people';
import type { DB } from '@/db/types';
import { DomainError } from '@/domain/errors';
import type { AccountDeps } from '../account/mail-account';
import { recordActOf } from '../account/record-act';
import { admitPerson } from './admit-person';

/**
 * Opens the beta for a person, who is mailed that it is, or closes it. Doing it twice changes nothing and mails
 * nothing. Throws `not_found`.
 */
export async function setBeta(
  deps: AccountDeps,
  request: { personId: string; isBetaUser: boolean; actorId: string },
): Promise<AccountState> {
  const { personId, isBetaUser, actorId } = request;
  const account = await deps.db
    .transaction()
    .execute((trx) =>
      isBetaUser ? admitPerson(deps, trx, personId, actorId) : putBack(deps, trx, { personId, actorId }),
    );
  if (account === null) throw new DomainError('not_found', 'person_not_found', 'There is no such person.');
  const { changed, ...state } = account;
  return state;
}

async function putBack(deps: AccountDeps, trx: Transaction<DB>, request: { personId: string; actorId: string }) {
  const { personId, actorId } = request;
  const account = await setBetaUser(trx, personId, false, deps.now());
  if (account?.changed) {
    const record = { type: 'person', id: personId } as const;
    await recordActOf(deps, trx, actorId, { action: 'person.put_back', personId, record });
  }
  return account;
}
