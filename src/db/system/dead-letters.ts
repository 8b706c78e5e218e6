import { type Kysely, sql, type Transaction } from 'kysely';
import { type DeadLetter, type LetterKey, type LetterQueue, reasonOf } from '@/domain/system/dead-letters';
import type { DB } from '../types';

/** Whose a letter is; null where that is gone. */
export interface TakenLetter {
  id: string;
  personId: string | null;
}

const isDiscarded = (queue: LetterQueue, id: string) =>
  sql`EXISTS (SELECT FROM discarded_letters AS aside WHERE aside.queue = ${queue} AND aside.id = ${sql.ref(id)})`;

/** Everything that was given up since a time and is not put aside. The queue must have been started once. */
const letters = (since: Date) => sql`
  SELECT 'evaluations' AS queue, job.id, coalesce(job.completed_on, job.created_on) AS at, job.retry_count + 1 AS tries,
    job.output AS thrown, one.user_id AS person_id, one.monitor_id, coalesce(one.phase = 'queued', false) AS can_retry
  FROM pgboss.job LEFT JOIN evaluations AS one ON one.id = job.id
  WHERE job.name = 'evaluations' AND job.state = 'failed' AND job.created_on > ${since}
    AND NOT ${isDiscarded('evaluations', 'job.id')}
  UNION ALL
  SELECT 'emails', id, next_attempt_at, attempts, to_jsonb(last_error), user_id, monitor_id, true
  FROM email_notifications
  WHERE state = 'failed' AND next_attempt_at > ${since} AND NOT ${isDiscarded('emails', 'email_notifications.id')}
  UNION ALL
  SELECT 'exports', id, coalesce(finished_at, requested_at), attempts, NULL, user_id, NULL, NOT EXISTS (
    SELECT FROM data_exports AS live WHERE live.user_id = data_exports.user_id AND live.state IN ('queued', 'running'))
  FROM data_exports
  WHERE state = 'failed' AND requested_at > ${since} AND NOT ${isDiscarded('exports', 'data_exports.id')}`;

/** What was given up since a time, newest first. `total`: over all pages; 0 beyond the last one. */
export async function listDeadLetters(
  db: Kysely<DB>,
  { since, limit, offset }: { since: Date; limit: number; offset: number },
): Promise<{ letters: DeadLetter[]; total: number; retriable: number }> {
  interface Row extends Omit<DeadLetter, 'reason'> {
    thrown: unknown;
    total: number;
    retriable: number;
  }
  const { rows } = await sql<Row>`
    SELECT letters.*, users.email, count(*) OVER ()::int AS total,
      (count(*) FILTER (WHERE can_retry) OVER ())::int AS retriable
    FROM (${letters(since)}) AS letters LEFT JOIN users ON users.id = letters.person_id
    ORDER BY at DESC, letters.id LIMIT ${limit} OFFSET ${offset}`.execute(db);
  const [first] = rows;
  return {
    letters: rows.map(({ thrown, total: _, retriable: __, ...letter }) => ({ ...letter, reason: reasonOf(thrown) })),
    total: first?.total ?? 0,
    retriable: first?.retriable ?? 0,
  };
}

/** The keys of what was given up since a time, oldest first; those that can be tried again, or all. */
export async function listLetterKeys(
  db: Kysely<DB>,
  { since, limit, which }: { since: Date; limit: number; which: 'retriable' | 'all' },
): Promise<LetterKey[]> {
  const { rows } = await sql<LetterKey>`
    SELECT queue, id FROM (${letters(since)}) AS letters
    WHERE can_retry OR ${which === 'all'} ORDER BY at, id LIMIT ${limit}`.execute(db);
  return rows;
}

/** Those of these jobs that are given up while their evaluation still waits, locked: of two who come one gets them. */
export async function lockDeadJobs(trx: Transaction<DB>, ids: string[]): Promise<TakenLetter[]> {
  const { rows } = await sql<TakenLetter>`
    SELECT job.id, one.user_id AS person_id FROM pgboss.job JOIN evaluations AS one ON one.id = job.id
    WHERE job.name = 'evaluations' AND job.id = ANY(${ids}::uuid[]) AND job.state = 'failed' AND one.phase = 'queued'
      AND NOT ${isDiscarded('evaluations', 'job.id')}
    ORDER BY job.id FOR UPDATE OF job`.execute(trx);
  return rows;
}

/** Makes emails that were given up due again, with all their tries before them. Returns which. */
export async function requeueEmails(trx: Transaction<DB>, ids: string[], now: Date): Promise<TakenLetter[]> {
  return trx
    .updateTable('emailNotifications')
    .set({ state: 'pending', nextAttemptAt: now, attempts: 0, failingSince: null })
    .where(sql<boolean>`id = ANY(${ids}::uuid[])`)
    .where('state', '=', 'failed')
    .where(sql<boolean>`NOT ${isDiscarded('emails', 'email_notifications.id')}`)
    .returning(['id', 'userId as personId'])
    .execute();
}

/** Has an export made that was given up; none where its person has another one that is being made. */
export async function requeueExport(trx: Transaction<DB>, id: string): Promise<TakenLetter[]> {
  return trx
    .updateTable('dataExports')
    .set({ state: 'queued', attempts: 0, progress: 0, finishedAt: null, leaseExpiresAt: null })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .where(
      sql<boolean>`NOT EXISTS (SELECT FROM data_exports AS live
        WHERE live.user_id = data_exports.user_id AND live.state IN ('queued', 'running'))`,
    )
    .where(sql<boolean>`NOT ${isDiscarded('exports', 'data_exports.id')}`)
    .returning(['id', 'userId as personId'])
    .execute();
}

/** Puts aside what of this was given up since a time. Returns what was not put aside before. */
export async function discardLetters(
  trx: Transaction<DB>,
  keys: readonly LetterKey[],
  { since, now }: { since: Date; now: Date },
): Promise<(LetterKey & TakenLetter)[]> {
  const { rows } = await sql<LetterKey & TakenLetter>`
    WITH wanted AS (SELECT * FROM unnest(
      ${keys.map(({ queue }) => queue)}::text[], ${keys.map(({ id }) => id)}::uuid[]) AS wanted (queue, id)),
    found AS (
      SELECT letters.queue, letters.id, person_id
      FROM (${letters(since)}) AS letters JOIN wanted USING (queue, id)),
    aside AS (
      INSERT INTO discarded_letters (queue, id, at) SELECT queue, id, ${now} FROM found ORDER BY queue, id
      ON CONFLICT (queue, id) DO NOTHING RETURNING queue, id)
    SELECT aside.queue, aside.id, person_id FROM aside JOIN found USING (queue, id)`.execute(trx);
  return rows;
}

/** Forgets what was put aside before a time: by then it is shown no more by itself. Returns how many. */
export async function forgetDiscarded(db: Kysely<DB>, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('discardedLetters').where('at', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}
