import { type Kysely, sql, type Transaction } from 'kysely';
import type { AlertChannel, AlertSeverity } from '@/domain/alerts/rule';
import type { DB } from '../types';
import { isSilenced } from './silences';

/** Writes a pending notice of an episode's begin for each channel, with the episode. */
export async function insertNotices(
  trx: Transaction<DB>,
  episodeId: string,
  { channels, now }: { channels: readonly AlertChannel[]; now: Date },
): Promise<void> {
  if (channels.length === 0) return;
  await trx
    .insertInto('alertNotices')
    .values(channels.map((channel) => ({ episodeId, channel, kind: 'began', nextAttemptAt: now, createdAt: now })))
    .execute();
}

/**
 * An episode ended: who was told of its begin, or may have been, is told of its end after that. What nobody has tried
 * to send (it was silenced, or is younger than a moment) is left out, with its end.
 */
export async function insertEndNotices(trx: Transaction<DB>, episodeId: string, now: Date): Promise<void> {
  await trx
    .updateTable('alertNotices')
    .set({ state: 'unneeded' })
    .where('episodeId', '=', episodeId)
    .where('kind', '=', 'began')
    .where('state', '=', 'pending')
    .where('attempts', '=', 0)
    .execute();
  await sql`
    INSERT INTO alert_notices (episode_id, kind, channel, next_attempt_at, created_at)
    SELECT episode_id, 'ended', channel, ${now}, ${now} FROM alert_notices
    WHERE episode_id = ${episodeId} AND kind = 'began' AND state IN ('pending', 'sending', 'sent')`.execute(trx);
}

/** A notice that is due, taken by one sender. What it writes counts only while its token does. */
export interface NoticeClaim {
  id: string;
  token: string;
  kind: 'began' | 'ended';
  channel: AlertChannel;
  attempts: number;
  failingSince: Date | null;
  episodeId: string;
  rule: string;
  subject: string;
  severity: AlertSeverity;
  beganAt: Date;
  beganWith: string;
  endedAt: Date | null;
  endedBecause: 'fine' | 'unseen' | null;
  latest: string;
}

/**
 * Takes the notice that has been due for longest, under a lease of its own; null when none is. A silence holds back
 * begins, not ends; and an end waits for its begin on the same channel.
 */
export async function claimNotice(
  db: Kysely<DB>,
  now: Date,
  { leaseMs, channels }: { leaseMs: number; channels: readonly AlertChannel[] },
): Promise<NoticeClaim | null> {
  const { rows } = await sql<NoticeClaim>`
    UPDATE alert_notices AS notice
    SET state = 'sending', attempts = notice.attempts + 1, lease_token = gen_random_uuid(),
      lease_expires_at = ${new Date(now.getTime() + leaseMs)}
    FROM alert_episodes AS of_it
    WHERE of_it.id = notice.episode_id AND notice.id = (
      SELECT one.id FROM alert_notices AS one JOIN alert_episodes AS episode ON episode.id = one.episode_id
      WHERE ((one.state = 'pending' AND one.next_attempt_at <= ${now})
          OR (one.state = 'sending' AND one.lease_expires_at < ${now}))
        AND one.channel = ANY(${[...channels]})
        AND (CASE one.kind WHEN 'began' THEN NOT ${isSilenced(now)} OR one.attempts > 0
          ELSE NOT EXISTS (SELECT FROM alert_notices AS begun WHERE begun.episode_id = one.episode_id
            AND begun.channel = one.channel AND begun.kind = 'began' AND begun.state IN ('pending', 'sending')) END)
      ORDER BY one.next_attempt_at LIMIT 1 FOR UPDATE OF one SKIP LOCKED)
    RETURNING notice.id, notice.lease_token AS token, notice.kind, notice.channel, notice.attempts,
      notice.failing_since, notice.episode_id, of_it.rule, of_it.subject, of_it.severity, of_it.began_at,
      of_it.began_with, of_it.ended_at, of_it.ended_because, of_it.latest`.execute(db);
  return rows[0] ?? null;
}

type Held = Pick<NoticeClaim, 'id' | 'token'>;

const held = (db: Kysely<DB> | Transaction<DB>, { id, token }: Held) =>
  db.updateTable('alertNotices').where('id', '=', id).where('leaseToken', '=', token).where('state', '=', 'sending');

/** Marks it as told. False where the lease was lost. */
export async function markTold(db: Kysely<DB> | Transaction<DB>, one: Held, now: Date): Promise<boolean> {
  const end = { state: 'sent', sentAt: now, lastError: null, leaseToken: null, leaseExpiresAt: null };
  return (await held(db, one).set(end).executeTakeFirst()).numUpdatedRows > 0n;
}

/** Puts it back for another try at a time. False where the lease was lost. */
export async function tryAgain(
  db: Kysely<DB>,
  one: Held,
  { at, error, failingSince }: { at: Date; error: string; failingSince: Date },
): Promise<boolean> {
  const end = { state: 'pending', nextAttemptAt: at, lastError: error, failingSince };
  const result = await held(db, one)
    .set({ ...end, leaseToken: null, leaseExpiresAt: null })
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Ends it: nobody is told by it, and why. False where the lease was lost. */
export async function giveUp(db: Kysely<DB>, one: Held, error: string): Promise<boolean> {
  const end = { state: 'failed', lastError: error, leaseToken: null, leaseExpiresAt: null };
  return (await held(db, one).set(end).executeTakeFirst()).numUpdatedRows > 0n;
}
