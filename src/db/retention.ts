import { type Kysely, sql } from 'kysely';
import type { DB } from './types';

/** How many rows of each kind were older than kept. */
export interface Removed {
  factMonths: number;
  facts: number;
  evaluations: number;
  notifications: number;
  usage: number;
  charges: number;
}

/**
 * Removes what is older than `before`: whole months of facts by dropping their partition, the rest by DELETE. Monitors
 * keep their present value; only history goes. Safe to run twice at once.
 */
export async function deleteOlderThan(db: Kysely<DB>, before: Date): Promise<Removed> {
  const day = before.toISOString().slice(0, 10);
  const { rows } = await sql<{ dropped: number }>`SELECT drop_fact_partitions(${day}::date) AS dropped`.execute(db);
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
  return {
    factMonths: rows[0]?.dropped ?? 0,
    facts: Number(facts.numDeletedRows),
    evaluations: Number(evaluations.numDeletedRows),
    notifications: Number(notifications.numDeletedRows),
    usage: Number(usage.numDeletedRows),
    charges: Number(charges.numDeletedRows),
  };
}
