import { revokeSessions } from '@/db/sessions';
import { findPerson } from '@/db/users';
import { DomainError } from '@/domain/errors';
import type { Deps } from './deps';

/** Signs a person out everywhere. Returns how many sign-ins ended. Throws `not_found`. */
export async function endSessions(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  request: { personId: string; actorId: string },
): Promise<number> {
  if ((await findPerson(db, request.personId)) === null)
    throw new DomainError('not_found', 'person_not_found', 'There is no such person.');
  return revokeSessions(db, request.personId, null, now());
}
