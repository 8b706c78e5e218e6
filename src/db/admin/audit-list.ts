import { type Kysely, type RawBuilder, sql } from 'kysely';
import { AuditAction, AuditActor, AuditRecordType, type Origin } from '@/domain/account/audit';
import type { DB } from '../types';

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
  /** Why an admin did it; null for others, and once the account is gone. */
  reason: string | null;
}

/** People are named by the id, or by the whole address, of an account. */
export interface AuditFilter {
  /** Who acted, or whose record it was. */
  person?: string | undefined;
  /** Who acted. */
  by?: string | undefined;
  /** Whose record it was, or the record itself by its id. */
  target?: string | undefined;
  actor?: AuditActor | undefined;
  action?: AuditAction | undefined;
  recordType?: AuditRecordType | undefined;
  /** From this moment on. */
  from?: Date | undefined;
  /** Before this moment. */
  before?: Date | undefined;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

function idOf(person: string): RawBuilder<unknown> {
  return UUID.test(person) ? sql`${person}::uuid` : sql`(SELECT id FROM users WHERE lower(email) = lower(${person}))`;
}

function selectActs(db: Kysely<DB>, { person, by, target, actor, action, recordType, from, before }: AuditFilter) {
  let query = db.selectFrom('auditLog as act');
  if (person) query = query.where(sql<boolean>`(act.actor_id = ${idOf(person)} OR act.person_id = ${idOf(person)})`);
  if (by) query = query.where(sql<boolean>`act.actor_id = ${idOf(by)}`);
  if (target) query = query.where(sql<boolean>`(act.person_id = ${idOf(target)} OR act.subject_id = ${target})`);
  if (actor) query = query.where('act.actor', '=', actor);
  if (action) query = query.where('act.action', '=', action);
  if (recordType) query = query.where('act.subjectType', '=', recordType);
  if (from) query = query.where('act.at', '>=', from);
  if (before) query = query.where('act.at', '<', before);
  return query;
}

/** Acts, newest first; `after` is the last one of the page before. */
export async function listActs(
  db: Kysely<DB>,
  { limit, after, ...filter }: AuditFilter & { limit: number; after?: string | undefined },
): Promise<AuditedAct[]> {
  let query = selectActs(db, filter)
    .leftJoin('users as who', 'who.id', 'act.actorId')
    .leftJoin('users as whose', 'whose.id', 'act.personId')
    .select(['act.id', 'act.at', 'act.action', 'act.actor', 'act.actorId', 'act.personId', 'act.userAgent'])
    .select(['act.subjectType as recordType', 'act.subjectId as recordId', 'act.details', 'act.reason'])
    .select(['who.email as actorEmail', 'whose.email as personEmail', sql<string | null>`host(act.ip)`.as('ip')]);
  if (after !== undefined)
    query = query.where(sql<boolean>`(act.at, act.id) < (SELECT at, id FROM audit_log WHERE id = ${after})`);
  const rows = await query.orderBy('act.at', 'desc').orderBy('act.id', 'desc').limit(limit).execute();
  return rows.map((row) => ({
    ...row,
    action: AuditAction.parse(row.action),
    actor: AuditActor.parse(row.actor),
    recordType: AuditRecordType.parse(row.recordType),
    details: row.details as Record<string, unknown>,
  }));
}

/** How many acts the filter finds, counted no further than `most`: a table that only grows may hold millions. */
export async function countActs(db: Kysely<DB>, filter: AuditFilter, most: number): Promise<number> {
  const some = selectActs(db, filter).select('act.id').limit(most).as('some');
  const row = await db
    .selectFrom(some)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}
