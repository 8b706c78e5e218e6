import { type Kysely, sql, type Transaction } from 'kysely';
import { type Month, spanOf } from '@/domain/month';
import type { DB } from '../types';

/** People who have values of a month and were not told that it leaves. Not those who are leaving, or are suspended. */
export async function listPeopleToTell(db: Kysely<DB>, month: Month, limit: number): Promise<string[]> {
  const { from, until } = spanOf(month);
  const { rows } = await sql<{ id: string }>`
    SELECT users.id FROM users
    WHERE users.deletion_requested_at IS NULL AND users.suspended_at IS NULL
      AND NOT EXISTS (
        SELECT FROM retention_notices AS told
        WHERE told.user_id = users.id AND told.month = ${`${month}-01`}::date)
      AND EXISTS (
        SELECT FROM monitors JOIN facts ON facts.monitor_id = monitors.id
        WHERE monitors.user_id = users.id AND facts.extracted_at >= ${from} AND facts.extracted_at < ${until})
    ORDER BY users.id LIMIT ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Notes that a person is told of a month; false where somebody else has done it. */
export async function noteTold(
  trx: Transaction<DB>,
  { userId, month, now }: { userId: string; month: Month; now: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('retentionNotices')
    .values({ userId, month: `${month}-01`, toldAt: now })
    .onConflict((conflict) => conflict.columns(['userId', 'month']).doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Forgets who was told of months that are long gone. Returns of how many. */
export async function forgetNotices(db: Kysely<DB>, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('retentionNotices').where('toldAt', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}
