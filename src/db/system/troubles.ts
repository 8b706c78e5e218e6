import { type Kysely, sql } from 'kysely';
import { countedHost } from '@/domain/source-kinds';
import type { FailingMonitor, InFlight } from '@/domain/system/troubles';
import type { DB } from '../types';

/**
 * Active monitors that failed at least `least` times in a row, those that did so most often first. `total`: over all
 * pages; 0 beyond the last one.
 */
export async function listFailingMonitors(
  db: Kysely<DB>,
  { least, limit, offset }: { least: number; limit: number; offset: number },
): Promise<{ monitors: FailingMonitor[]; total: number }> {
  const { rows } = await sql<Omit<FailingMonitor, 'host'> & { sourceUrl: string | null; total: number }>`
    WITH page AS (
      SELECT id, user_id, source_url, last_outcome, failure_streak, last_checked, count(*) OVER ()::int AS total
      FROM monitors WHERE is_active AND deleted_at IS NULL AND failure_streak >= ${least}
      ORDER BY failure_streak DESC, last_checked DESC, id LIMIT ${limit} OFFSET ${offset})
    SELECT page.id AS monitor_id, page.user_id AS person_id, users.email, source_url,
      CASE WHEN last_outcome NOT IN ('value', 'absent') THEN last_outcome END AS outcome,
      failure_streak AS streak, last_checked AS last_checked_at, total, latest.since
    FROM page JOIN users ON users.id = page.user_id,
    -- Of the evaluations since its last value no more than those that the monitor counts.
    LATERAL (SELECT min(finished_at) AS since FROM (
      SELECT finished_at FROM evaluations AS one
      WHERE one.monitor_id = page.id AND one.phase = 'done' AND one.outcome NOT IN ('value', 'absent')
        AND one.requested_at > coalesce((SELECT max(requested_at) FROM evaluations AS good
          WHERE good.monitor_id = page.id AND good.outcome IN ('value', 'absent')), '-infinity')
      ORDER BY one.requested_at DESC LIMIT page.failure_streak) AS failures) AS latest
    ORDER BY failure_streak DESC, last_checked DESC, page.id`.execute(db);
  const monitors = rows.map(({ sourceUrl, total: _, ...monitor }) => ({ ...monitor, host: hostOf(sourceUrl) }));
  return { monitors, total: rows[0]?.total ?? 0 };
}

/** Evaluations that are not done, those that were asked for first before others, and how many there are. */
export async function listInFlight(db: Kysely<DB>, limit: number): Promise<{ evaluations: InFlight[]; total: number }> {
  const { rows } = await sql<Omit<InFlight, 'host'> & { sourceUrl: string | null; total: number }>`
    SELECT one.id, one.monitor_id, one.user_id AS person_id, users.email, monitors.source_url, one.phase,
      one.requested_at, one.started_at, one.lease_expires_at, one.attempt, count(*) OVER ()::int AS total
    FROM evaluations AS one JOIN monitors ON monitors.id = one.monitor_id JOIN users ON users.id = one.user_id
    WHERE one.phase <> 'done' ORDER BY one.requested_at, one.id LIMIT ${limit}`.execute(db);
  const evaluations = rows.map(({ sourceUrl, total: _, ...evaluation }) => ({
    ...evaluation,
    host: hostOf(sourceUrl),
  }));
  return { evaluations, total: rows[0]?.total ?? 0 };
}

function hostOf(address: string | null): string | null {
  return address === null ? null : countedHost(address);
}
