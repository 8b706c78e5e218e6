import { type Kysely, sql } from 'kysely';
import type { DB } from './types';

/** Makes the months of facts around the day that are missing, 13 back and 3 ahead. Returns how many it made. */
export async function ensureFactPartitions(db: Kysely<DB>, now: Date): Promise<number> {
  const day = now.toISOString().slice(0, 10);
  const { rows } = await sql<{ made: number }>`SELECT ensure_fact_partitions(${day}::date) AS made`.execute(db);
  return rows[0]?.made ?? 0;
}
