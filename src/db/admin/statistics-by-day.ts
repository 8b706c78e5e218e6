import { type Kysely, sql } from 'kysely';
import type { MetricType, Period } from '@/domain/admin-stats';
import type { DB } from '../types';

/** The table of each metric, and the time that tells on which day something of it was. */
const SOURCES: Record<MetricType, { table: string; at: string }> = {
  users: { table: 'users', at: 'created_at' },
  monitors: { table: 'monitors', at: 'created_at' },
  evaluations: { table: 'evaluations', at: 'requested_at' },
  emails: { table: 'email_notifications', at: 'sent_at' },
};

/** How many there were on each UTC day of a period ("2026-11-30"), of those that are still there; no row for none. */
export async function countByDay(
  db: Kysely<DB>,
  metric: MetricType,
  { start, end }: Period,
): Promise<{ day: string; count: number }[]> {
  const { table, at } = SOURCES[metric];
  const { rows } = await sql<{ day: string; count: number }>`
    SELECT to_char(${sql.ref(at)} AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*) AS count
    FROM ${sql.table(table)} WHERE ${sql.ref(at)} >= ${start} AND ${sql.ref(at)} < ${end} GROUP BY 1
  `.execute(db);
  return rows;
}
