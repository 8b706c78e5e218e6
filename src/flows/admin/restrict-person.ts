import { type AccountState, setSuspension } from '@/db/people';
import { liftRestrictions as liftRows } from '@/db/restrictions';
import { revokeSessions } from '@/db/sessions';
import { DomainError } from '@/domain/errors';
import { recordActOf } from '../account/record-act';
import type { Deps } from '../deps';

/**
 * Suspends a person with a reason and ends their sign-ins, or lifts the suspension with `reason` null. Throws
 * `not_found`, and `conflict` for an admin who would lock themselves out.
 */
export async function suspendPerson(
  deps: Pick<Deps, 'db' | 'now' | 'origin'>,
  request: { personId: string; reason: string | null; actorId: string },
): Promise<AccountState> {
  const { personId, reason, actorId } = request;
  if (personId === actorId && reason !== null)
    throw new DomainError('conflict', 'own_account', 'You cannot suspend your own account. Ask another admin.');
  const account = await deps.db.transaction().execute(async (trx) => {
    const at = deps.now();
    const changed = await setSuspension(trx, personId, reason === null ? null : { reason }, at);
    if (changed === null) return null;
    if (reason !== null) await revokeSessions(trx, personId, null, at);
    const action = reason === null ? 'person.reinstate' : 'person.suspend';
    await recordActOf(deps, trx, actorId, { action, personId, record: { type: 'person', id: personId } });
    return changed;
  });
  if (account === null) throw new DomainError('not_found', 'person_not_found', 'There is no such person.');
  return account;
}

/** Lifts every restriction of a person before its time. Returns how many. Throws `not_found` where none holds. */
export async function liftRestrictions(
  deps: Pick<Deps, 'db' | 'now' | 'origin'>,
  { personId, actorId }: { personId: string; actorId: string },
): Promise<number> {
  return deps.db.transaction().execute(async (trx) => {
    const lifted = await liftRows(trx, { userId: personId, liftedBy: actorId, now: deps.now() });
    if (lifted.length === 0)
      throw new DomainError('not_found', 'no_restriction', 'No restriction of this person holds any more.');
    for (const { id, pattern } of lifted) {
      const record = { type: 'restriction', id } as const;
      await recordActOf(deps, trx, actorId, { action: 'restriction.lift', personId, record, details: { pattern } });
    }
    return lifted.length;
  });
}
