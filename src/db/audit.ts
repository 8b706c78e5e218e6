import { type Kysely, sql, type Transaction } from 'kysely';
import { type Act, AuditAction, type AuditActor, AuditRecordType, type Origin } from '@/domain/account/audit';
import type { DB } from './types';

/** Writes an act into the audit. Within the transaction of the act itself: both stand, or neither. */
export async function insertAct(trx: Transaction<DB>, act: Act, from: Origin & { at: Date }): Promise<void> {
  const { action, actor, actorId, personId, record, details = {} } = act;
  await trx
    .insertInto('auditLog')
    .values({
      ...{ action, actor, actorId, personId, details: JSON.stringify(details), at: from.at },
      ...{ subjectType: record.type, subjectId: record.id },
      ...{ ip: from.ip, userAgent: from.userAgent?.slice(0, 300) ?? null },
    })
    .execute();
}

/** An act as the administration reads it. */
export interface AuditedAct extends Origin {
  id: string;
  at: Date;
  action: AuditAction;
  actor: AuditActor;
  actorId: string | null;
  /** The present address of who acted; null for the system and for somebody whose account is gone. */
  actorEmail: string | null;
  personId: string | null;
  personEmail: string | null;
  recordType: AuditRecordType;
  recordId: string;
  details: Record<string, unknown>;
}

export interface AuditFilter {
  /** Who acted, or whose record it was: an id, or an address of an account; null for everybody. */
  person?: string | null | undefined;
  action?: AuditAction | undefined;
  /** From this moment on. */
  from?: Date | undefined;
  /** Before this moment. */
  before?: Date | undefined;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Acts, newest first; `after` is the last one of the page before. */
export async function listActs(
  db: Kysely<DB>,
  { person, action, from, before, limit, after }: AuditFilter & { limit: number; after?: string | undefined },
): Promise<AuditedAct[]> {
  let query = db
    .selectFrom('auditLog as act')
    .leftJoin('users as who', 'who.id', 'act.actorId')
    .leftJoin('users as whose', 'whose.id', 'act.personId')
    .select(['act.id', 'act.at', 'act.action', 'act.actor', 'act.actorId', 'act.personId', 'act.userAgent'])
    .select(['act.subjectType as recordType', 'act.subjectId as recordId', 'act.details'])
    .select(['who.email as actorEmail', 'whose.email as personEmail', sql<string | null>`host(act.ip)`.as('ip')]);
  if (person) {
    const id = UUID.test(person)
      ? sql`${person}::uuid`
      : sql`(SELECT id FROM users WHERE lower(email) = lower(${person}))`;
    query = query.where(sql<boolean>`(act.actor_id = ${id} OR act.person_id = ${id})`);
  }
  if (action) query = query.where('act.action', '=', action);
  if (from) query = query.where('act.at', '>=', from);
  if (before) query = query.where('act.at', '<', before);
  if (after !== undefined)
    query = query.where(sql<boolean>`(act.at, act.id) < (SELECT at, id FROM audit_log WHERE id = ${after})`);
  const rows = await query.orderBy('act.at', 'desc').orderBy('act.id', 'desc').limit(limit).execute();
  return rows.map((row) => ({
    ...row,
    action: AuditAction.parse(row.action),
    recordType: AuditRecordType.parse(row.recordType),
    details: row.details as Record<string, unknown>,
  }));
}

/** Strikes out from where somebody acted whose account is gone: the acts stay, with an id that names nobody. */
export async function strikeOriginsOf(trx: Transaction<DB>, actorId: string): Promise<void> {
  await trx
    .updateTable('auditLog')
    .set({ ip: null, userAgent: null })
    .where('actorId', '=', actorId)
    .where((eb) => eb.or([eb('ip', 'is not', null), eb('userAgent', 'is not', null)]))
    .execute();
}

/** Strikes out from where acts before a time came, which must be thirty days ago at least. Returns of how many. */
export async function strikeOriginsBefore(trx: Transaction<DB>, before: Date): Promise<number> {
  const result = await trx
    .updateTable('auditLog')
    .set({ ip: null, userAgent: null })
    .where('at', '<', before)
    .where((eb) => eb.or([eb('ip', 'is not', null), eb('userAgent', 'is not', null)]))
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/**
 * The people who opened their account from a network (an address, or "2001:db8:0:1::/64") since a time and whose
 * accounts still exist.
 */
export async function listOpenedFrom(db: Kysely<DB>, network: string, since: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT users.id FROM audit_log AS act JOIN users ON users.id = act.person_id
    WHERE act.action = 'account.open' AND act.at > ${since} AND act.ip <<= ${network}::inet
    ORDER BY act.at, act.id
  `.execute(db);
  return rows.map((row) => row.id);
}
