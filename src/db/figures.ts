import { type Kysely, sql } from 'kysely';
import type { DB } from './types';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** So often a row of figures is written. */
export const FIGURES_EVERY_MS = 5 * MINUTE_MS;

/** What a process counted of the requests that it answered. */
export interface RequestCount {
  requests: number;
  /** Answered with 500 or more. */
  failed: number;
  /** Those whose time counts, and how long they took together, in milliseconds. */
  timed: number;
  totalMs: number;
}

/** Adds what a process has counted since it last told, to the present minute. */
export async function addRequestCount(db: Kysely<DB>, counted: RequestCount, now: Date): Promise<void> {
  const minute = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS);
  await db
    .insertInto('requestMinutes')
    .values({ minute, ...counted, totalMs: Math.round(counted.totalMs) })
    .onConflict((conflict) =>
      conflict.column('minute').doUpdateSet((eb) => ({
        requests: eb('requestMinutes.requests', '+', eb.ref('excluded.requests')),
        failed: eb('requestMinutes.failed', '+', eb.ref('excluded.failed')),
        timed: eb('requestMinutes.timed', '+', eb.ref('excluded.timed')),
        totalMs: eb('requestMinutes.totalMs', '+', eb.ref('excluded.totalMs')),
      })),
    )
    .execute();
}

/**
 * Writes the row of the present five minutes where nobody has: one statement, so that of any number of processes that
 * come for it one writes, and only that one counts. True where it was this one.
 */
export async function writeFigures(
  db: Kysely<DB>,
  { now, emailsLeave, emailUsdPerThousand }: { now: Date; emailsLeave: boolean; emailUsdPerThousand: string },
): Promise<boolean> {
  const began = new Date(Math.floor(now.getTime() / FIGURES_EVERY_MS) * FIGURES_EVERY_MS);
  const day = new Date(now.getTime() - DAY_MS);
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  const { rows } = await sql`
    INSERT INTO system_metrics ("timestamp", total_users, active_users24h, total_monitors, active_monitors,
      evaluations_last24h, emails_sent_last24h, avg_response_time, ai_provider_uptime, email_service_uptime,
      database_connections, ai_tokens_used, ai_cost_usd, emails_sent_count, email_cost_usd, queue_waiting,
      queue_oldest_seconds)
    SELECT ${began}::timestamptz,
      (SELECT count(*) FROM users),
      (SELECT count(*) FROM (
        SELECT user_id FROM sessions WHERE last_seen_at > ${day}
        UNION SELECT user_id FROM api_tokens WHERE last_used_at > ${day}) AS active),
      (SELECT count(*) FROM monitors),
      (SELECT count(*) FROM monitors WHERE is_active),
      (SELECT count(*) FROM evaluations WHERE requested_at > ${day}),
      emails.sent,
      (SELECT sum(total_ms)::real / nullif(sum(timed), 0) FROM request_minutes
        WHERE minute >= ${new Date(began.getTime() - FIGURES_EVERY_MS)} AND minute < ${began}),
      (SELECT 1 - count(DISTINCT coalesce(call_id, id))
            FILTER (WHERE outcome IN ('timeout', 'rate_limited', 'server_error', 'failed'))::real
          / nullif(count(DISTINCT coalesce(call_id, id)), 0)
        FROM ai_usage WHERE at > ${day} AND reader IN ('claude', 'openai')),
      CASE WHEN ${emailsLeave} THEN emails.sent::real / nullif(emails.sent + emails.failed, 0) END,
      (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()),
      usage.tokens, usage.cost, accepted.count, round(accepted.count * ${emailUsdPerThousand}::numeric / 1000, 6),
      queue.waiting, CASE WHEN queue.waiting > 0
        THEN greatest(0, extract(epoch FROM ${now}::timestamptz - queue.oldest))::int END
    FROM
      (SELECT count(*) FILTER (WHERE state = 'sent' AND sent_at > ${day}) AS sent,
        count(*) FILTER (WHERE state = 'failed' AND created_at > ${day}) AS failed
        FROM email_notifications WHERE created_at > ${new Date(day.getTime() - DAY_MS)}) AS emails,
      (SELECT coalesce(sum(input_tokens + output_tokens + cached_tokens), 0) AS tokens,
        coalesce(sum(cost_usd), 0) AS cost FROM ai_usage WHERE at >= ${month}) AS usage,
      (SELECT coalesce(sum(count), 0) AS count FROM email_days
        WHERE kind = 'accepted' AND day >= (${month}::timestamptz AT TIME ZONE 'UTC')::date) AS accepted,
      (SELECT count(*) AS waiting, min(requested_at) AS oldest
        FROM evaluations WHERE phase = 'queued') AS queue
    -- Who comes late counts nothing.
    WHERE NOT EXISTS (SELECT FROM system_metrics WHERE "timestamp" = ${began})
    ON CONFLICT ("timestamp") DO NOTHING
    RETURNING id`.execute(db);
  return rows.length > 0;
}

/** Removes figures older than a time. */
export async function deleteFigures(db: Kysely<DB>, before: Date): Promise<void> {
  await db.deleteFrom('systemMetrics').where('timestamp', '<', before).execute();
  await db.deleteFrom('requestMinutes').where('minute', '<', before).execute();
  await db.deleteFrom('aiAnswerDays').where('day', '<', before.toISOString().slice(0, 10)).execute();
  await db.deleteFrom('proxyHours').where('hour', '<', before).execute();
  await db.deleteFrom('storageDays').where('day', '<', before.toISOString().slice(0, 10)).execute();
  await db.deleteFrom('webVitalDays').where('day', '<', before.toISOString().slice(0, 10)).execute();
}
