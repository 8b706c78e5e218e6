import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { DB } from './types';

/** Takes one of the person's refreshes of the day; null when `limit` are used. One statement, so it is exact. */
export async function takeCharge(
  trx: Transaction<DB>,
  userId: string,
  day: string,
  limit: number,
): Promise<number | null> {
  if (limit < 1) return null;
  const row = await trx
    .insertInto('refreshCharges')
    .values({ userId, day, used: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['userId', 'day'])
        .doUpdateSet({ used: sql`refresh_charges.used + 1` })
        .where('refreshCharges.used', '<', limit),
    )
    .returning('used')
    .executeTakeFirst();
  return row?.used ?? null;
}

/** Gives a charge of that day back; the caller makes sure that it is given back once. */
export async function returnCharge(trx: Transaction<DB>, userId: string, day: string): Promise<void> {
  await trx
    .updateTable('refreshCharges')
    .set({ used: sql`greatest(used - 1, 0)` })
    .where('userId', '=', userId)
    .where('day', '=', day)
    .execute();
}

/** How many refreshes the person has used on that UTC day. */
export async function countCharges(db: Kysely<DB> | Transaction<DB>, userId: string, day: string): Promise<number> {
  const row = await db
    .selectFrom('refreshCharges')
    .select('used')
    .where('userId', '=', userId)
    .where('day', '=', day)
    .executeTakeFirst();
  return row?.used ?? 0;
}
