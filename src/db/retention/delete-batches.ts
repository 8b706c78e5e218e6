import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '../types';

/** So many rows go in one transaction: it is over in a few milliseconds, and what it locks with it. */
const BATCH = 500;

/** History between two times; of what raised an alert only that from before a third. */
export interface Leaving {
  from: Date;
  until: Date;
  alertsBefore: Date;
}

const at = (time: Date) => sql`${time.toISOString()}::timestamptz`;

/** The next facts that leave. Returns how many; none are left when it is none. */
export async function deleteFactBatch(db: Kysely<DB>, { from, until, alertsBefore }: Leaving): Promise<number> {
  // By ids in an array, so that the index of the key finds them; the span keeps it to one partition.
  const { numAffectedRows } = await sql`
    DELETE FROM facts WHERE extracted_at >= ${at(from)} AND extracted_at < ${at(until)} AND id = ANY(ARRAY(
      SELECT id FROM facts WHERE extracted_at >= ${at(from)} AND extracted_at < ${at(until)}
        AND (NOT triggered_alert OR extracted_at < ${at(alertsBefore)})
      LIMIT ${BATCH} FOR UPDATE SKIP LOCKED))`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** The same of evaluations that are over; what was mailed of them goes with them. */
export async function deleteEvaluationBatch(db: Kysely<DB>, { from, until, alertsBefore }: Leaving): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM evaluations WHERE id = ANY(ARRAY(
      SELECT id FROM evaluations WHERE requested_at >= ${at(from)} AND requested_at < ${at(until)}
        AND phase = 'done' AND (NOT alert OR requested_at < ${at(alertsBefore)})
      LIMIT ${BATCH} FOR UPDATE SKIP LOCKED))`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Emails that are done with; those of alerts stay as long as what raised them. */
export async function deleteNotificationBatch(
  trx: Kysely<DB> | Transaction<DB>,
  { before, alertsBefore }: { before: Date; alertsBefore: Date },
): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM email_notifications WHERE id = ANY(ARRAY(
      SELECT id FROM email_notifications
      WHERE created_at < CASE kind WHEN 'alert' THEN ${at(alertsBefore)} ELSE ${at(before)} END
        AND created_at < ${at(before)}
        AND state IN ('sent', 'failed', 'suppressed', 'withheld', 'gathered')
      LIMIT ${BATCH} FOR UPDATE SKIP LOCKED))`.execute(trx);
  return Number(numAffectedRows ?? 0);
}

/** Of other tables, by the time of a column of theirs. */
const OTHERS = {
  // What was refused on that day goes too; what was read has gone with its evaluation.
  batches: { table: 'refresh_batches', key: 'id', time: 'requested_at' },
  usage: { table: 'ai_usage', key: 'id', time: 'at' },
  charges: { table: 'refresh_charges', key: 'ctid', time: 'day' },
  restrictions: { table: 'restrictions', key: 'id', time: 'ends_at' },
  // What charts of longer spans are drawn from; its facts have left.
  hours: { table: 'fact_hours', key: 'ctid', time: 'hour' },
} as const;
export type OtherTable = keyof typeof OTHERS;
export const OTHER_TABLES = Object.keys(OTHERS) as OtherTable[];

export async function deleteOtherBatch(db: Kysely<DB>, name: OtherTable, before: Date): Promise<number> {
  const { table, key, time } = OTHERS[name];
  const limit = name === 'charges' ? sql`${before.toISOString().slice(0, 10)}::date` : at(before);
  const { numAffectedRows } = await sql`
    DELETE FROM ${sql.table(table)} WHERE ${sql.ref(key)} = ANY(ARRAY(
      SELECT ${sql.ref(key)} FROM ${sql.table(table)} WHERE ${sql.ref(time)} < ${limit}
      LIMIT ${BATCH} FOR UPDATE SKIP LOCKED))`.execute(db);
  return Number(numAffectedRows ?? 0);
}
