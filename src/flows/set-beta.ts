import { type AccountState, setBetaUser } from '@/db/people';
import { DomainError } from '@/domain/errors';
import type { Deps } from './deps';

/** Opens or closes the beta for a person. Doing it twice changes nothing. Throws `not_found`. */
export async function setBeta(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  request: { personId: string; isBetaUser: boolean; actorId: string },
): Promise<AccountState> {
  const account = await db
    .transaction()
    .execute((trx) => setBetaUser(trx, request.personId, request.isBetaUser, now()));
  if (account === null) throw new DomainError('not_found', 'person_not_found', 'There is no such person.');
  const { changed, ...state } = account;
  return state;
}
