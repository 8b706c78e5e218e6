import { type Kysely, sql } from 'kysely';
import type { Measurement } from '@/domain/alerts/rule';
import type { DB } from '../types';

/** What was counted of some things: those that count among them. */
export interface Counted {
  seen: number;
  counted: number;
}

/** A share of what was counted; without a value where there was nothing. */
export function shareOf(subject: string, { seen, counted }: Counted): Measurement {
  return { subject, seen, counted, value: seen === 0 ? null : counted / seen };
}

/** The requests of the minutes since: how many failed, and milliseconds on average of those whose time counts. */
export async function measureRequests(
  db: Kysely<DB>,
  since: Date,
): Promise<Counted & { timed: number; averageMs: number | null }> {
  const { rows } = await sql<Counted & { timed: number; averageMs: number | null }>`
    SELECT coalesce(sum(requests), 0)::int AS seen, coalesce(sum(failed), 0)::int AS counted,
      coalesce(sum(timed), 0)::int AS timed, (sum(total_ms)::float8 / nullif(sum(timed), 0)) AS average_ms
    FROM request_minutes WHERE minute > ${since}`.execute(db);
  return rows[0] ?? { seen: 0, counted: 0, timed: 0, averageMs: null };
}

/** The calls to each provider of models since, and how many failed by the provider's doing. */
export async function measureProviders(db: Kysely<DB>, since: Date): Promise<(Counted & { reader: string })[]> {
  const { rows } = await sql<Counted & { reader: string }>`
    SELECT reader, count(*)::int AS seen,
      (count(*) FILTER (WHERE outcome IN ('timeout', 'rate_limited', 'server_error', 'failed')))::int AS counted
    FROM ai_usage WHERE at > ${since} AND reader IN ('claude', 'openai') GROUP BY reader ORDER BY reader`.execute(db);
  return rows;
}

/**
 * The emails since that were sent, given up or are tried in vain, and how many of those did not arrive: given up, tried
 * in vain, or told to have come back.
 */
export async function measureEmails(db: Kysely<DB>, since: Date): Promise<Counted> {
  const { rows } = await sql<Counted>`
    WITH tried AS (
      SELECT count(*) AS seen, count(*) FILTER (WHERE state <> 'sent') AS counted FROM email_notifications
      WHERE (state = 'sent' AND sent_at > ${since}) OR (state = 'failed' AND next_attempt_at > ${since})
        OR (state IN ('pending', 'sending', 'unconfirmed') AND failing_since IS NOT NULL)),
    returned AS (
      SELECT count(DISTINCT event.notification_id) AS counted,
        count(DISTINCT event.notification_id) FILTER (WHERE email.sent_at <= ${since}) AS before
      FROM email_events AS event JOIN email_notifications AS email ON email.id = event.notification_id
      WHERE event.at > ${since} AND event.kind IN ('bounce', 'blocked', 'dropped') AND email.state = 'sent')
    SELECT (tried.seen + returned.before)::int AS seen, (tried.counted + returned.counted)::int AS counted
    FROM tried, returned`.execute(db);
  return rows[0] ?? { seen: 0, counted: 0 };
}

/**
 * Looks that failed by the site's doing. That one page is gone or wants a sign-in tells nothing of its site, and
 * anybody may ask about such pages.
 */
const failed = sql`failure IN ('unavailable', 'blocked', 'empty')`;

/** So many hosts are told at most: when more fail at once it is no matter of sites. */
const MOST_HOSTS = 20;

/** The looks since at hosts of which some failed, or that are asked for, those that failed most first. */
export async function measureHosts(
  db: Kysely<DB>,
  since: Date,
  asked: readonly string[],
): Promise<(Counted & { host: string })[]> {
  const { rows } = await sql<Counted & { host: string }>`
    WITH hosts AS (
      SELECT host, count(*)::int AS seen, (count(*) FILTER (WHERE ${failed}))::int AS counted
      FROM source_looks WHERE at > ${since} GROUP BY host)
    SELECT * FROM hosts WHERE counted > 0 OR host = ANY(${[...asked]})
    ORDER BY (host = ANY(${[...asked]})) DESC, counted DESC, host LIMIT ${MOST_HOSTS + asked.length}`.execute(db);
  return rows;
}

/** All looks at sites since, and how many failed. */
export async function measureLooks(db: Kysely<DB>, since: Date): Promise<Counted> {
  const { rows } = await sql<Counted>`
    SELECT count(*)::int AS seen, (count(*) FILTER (WHERE ${failed}))::int AS counted
    FROM source_looks WHERE at > ${since}`.execute(db);
  return rows[0] ?? { seen: 0, counted: 0 };
}

/** How many addresses were suppressed since because they bounced or complained. */
export async function countTroubledAddresses(db: Kysely<DB>, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM suppressions
    WHERE created_at > ${since} AND reason IN ('bounce', 'spam')`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Bytes that the database fills. */
export async function measureStorage(db: Kysely<DB>): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`SELECT pg_database_size(current_database()) AS bytes`.execute(db);
  return Number(rows[0]?.bytes ?? 0);
}

/** Notes a call of a model that the month's budget did not hold. */
export async function noteBudgetStop(db: Kysely<DB>, now: Date): Promise<void> {
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  await db
    .insertInto('aiBudgetStops')
    .values({ minute, refused: 1 })
    .onConflict((conflict) =>
      conflict.column('minute').doUpdateSet((eb) => ({ refused: eb('aiBudgetStops.refused', '+', 1) })),
    )
    .execute();
}

/** How many calls of models the month's budget did not hold since. */
export async function countBudgetStops(db: Kysely<DB>, since: Date): Promise<number> {
  const row = await db
    .selectFrom('aiBudgetStops')
    .select(sql<number>`coalesce(sum(refused), 0)::int`.as('count'))
    .where('minute', '>', since)
    .executeTakeFirstOrThrow();
  return row.count;
}
