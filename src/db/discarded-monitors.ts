import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import { inLockOrder } from './email/lock-order';
import { deleteMonitor } from './monitors';
import type { DB } from './types';

/** Hides a monitor of this person until it is taken back or removed. True if there was one. */
export async function discardMonitor(trx: Transaction<DB>, userId: string, id: string, now: Date): Promise<boolean> {
  const result = await trx
    .updateTable('monitors')
    .set({ deletedAt: now })
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Emails of a monitor that wait are held until then; it may be gone by that time, and they with it. */
export async function holdEmails(trx: Transaction<DB>, monitorId: string, until: Date): Promise<void> {
  const waiting = await trx
    .selectFrom('emailNotifications')
    .select('id')
    .where('monitorId', '=', monitorId)
    .where('state', '=', 'pending')
    .$call(inLockOrder)
    .execute();
  if (waiting.length === 0) return;
  const ids = waiting.map(({ id }) => id);
  await trx
    .updateTable('emailNotifications')
    .set({ nextAttemptAt: sql`greatest(next_attempt_at, ${until})` })
    .where('id', 'in', ids)
    .execute();
}

/** Takes the deletion of a monitor back. True if it was hidden and is still there. */
export async function restoreMonitor(trx: Transaction<DB>, userId: string, id: string): Promise<boolean> {
  const result = await trx
    .updateTable('monitors')
    .set({ deletedAt: null })
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('deletedAt', 'is not', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** What a person deleted after a time and can still take back, the newest last. */
export function listTakeable(
  db: Kysely<DB>,
  userId: string,
  after: Date,
): Promise<{ id: string; name: string; deletedAt: Date }[]> {
  return db
    .selectFrom('monitors')
    .select(['id', 'name', 'deletedAt'])
    .where('userId', '=', userId)
    .where('deletedAt', '>', after)
    .orderBy('deletedAt')
    .$narrowType<{ deletedAt: Date }>()
    .execute();
}

/** Monitors that were hidden before a time, with whose they are. */
export function listDiscarded(db: Kysely<DB>, before: Date): Promise<{ id: string; userId: string }[]> {
  return db.selectFrom('monitors').select(['id', 'userId']).where('deletedAt', '<', before).limit(100).execute();
}

/** Removes a monitor that is still hidden since before a time, with all that hangs on it. True if it did. */
export async function removeDiscarded(
  trx: Transaction<DB>,
  { id, userId }: { id: string; userId: string },
  before: Date,
): Promise<boolean> {
  await trx.selectFrom('users').select('id').where('id', '=', userId).forKeyShare().execute();
  // Locked before it is asked: its person may take the deletion back at this moment.
  const row = await trx
    .selectFrom('monitors')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', '<', before)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined && deleteMonitor(trx, userId, id);
}
