import type { Transaction } from 'kysely';
import { insertAct } from '@/db/audit';
import type { DB } from '@/db/types';
import type { Act, AuditAction } from '@/domain/account/audit';
import type { Deps } from '../deps';

/** What a flow needs to tell of its acts. */
export type AuditDeps = Pick<Deps, 'now' | 'origin'>;

type What = Pick<Act, 'record' | 'details' | 'reason'> & { action: AuditAction };

/** Tells the audit what a person did to something of theirs. */
export function recordOwnAct(
  deps: AuditDeps,
  trx: Transaction<DB>,
  personId: string,
  { action, record = { type: 'person', id: personId }, details }: Partial<What> & { action: AuditAction },
): Promise<void> {
  const act: Act = { action, actor: 'person', actorId: personId, personId, record, ...(details ? { details } : {}) };
  return insertAct(trx, act, originOf(deps));
}

/** Tells the audit what an admin did, or, with `actorId` null, the app by itself. `personId`: whose record it is. */
export function recordActOf(
  deps: AuditDeps,
  trx: Transaction<DB>,
  actorId: string | null,
  what: What & { personId: string | null },
): Promise<void> {
  const actor = actorId === null ? 'system' : 'admin';
  return insertAct(trx, { ...what, actor, actorId }, originOf(actorId === null ? { now: deps.now } : deps));
}

function originOf({ now, origin }: AuditDeps) {
  return { at: now(), ip: origin?.ip ?? null, userAgent: origin?.userAgent ?? null };
}
