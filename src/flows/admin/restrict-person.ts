import { type AccountState, setSuspension } from '@/db/people';
import { insertRestriction, liftRestrictions as liftRows } from '@/db/restrictions';
import { revokeSessions } from '@/db/sessions';
import { findPerson } from '@/db/users';
import type { RestrictionKind } from '@/domain/account/judge-abuse';
import { DomainError } from '@/domain/errors';
import { recordActOf } from '../account/record-act';
import type { Deps } from '../deps';
import { assertAdminsRemain, personNotFound } from './assert-admins-remain';

const DAY_MS = 86_400_000;

/**
 * Suspends a person with a reason and ends their sign-ins, or lifts the suspension with `reason` null. Throws
 * `not_found`, and `conflict` for an admin who would lock themselves or the last admin out.
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
    if (reason !== null) await assertAdminsRemain(trx, personId);
    const changed = await setSuspension(trx, personId, reason === null ? null : { reason }, at);
    if (changed === null) return null;
    if (reason !== null) await revokeSessions(trx, personId, null, at);
    const action = reason === null ? 'person.reinstate' : 'person.suspend';
    const record = { type: 'person', id: personId } as const;
    await recordActOf(deps, trx, actorId, { action, personId, record, ...(reason === null ? {} : { reason }) });
    return changed;
  });
  if (account === null) throw personNotFound();
  return account;
}

/**
 * Closes something to a person for some days, with a reason that they read. Throws `not_found`; `conflict` for an
 * admin's own account, and where an admin's restriction holds already.
 */
export async function restrictPerson(
  deps: Pick<Deps, 'db' | 'now' | 'origin'>,
  request: { personId: string; kind: RestrictionKind; days: number; reason: string; actorId: string },
): Promise<{ id: string; endsAt: Date }> {
  const { personId, kind, days, reason, actorId } = request;
  if (personId === actorId)
    throw new DomainError('conflict', 'own_account', 'You cannot restrict your own account. Ask another admin.');
  return deps.db.transaction().execute(async (trx) => {
    const now = deps.now();
    const endsAt = new Date(now.getTime() + days * DAY_MS);
    const restriction = { userId: personId, pattern: 'admin', kind, reason, endsAt, seen: 0, setBy: actorId } as const;
    const made = await insertRestriction(trx, { ...restriction, now });
    if (made === null) throw (await findPerson(trx, personId)) === null ? personNotFound() : restrictedAlready();
    const record = { type: 'restriction', id: made.id } as const;
    const details = { pattern: 'admin', kind, endsAt: endsAt.toISOString() };
    await recordActOf(deps, trx, actorId, { action: 'restriction.set', personId, record, details, reason });
    return { id: made.id, endsAt };
  });
}

function restrictedAlready(): DomainError {
  const message = 'An admin has restricted this person already. Lift that first, to restrict them in another way.';
  return new DomainError('conflict', 'restricted_already', message);
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
