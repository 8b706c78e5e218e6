import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ReaderUsage } from '@/domain/reading';
import type { DB } from './types';

/** Writes the row of one call to a model. */
export async function insertUsage(
  db: Kysely<DB>,
  usage: ReaderUsage,
  whose: { userId: string | null; monitorId: string | null; evaluationId: string | null; now: Date },
): Promise<void> {
  const { now, ...ids } = whose;
  await db
    .insertInto('aiUsage')
    .values({ ...usage, ...ids, at: now })
    .execute();
}

/** US dollars spent in the UTC month of `now`, as a decimal. */
export async function sumMonthUsd(db: Kysely<DB>, now: Date): Promise<string> {
  const start = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  const row = await db
    .selectFrom('aiUsage')
    .select(sql<string>`coalesce(sum(cost_usd), 0)`.as('usd'))
    .where('at', '>=', start)
    .executeTakeFirstOrThrow();
  return row.usd;
}

/** US dollars spent for this person on the UTC day of `now`, as a decimal. */
export async function sumPersonDayUsd(db: Kysely<DB>, userId: string, now: Date): Promise<string> {
  const start = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
  const row = await db
    .selectFrom('aiUsage')
    .select(sql<string>`coalesce(sum(cost_usd), 0)`.as('usd'))
    .where('userId', '=', userId)
    .where('at', '>=', start)
    .executeTakeFirstOrThrow();
  return row.usd;
}
