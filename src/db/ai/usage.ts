import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ReaderUsage } from '@/domain/contract/reading';
import type { DB } from '../types';

/** What a call may cost at most, and the budgets that must hold it (US dollars, decimals). */
export interface BudgetedCall {
  usd: string;
  monthlyUsd: string;
  personDailyUsd: string;
  userId: string | null;
  now: Date;
  /** When it stops counting if nobody settles it. */
  expiresAt: Date;
}

/**
 * Sets `usd` aside where the month's and the person's budget still hold it, with all that is spent and set aside. One
 * at a time: whoever waited for the lock sees what the one before has set aside.
 * @returns the reservation's id, or whose budget does not hold it.
 */
export async function reserveUsd(
  db: Kysely<DB>,
  { usd, monthlyUsd, personDailyUsd, userId, now, expiresAt }: BudgetedCall,
): Promise<{ id: string } | { spent: 'month' | 'person' }> {
  return db.transaction().execute(async (trx) => {
    // A statement of its own: the next one must begin, and so see, after the lock is ours.
    await sql`SELECT pg_advisory_xact_lock(hashtext('ai_budget'))`.execute(trx);
    await trx.deleteFrom('aiReservations').where('expiresAt', '<=', now).execute();
    const fits = sql<{ month: boolean; person: boolean }>`
      SELECT ${committed(monthStart(now))} + ${usd}::numeric <= ${monthlyUsd}::numeric AS month,
        ${userId}::uuid IS NULL OR ${committed(dayStart(now), userId)} + ${usd}::numeric <= ${personDailyUsd}::numeric
          AS person`;
    const row = (await fits.execute(trx)).rows[0];
    if (!row?.month) return { spent: 'month' };
    if (!row.person) return { spent: 'person' };
    const reservation = { usd, userId, at: now, expiresAt };
    return trx.insertInto('aiReservations').values(reservation).returning('id').executeTakeFirstOrThrow();
  });
}

/** Spent and set aside since then, by everyone or by one person. */
function committed(since: Date, userId: string | null = null) {
  const whose = userId === null ? sql`` : sql`AND user_id = ${userId}`;
  return sql`(
    (SELECT coalesce(sum(cost_usd), 0) FROM ai_usage WHERE at >= ${since} ${whose})
    + (SELECT coalesce(sum(usd), 0) FROM ai_reservations WHERE at >= ${since} ${whose})
  )`;
}

/** What one of several evaluations is charged of a call. */
interface UsageShare {
  usage: ReaderUsage;
  whose: Caller;
}

/**
 * Writes what a call cost in place of what was set aside for it; both are seen at once. Where it served several
 * evaluations each has a row with its share, under one `callId`.
 */
export async function settleUsage(
  db: Kysely<DB>,
  reservation: string | null,
  usage: ReaderUsage,
  whose: Caller,
  shares: readonly UsageShare[] = [],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (shares.length === 0) await insertUsage(trx, usage, whose);
    const callId = randomUUID();
    for (const share of shares) await insertUsage(trx, share.usage, share.whose, callId);
    if (reservation !== null) await trx.deleteFrom('aiReservations').where('id', '=', reservation).execute();
  });
}

/** Whose call it was. */
interface Caller {
  userId: string | null;
  monitorId: string | null;
  evaluationId: string | null;
  now: Date;
}

/** Writes the row of one call to a model, or of a share of it. */
async function insertUsage(
  db: Kysely<DB>,
  usage: ReaderUsage,
  { userId, monitorId, evaluationId, now }: Caller,
  callId: string | null = null,
): Promise<void> {
  await db
    .insertInto('aiUsage')
    .values({ ...usage, userId, monitorId, evaluationId, callId, at: now })
    .execute();
}

/** US dollars spent in the UTC month of `now`, as a decimal. */
export async function sumMonthUsd(db: Kysely<DB>, now: Date): Promise<string> {
  const row = await db
    .selectFrom('aiUsage')
    .select(sql<string>`coalesce(sum(cost_usd), 0)`.as('usd'))
    .where('at', '>=', monthStart(now))
    .executeTakeFirstOrThrow();
  return row.usd;
}

function monthStart(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
}

function dayStart(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
}
