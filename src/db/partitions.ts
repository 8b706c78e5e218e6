import { type Kysely, sql } from 'kysely';
import type { DB } from './types';

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
