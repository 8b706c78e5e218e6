import { type Kysely, sql } from 'kysely';
import { METRIC_RANGES, type MetricPoint, type MetricRange } from '@/domain/system/metric-points';
import type { DB } from '../types';

/**
 * The figures of a range, oldest first, brought down to its steps here. A step that no process has written of is all
 * null; one in which a process was there and answered nobody had no requests. Figures of the month so far, of the queue
 * and of connections are the highest of their step, all others their mean.
 */
export async function listMetricPoints(db: Kysely<DB>, range: MetricRange, now: Date): Promise<MetricPoint[]> {
  const { ms, stepMs } = METRIC_RANGES[range];
  const last = new Date(Math.floor(now.getTime() / stepMs) * stepMs);
  const first = new Date(last.getTime() - ms);
  const step = sql`make_interval(secs => ${stepMs / 1_000})`;
  const { rows } = await sql<MetricPoint>`
    WITH steps AS (SELECT generate_series(${first}::timestamptz, ${last}::timestamptz, ${step}) AS at),
    seen AS (
      SELECT date_bin(${step}, "timestamp", ${first}::timestamptz) AS at,
        avg(total_users)::float8 AS total_users, avg(active_users24h)::float8 AS active_users24h,
        avg(total_monitors)::float8 AS total_monitors, avg(active_monitors)::float8 AS active_monitors,
        avg(evaluations_last24h)::float8 AS evaluations_last24h,
        avg(emails_sent_last24h)::float8 AS emails_sent_last24h,
        max(queue_waiting)::float8 AS queue_waiting, max(queue_oldest_seconds)::float8 AS queue_oldest_seconds,
        max(database_connections)::float8 AS database_connections,
        avg(ai_provider_uptime)::float8 AS ai_provider_uptime,
        avg(email_service_uptime)::float8 AS email_service_uptime,
        max(ai_tokens_used)::float8 AS ai_tokens_used, max(ai_cost_usd)::float8 AS ai_cost_usd,
        max(emails_sent_count)::float8 AS emails_sent_count, max(email_cost_usd)::float8 AS email_cost_usd
      FROM system_metrics WHERE "timestamp" >= ${first} AND "timestamp" <= ${now} GROUP BY 1),
    answered AS (
      SELECT date_bin(${step}, minute, ${first}::timestamptz) AS at, sum(requests) AS requests,
        sum(failed)::float8 / nullif(sum(requests), 0) AS failed_share,
        sum(total_ms)::float8 / nullif(sum(timed), 0) AS response_ms
      FROM request_minutes WHERE minute >= ${first} AND minute <= ${now} GROUP BY 1)
    SELECT steps.at, total_users, active_users24h, total_monitors, active_monitors, evaluations_last24h,
      emails_sent_last24h,
      (CASE WHEN requests IS NULL AND seen.at IS NULL THEN NULL ELSE coalesce(requests, 0) END)::float8
        -- The step that is not over yet has as many minutes as have passed of it.
        / greatest(1, extract(epoch FROM least(${step}, ${now}::timestamptz - steps.at)) / 60)::float8
        AS requests_per_minute,
      failed_share, response_ms, queue_waiting, queue_oldest_seconds, database_connections, ai_provider_uptime,
      email_service_uptime, ai_tokens_used, ai_cost_usd, emails_sent_count, email_cost_usd
    FROM steps LEFT JOIN seen ON seen.at = steps.at LEFT JOIN answered ON answered.at = steps.at
    ORDER BY steps.at`.execute(db);
  return rows;
}
