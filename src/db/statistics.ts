import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { LATEST_MIGRATION } from './latest-migration';
import type { DB } from './types';

/** The counts of the plan's statistics. */
export interface Statistics {
  totalUsers: number;
  betaUsers: number;
  totalMonitors: number;
  activeMonitors: number;
  /** Evaluations asked for in the 24 hours before `now`. */
  dailyEvaluations: number;
  emailsSent24h: number;
}

const DAY_MS = 24 * 60 * 60_000;

/** Counts people, monitors, evaluations and mails in one statement, so that the numbers fit together. */
export async function countStatistics(db: Kysely<DB>, now: Date): Promise<Statistics> {
  const since = new Date(now.getTime() - DAY_MS);
  const { rows } = await sql<Statistics>`
    SELECT
      (SELECT count(*) FROM users) AS total_users,
      (SELECT count(*) FROM users WHERE is_beta_user) AS beta_users,
      (SELECT count(*) FROM monitors) AS total_monitors,
      (SELECT count(*) FROM monitors WHERE is_active) AS active_monitors,
      (SELECT count(*) FROM evaluations WHERE requested_at > ${since}) AS daily_evaluations,
      (SELECT count(*) FROM email_notifications
        WHERE created_at > ${new Date(since.getTime() - DAY_MS)} AND sent_at > ${since}) AS emails_sent24h
  `.execute(db);
  const row = rows[0];
  if (row === undefined) throw new Error('The statistics came without a row');
  return row;
}

/** A share of things that failed. */
export interface Tally {
  total: number;
  failed: number;
}

/** Calls to models since `since`. A refusal or a malformed answer speaks of one question, not of the provider. */
export async function tallyModelCalls(db: Kysely<DB>, since: Date): Promise<Tally> {
  const { rows } = await sql<Tally>`
    -- A call that served several is one.
    SELECT count(DISTINCT coalesce(call_id, id)) AS total,
      count(DISTINCT coalesce(call_id, id))
        FILTER (WHERE outcome IN ('timeout', 'rate_limited', 'server_error', 'failed')) AS failed
    FROM ai_usage WHERE at > ${since} AND reader IN ('claude', 'openai')
  `.execute(db);
  return rows[0] ?? { total: 0, failed: 0 };
}

/** Mails since `since` that were sent or given up, and how many wait that were due before `overdue`. */
export async function tallyEmails(db: Kysely<DB>, since: Date, overdue: Date): Promise<Tally & { overdue: number }> {
  const { rows } = await sql<Tally & { overdue: number }>`
    SELECT count(*) FILTER (WHERE created_at > ${since} AND state IN ('sent', 'failed')) AS total,
      count(*) FILTER (WHERE created_at > ${since} AND state = 'failed') AS failed,
      count(*) FILTER (WHERE state IN ('pending', 'sending') AND created_at < ${overdue}) AS overdue
    FROM email_notifications WHERE created_at > ${since} OR state IN ('pending', 'sending')
  `.execute(db);
  return rows[0] ?? { total: 0, failed: 0, overdue: 0 };
}

/** The last `limit` evaluations that ended since `since`, and how many of them could not load their page. */
export async function tallyLooks(db: Kysely<DB>, since: Date, limit: number): Promise<Tally> {
  const { rows } = await sql<Tally>`
    SELECT count(*) AS total,
      count(*) FILTER (WHERE outcome IN ('unavailable', 'blocked', 'empty', 'internal')) AS failed
    FROM (SELECT outcome FROM evaluations WHERE phase = 'done' AND requested_at > ${since}
      ORDER BY requested_at DESC LIMIT ${limit}) AS latest
  `.execute(db);
  return rows[0] ?? { total: 0, failed: 0 };
}

/** How many evaluations wait to be begun, and for how long the oldest has, in milliseconds. */
export async function tallyQueue(db: Kysely<DB>, now: Date): Promise<{ waiting: number; oldestMs: number }> {
  const row = await db
    .selectFrom('evaluations')
    .select((eb) => [eb.fn.countAll<number>().as('waiting'), eb.fn.min('requestedAt').as('oldest')])
    .where('phase', '=', 'queued')
    .executeTakeFirstOrThrow();
  return { waiting: row.waiting, oldestMs: row.oldest ? Math.max(0, now.getTime() - row.oldest.getTime()) : 0 };
}

/** Whether the database has the schema that this app was made for; one that is newer has it too. */
export async function isMigrated(db: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql`SELECT FROM kysely_migration WHERE name = ${LATEST_MIGRATION}`.execute(db);
  return rows.length > 0;
}

/** Milliseconds that the database takes to answer. Rejects when it does not. */
export async function pingDatabase(db: Kysely<DB>): Promise<number> {
  const started = performance.now();
  await sql`SELECT 1`.execute(db);
  return performance.now() - started;
}
