import { type Kysely, sql, type Transaction } from 'kysely';
import type { Act, Origin } from '@/domain/account/audit';
import type { DB } from './types';

/** Writes an act into the audit. Within the transaction of the act itself: both stand, or neither. */
export async function insertAct(trx: Transaction<DB>, act: Act, from: Origin & { at: Date }): Promise<void> {
  const { action, actor, actorId, personId, record, details = {}, reason = null } = act;
  await trx
    .insertInto('auditLog')
    .values({
      ...{ action, actor, actorId, personId, details: JSON.stringify(details), reason, at: from.at },
      ...{ subjectType: record.type, subjectId: record.id },
      ...{ ip: from.ip, userAgent: from.userAgent?.slice(0, 300) ?? null },
    })
    .execute();
}

/**
 * Strikes out from where somebody acted whose account is gone, and why admins did something to them: the acts stay,
 * with an id that names nobody.
 */
export async function strikeGone(trx: Transaction<DB>, personId: string): Promise<void> {
  await trx
    .updateTable('auditLog')
    .set({ ip: null, userAgent: null })
    .where('actorId', '=', personId)
    .where((eb) => eb.or([eb('ip', 'is not', null), eb('userAgent', 'is not', null)]))
    .execute();
  await trx
    .updateTable('auditLog')
    .set({ reason: null })
    .where('personId', '=', personId)
    .where('reason', 'is not', null)
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
