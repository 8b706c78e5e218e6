import { type AccountState, setBetaUser } from '@/db/people';
import { DomainError } from '@/domain/errors';
import { admitPerson } from './admit-person';
import type { AccountDeps } from './mail-account';

/**
 * Opens the beta for a person, who is mailed that it is, or closes it. Doing it twice changes nothing and mails
 * nothing. Throws `not_found`.
 */
export async function setBeta(
  deps: AccountDeps,
  request: { personId: string; isBetaUser: boolean; actorId: string },
): Promise<AccountState> {
  const { personId, isBetaUser } = request;
  const account = await deps.db
    .transaction()
    .execute((trx) => (isBetaUser ? admitPerson(deps, trx, personId) : setBetaUser(trx, personId, false, deps.now())));
  if (account === null) throw new DomainError('not_found', 'person_not_found', 'There is no such person.');
  const { changed, ...state } = account;
  return state;
}
