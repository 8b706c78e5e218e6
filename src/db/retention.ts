import { type Kysely, sql, type Transaction } from 'kysely';
import { strikeOriginsBefore } from './audit';
import type { DB } from './types';

/** How many rows of each kind were older than kept. */
export interface Removed {
  facts: number;
  evaluations: number;
  notifications: number;
  usage: number;
  charges: number;
  restrictions: number;
  /** Acts of the audit that stay without from where they came. */
  origins: number;
}

/** Removes the months of facts that ended before a time, by dropping their partitions. Returns how many. */
export async function dropMonthsBefore(db: Transaction<DB>, before: Date): Promise<number> {
  const day = before.toISOString().slice(0, 10);
  const { rows } = await sql<{ dropped: number }>`SELECT drop_fact_partitions(${day}::date) AS dropped`.execute(db);
  return rows[0]?.dropped ?? 0;
}

/**
 * Removes what is older than `before`, and from where acts of the audit came that are older than `originsBefore`, which
 * must be thirty days ago at least. Monitors keep their present value; only history goes. Safe to run twice at once.
 */
export async function deleteOlderThan(db: Transaction<DB>, before: Date, originsBefore: Date): Promise<Removed> {
  const day = before.toISOString().slice(0, 10);
  const facts = await db.deleteFrom('facts').where('extractedAt', '<', before).executeTakeFirst();
  const evaluations = await db
    .deleteFrom('evaluations')
    .where('requestedAt', '<', before)
    .where('phase', '=', 'done')
    .executeTakeFirst();
  // What was refused on that day goes too; what was read has gone with its evaluation.
  await db.deleteFrom('refreshBatches').where('requestedAt', '<', before).execute();
  const notifications = await db
    .deleteFrom('emailNotifications')
    .where('createdAt', '<', before)
    .where('state', 'in', ['sent', 'failed', 'suppressed'])
    .executeTakeFirst();
  const usage = await db.deleteFrom('aiUsage').where('at', '<', before).executeTakeFirst();
  const charges = await db.deleteFrom('refreshCharges').where('day', '<', day).executeTakeFirst();
  const restrictions = await db.deleteFrom('restrictions').where('endsAt', '<', before).executeTakeFirst();
  return {
    facts: Number(facts.numDeletedRows),
    evaluations: Number(evaluations.numDeletedRows),
    notifications: Number(notifications.numDeletedRows),
    usage: Number(usage.numDeletedRows),
    charges: Number(charges.numDeletedRows),
    restrictions: Number(restrictions.numDeletedRows),
    origins: await strikeOriginsBefore(db, originsBefore),
  };
}

/**
 * Makes the months of facts around the day, 13 back and 3 ahead, when one of those ahead is missing; months back that
 * were dropped as past their retention are not made again each time. Returns how many it made.
 */
export async function ensureFactPartitions(db: Kysely<DB>, now: Date): Promise<number> {
  const day = now.toISOString().slice(0, 10);
  const { rows } = await sql<{ made: number }>`
    SELECT ensure_fact_partitions(${day}::date) AS made
    WHERE EXISTS (
      SELECT FROM generate_series(0, 3) AS ahead
      WHERE to_regclass('facts_' || to_char(${day}::date + make_interval(months => ahead), 'YYYY_MM')) IS NULL
    )
  `.execute(db);
  return rows[0]?.made ?? 0;
}
