import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Month } from '@/domain/month';
import type { DB } from '../types';

/** Who has to wait for a lock on a whole table gives up after this: those who come after it wait no longer either. */
const LOCK_WAIT_MS = 20;
/** Between two tries; a random part keeps them out of step with what comes regularly. */
const PAUSE_MS = 150;
const TRIES = 100;
const LOCK_NOT_AVAILABLE = '55P03';
const DEADLOCK = '40P01';

/**
 * Does something that needs whole tables for itself, in a transaction that never waits long for them and is tried
 * again.
 * @throws Error when others held the tables for all that time; the next round tries anew.
 */
export async function withBriefLocks<Result>(
  db: Kysely<DB>,
  work: (trx: Transaction<DB>) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().execute(async (trx) => {
        await sql`SELECT set_config('lock_timeout', ${`${LOCK_WAIT_MS}ms`}, true)`.execute(trx);
        return work(trx);
      });
    } catch (error) {
      const { code } = error as { code?: unknown };
      if ((code !== LOCK_NOT_AVAILABLE && code !== DEADLOCK) || tries === TRIES) throw error;
      await sleep(PAUSE_MS * (0.5 + Math.random()));
    }
  }
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

/** Drops a month of facts; false where it is not there. The transaction must end at once. */
export async function dropFactMonth(trx: Transaction<DB>, month: Month): Promise<boolean> {
  const { rows } = await sql<{ dropped: boolean }>`
    SELECT drop_fact_month(${`${month}-01`}::date) AS dropped`.execute(trx);
  return rows[0]?.dropped ?? false;
}

/** Whether a month of facts has a partition. */
export async function isFactMonth(db: Kysely<DB>, month: Month): Promise<boolean> {
  const part = `facts_${month.replace('-', '_')}`;
  const { rows } = await sql<{ there: boolean }>`SELECT to_regclass(${part}) IS NOT NULL AS there`.execute(db);
  return rows[0]?.there ?? false;
}

/** Makes a month of facts, where rows are to come back. */
export async function makeFactMonth(trx: Transaction<DB>, month: Month): Promise<void> {
  await sql`SELECT make_fact_month(${`${month}-01`}::date)`.execute(trx);
}

/** A month that leaves, in part or whole. */
export interface LeavingMonth {
  month: Month;
  /** Whether it has a partition of its own. */
  isPartition: boolean;
  /** Whether rows of its history are there. */
  hasRows: boolean;
  archivedAt: Date | null;
  heldUntil: Date | null;
}

/** The months that began before a time, as far back as there is history, the oldest first. */
export async function listLeavingMonths(db: Kysely<DB>, before: Date): Promise<LeavingMonth[]> {
  const { rows } = await sql<LeavingMonth>`
    WITH parts AS (
      SELECT to_date(substr(child.relname, 7), 'YYYY_MM') AS month FROM pg_inherits
      JOIN pg_class child ON child.oid = inhrelid
      WHERE inhparent = 'facts'::regclass AND child.relname ~ '^facts_[0-9]{4}_[0-9]{2}$'
    ), spans AS (
      SELECT first::date AS month, first AT TIME ZONE 'UTC' AS since,
        (first + interval '1 month') AT TIME ZONE 'UTC' AS until
      FROM generate_series(
        date_trunc('month', least(
          (SELECT min(month) FROM parts)::timestamp,
          (SELECT min(requested_at) FROM evaluations) AT TIME ZONE 'UTC',
          (SELECT min(extracted_at) FROM facts_default) AT TIME ZONE 'UTC')),
        ${before.toISOString()}::timestamptz AT TIME ZONE 'UTC' - interval '1 microsecond', interval '1 month') AS first
    )
    SELECT to_char(spans.month, 'YYYY-MM') AS month, parts.month IS NOT NULL AS "isPartition",
      EXISTS (SELECT FROM facts WHERE extracted_at >= since AND extracted_at < until)
        OR EXISTS (SELECT FROM evaluations WHERE requested_at >= since AND requested_at < until
          AND phase = 'done') AS "hasRows",
      archived_at AS "archivedAt", held_until AS "heldUntil"
    FROM spans LEFT JOIN parts USING (month) LEFT JOIN archived_months USING (month)
    ORDER BY spans.month`.execute(db);
  return rows;
}
