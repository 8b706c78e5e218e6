import { type Kysely, sql, type Transaction } from 'kysely';
import type { AlertSeverity } from '@/domain/alerts/rule';
import type { DB } from '../types';

type Connection = Kysely<DB> | Transaction<DB>;

/**
 * Takes the round that is due: one statement, so that of any number of processes that come for it one judges. True
 * where it was this one. A round that lies ahead is from before the clock was set back.
 */
export async function claimRound(db: Kysely<DB>, now: Date, everyMs: number): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO alert_rounds AS last (began_at) VALUES (${now})
    ON CONFLICT (one) DO UPDATE SET began_at = excluded.began_at
      WHERE last.began_at <= ${new Date(now.getTime() - everyMs)}
        OR last.began_at > ${new Date(now.getTime() + everyMs)}
    RETURNING one`.execute(db);
  return rows.length > 0;
}

export interface OpenEpisodeRow {
  id: string;
  rule: string;
  subject: string;
  beganAt: Date;
  lastFiredAt: Date;
  fineRounds: number;
}

/** The episodes that are not over. */
export function listOpenEpisodes(db: Connection): Promise<OpenEpisodeRow[]> {
  return db
    .selectFrom('alertEpisodes')
    .select(['id', 'rule', 'subject', 'beganAt', 'lastFiredAt', 'fineRounds'])
    .where('endedAt', 'is', null)
    .orderBy('beganAt')
    .execute();
}

/** Opens an episode; null, and nothing, where one of this rule and subject is open. */
export async function beginEpisode(
  trx: Transaction<DB>,
  episode: { rule: string; subject: string; severity: AlertSeverity; why: string; now: Date },
): Promise<string | null> {
  const { rule, subject, severity, why, now } = episode;
  const row = await trx
    .insertInto('alertEpisodes')
    .values({ rule, subject, severity, beganAt: now, beganWith: why, lastFiredAt: now, latest: why })
    .onConflict((conflict) => conflict.columns(['rule', 'subject']).where('endedAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** An open episode fires still. */
export async function fireOn(db: Connection, id: string, { why, now }: { why: string; now: Date }): Promise<void> {
  await db
    .updateTable('alertEpisodes')
    .set({ lastFiredAt: now, latest: why, fineRounds: 0 })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute();
}

/** An open episode was judged to be fine, once more in a row. */
export async function calmDown(db: Connection, id: string, why: string): Promise<void> {
  await db
    .updateTable('alertEpisodes')
    .set((eb) => ({ latest: why, fineRounds: eb('fineRounds', '+', 1) }))
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute();
}

/** Ends an episode. False, and nothing, where it is over already. */
export async function endEpisode(
  trx: Transaction<DB>,
  id: string,
  { why, because, now }: { why: string; because: 'fine' | 'unseen'; now: Date },
): Promise<boolean> {
  const result = await trx
    .updateTable('alertEpisodes')
    .set({ endedAt: now, endedBecause: because, latest: why })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Episodes, those that are open first, then the newest; from before `before`. With what became of their notices. */
export async function listEpisodes(
  db: Kysely<DB>,
  { open, limit, before }: { open: boolean; limit: number; before?: { beganAt: Date; id: string } | undefined },
) {
  const episodes = await db
    .selectFrom('alertEpisodes')
    .select(['id', 'rule', 'subject', 'beganAt', 'beganWith', 'latest', 'endedAt'])
    .select([sql<'warning' | 'critical'>`severity`.as('severity')])
    .select([sql<'fine' | 'unseen' | null>`ended_because`.as('endedBecause')])
    .where('endedAt', open ? 'is' : 'is not', null)
    .$if(before !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('beganAt', 'id'), '<', eb.tuple(before?.beganAt as Date, before?.id as string)),
      ),
    )
    .orderBy('beganAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  if (episodes.length === 0) return [];
  const notices = await db
    .selectFrom('alertNotices')
    .select(['episodeId', 'lastError', 'sentAt'])
    .select([
      sql<'began' | 'ended'>`kind`.as('kind'),
      sql<'email' | 'slack' | 'pagerduty'>`channel`.as('channel'),
      sql<'pending' | 'sending' | 'sent' | 'failed' | 'unneeded'>`state`.as('state'),
    ])
    .where(
      'episodeId',
      'in',
      episodes.map(({ id }) => id),
    )
    .orderBy('kind')
    .orderBy('channel')
    .execute();
  const of = Map.groupBy(notices, ({ episodeId }) => episodeId);
  return episodes.map((episode) => ({
    ...episode,
    notices: (of.get(episode.id) ?? []).map(({ episodeId: _, ...notice }) => notice),
  }));
}

/** Forgets what ended before a time, with its notices; and silences and counts that tell nothing any more. */
export async function forgetEpisodes(db: Kysely<DB>, before: Date): Promise<number> {
  const gone = await db.deleteFrom('alertEpisodes').where('endedAt', '<', before).executeTakeFirst();
  await db.deleteFrom('alertSilences').where('until', '<', before).execute();
  await db.deleteFrom('aiBudgetStops').where('minute', '<', before).execute();
  return Number(gone.numDeletedRows);
}
