import { revokeSessions } from '@/db/sessions';
import { findPerson } from '@/db/users';
import { DomainError } from '@/domain/errors';
import type { Deps } from '../deps';
import { recordActOf } from './record-act';

/** Signs a person out everywhere. Returns how many sign-ins ended. Throws `not_found`. */
export async function endSessions(
  deps: Pick<Deps, 'db' | 'now' | 'origin'>,
  { personId, actorId }: { personId: string; actorId: string },
): Promise<number> {
  return deps.db.transaction().execute(async (trx) => {
    if ((await findPerson(trx, personId)) === null)
      throw new DomainError('not_found', 'person_not_found', 'There is no such person.');
    const ended = await revokeSessions(trx, personId, null, deps.now());
    const record = { type: 'person', id: personId } as const;
    await recordActOf(deps, trx, actorId, { action: 'person.sign_out', personId, record, details: { ended } });
    return ended;
  });
}
