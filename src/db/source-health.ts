import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { SeenSource, SourceFailure, SourceHealth, SourceLook, SourceWindow } from '@/domain/source-health';
import type { DB } from './types';

const DAY_MS = 24 * 60 * 60_000;
const WEEK_MS = 7 * DAY_MS;
/** Of one host within the week: a site that is looked at more often is known well enough by its latest looks. */
const MOST_PER_HOST = 2_000;

/** Stores looks and deletes what no figure counts any more: older than a week, or beyond the latest 2,000 of a host. */
export async function insertSourceLooks(db: Kysely<DB>, looks: SourceLook[], now: Date): Promise<void> {
  if (looks.length === 0) return;
  await db.insertInto('sourceLooks').values(looks).execute();
  const old = new Date(now.getTime() - WEEK_MS);
  await sql`DELETE FROM source_looks WHERE id IN (SELECT id FROM source_looks WHERE at <= ${old} LIMIT 1000)`.execute(
    db,
  );
  for (const host of new Set(looks.map((look) => look.host))) {
    await sql`DELETE FROM source_looks WHERE host = ${host} AND id IN
      (SELECT id FROM source_looks WHERE host = ${host} ORDER BY at DESC OFFSET ${MOST_PER_HOST} LIMIT 1000)`.execute(
      db,
    );
  }
}

/** The health of these hosts; those that nobody has looked at within 7 days are missing. */
export async function findSourceHealth(db: Kysely<DB>, hosts: string[], now: Date): Promise<SourceHealth[]> {
  if (hosts.length === 0) return [];
  return (await readHealth(db, { where: sql`AND host = ANY(${hosts})`, limit: hosts.length, offset: 0 }, now)).map(
    healthOf,
  );
}

/**
 * Hosts that hold `search`, most trouble first: by `sourceStatus`, then by failures of 24 hours, then of 7 days, then
 * those that are looked at most. `total`: how many there are over all pages; 0 beyond the last one.
 */
export async function listSourceHealth(
  db: Kysely<DB>,
  { search, limit, offset }: { search: string; limit: number; offset: number },
  now: Date,
): Promise<{ sources: SeenSource[]; total: number }> {
  const where = sql`AND position(${search.toLowerCase()} IN host) > 0`;
  const rows = await readHealth(db, { where, limit, offset }, now);
  const sources = rows.map((row) => {
    const { lastSuccessAt, lastFailureAt } = row;
    return { ...healthOf(row), lastSuccessAt, lastFailureAt };
  });
  return { sources, total: rows[0]?.total ?? 0 };
}

interface Row {
  host: string;
  dayLooks: number;
  dayP50: number | null;
  dayP95: number | null;
  weekLooks: number;
  weekP50: number | null;
  weekP95: number | null;
  dayFailures: Partial<Record<SourceFailure, number>> | null;
  weekFailures: Partial<Record<SourceFailure, number>> | null;
  lastSuccessAt: Date | null;
  lastFailureAt: Date | null;
  total: number;
}

interface Which {
  where: RawBuilder<unknown>;
  limit: number;
  offset: number;
}

/** Times are of looks that brought the page: how long a failure took says nothing of the site's speed. */
async function readHealth(db: Kysely<DB>, { where, limit, offset }: Which, now: Date): Promise<Row[]> {
  const [day, week] = [new Date(now.getTime() - DAY_MS), new Date(now.getTime() - WEEK_MS)];
  const { rows } = await sql<Row>`
    WITH recent AS (SELECT *, at > ${day} AS today FROM source_looks WHERE at > ${week} AND at <= ${now} ${where}),
    kinds AS (
      SELECT host, failure, count(*) AS week, count(*) FILTER (WHERE today) AS day
      FROM recent WHERE failure IS NOT NULL GROUP BY host, failure),
    failures AS (
      SELECT host, jsonb_object_agg(failure, week) AS week_failures,
        jsonb_object_agg(failure, day) FILTER (WHERE day > 0) AS day_failures,
        sum(day) AS failed_today, sum(week) AS failed_in_week
      FROM kinds GROUP BY host),
    hosts AS (
      SELECT recent.host, week_failures, day_failures,
        coalesce(failed_today, 0)::int AS failed_today, coalesce(failed_in_week, 0)::int AS failed_in_week,
        count(*) FILTER (WHERE today)::int AS day_looks, count(*)::int AS week_looks,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY took_ms) FILTER (WHERE failure IS NULL AND today) AS day_p50,
        percentile_cont(0.95) WITHIN GROUP (ORDER BY took_ms) FILTER (WHERE failure IS NULL AND today) AS day_p95,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY took_ms) FILTER (WHERE failure IS NULL) AS week_p50,
        percentile_cont(0.95) WITHIN GROUP (ORDER BY took_ms) FILTER (WHERE failure IS NULL) AS week_p95,
        max(at) FILTER (WHERE failure IS NULL) AS last_success_at,
        max(at) FILTER (WHERE failure IS NOT NULL) AS last_failure_at
      FROM recent LEFT JOIN failures USING (host)
      GROUP BY recent.host, week_failures, day_failures, failed_today, failed_in_week)
    SELECT hosts.*, count(*) OVER ()::int AS total
    FROM hosts, LATERAL (SELECT
      CASE WHEN day_looks > 0 THEN day_looks ELSE week_looks END AS looks,
      CASE WHEN day_looks > 0 THEN failed_today ELSE failed_in_week END AS failed) AS counted
    ORDER BY
      -- As sourceStatus (domain/source-health) tells them: failing, shaky, good.
      CASE WHEN (failed <= 1 AND looks > failed) OR looks - failed >= 0.9 * looks THEN 3
        WHEN looks - failed >= 0.5 * looks THEN 2 ELSE 1 END,
      failed_today DESC, failed_in_week DESC, week_looks DESC, host
    LIMIT ${limit} OFFSET ${offset}
  `.execute(db);
  return rows;
}

function healthOf(row: Row): SourceHealth {
  return {
    host: row.host,
    day: windowOf(row.dayLooks, row.dayFailures, row.dayP50, row.dayP95),
    week: windowOf(row.weekLooks, row.weekFailures, row.weekP50, row.weekP95),
  };
}

function windowOf(looks: number, kinds: Row['dayFailures'], p50: number | null, p95: number | null): SourceWindow {
  const failures = kinds ?? {};
  const failed = Object.values(failures).reduce((sum, count) => sum + count, 0);
  return {
    looks,
    successRate: looks === 0 ? null : (looks - failed) / looks,
    failures,
    p50Ms: p50 === null ? null : Math.round(p50),
    p95Ms: p95 === null ? null : Math.round(p95),
  };
}
