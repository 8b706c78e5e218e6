import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Origin } from '@/domain/account/audit';
import type { Person } from '@/domain/account/person';
import { insertAct } from './audit';
import { builtOnce } from './connection/built-once';
import type { DB } from './types';
import { PERSON_COLUMNS, toPerson } from './users';

type Connection = Kysely<DB> | Transaction<DB>;

/** One sign-in of a person, as their account page lists it. */
export interface SessionSummary extends Origin {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
}

/** Opens a session and notes the sign-in on the account and in the audit. Returns the session's id. */
export async function openSession(
  db: Kysely<DB>,
  userId: string,
  origin: Origin,
  times: { now: Date; expiresAt: Date },
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    await trx.updateTable('users').set({ lastLoginAt: times.now }).where('id', '=', userId).execute();
    const session = await trx
      .insertInto('sessions')
      .values({ userId, ...origin, createdAt: times.now, lastSeenAt: times.now, expiresAt: times.expiresAt })
      .returning('id')
      .executeTakeFirstOrThrow();
    const record = { type: 'session', id: session.id } as const;
    const act = { action: 'session.open', actor: 'person', actorId: userId, personId: userId, record } as const;
    await insertAct(trx, act, { ...origin, at: times.now });
    return session.id;
  });
}

const liveSession = builtOnce((db, { id, now }: { id: string; now: Date }) =>
  db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.userId')
    .select(PERSON_COLUMNS)
    .select('sessions.lastSeenAt')
    .where('sessions.id', '=', id)
    .where('sessions.revokedAt', 'is', null)
    .where('sessions.expiresAt', '>', now)
    .where('users.suspendedAt', 'is', null),
);

/** Who a session belongs to; null when it is unknown, revoked or expired, or the person is suspended. */
export async function findLiveSession(
  db: Connection,
  id: string,
  now: Date,
): Promise<{ person: Person; lastSeenAt: Date } | null> {
  const [row] = await liveSession(db, { id, now });
  return row ? { person: toPerson(row), lastSeenAt: row.lastSeenAt } : null;
}

/** Of these sessions those that are still good, as `findLiveSession` has it. */
export async function listLiveSessions(
  db: Connection,
  ids: readonly string[],
  now: Date,
): Promise<{ id: string; person: Person }[]> {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.userId')
    .select(PERSON_COLUMNS)
    .select('sessions.id as sessionId')
    .where(sql<boolean>`sessions.id = ANY(${ids}::uuid[])`)
    .where('sessions.revokedAt', 'is', null)
    .where('sessions.expiresAt', '>', now)
    .where('users.suspendedAt', 'is', null)
    .execute();
  return rows.map((row) => ({ id: row.sessionId, person: toPerson(row) }));
}

/** When this person's session began; null if it is not theirs or has ended. */
export async function findSessionStart(db: Connection, userId: string, id: string): Promise<Date | null> {
  const row = await db
    .selectFrom('sessions')
    .select('createdAt')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return row?.createdAt ?? null;
}

/** Notes that a session is in use. */
export async function touchSession(db: Connection, id: string, now: Date): Promise<void> {
  await db.updateTable('sessions').set({ lastSeenAt: now }).where('id', '=', id).execute();
}

/** The person's open sessions, last used first. */
export async function listSessions(db: Connection, userId: string, now: Date): Promise<SessionSummary[]> {
  return db
    .selectFrom('sessions')
    .select(['id', 'createdAt', 'lastSeenAt', 'userAgent', 'ip'])
    .where('userId', '=', userId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('lastSeenAt', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
}

/** Ends one session of this person. False if there is no such open session of theirs. */
export async function revokeSession(db: Connection, userId: string, id: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('sessions')
    .set({ revokedAt: now })
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Ends all sessions of a person but `keep` (null: all). Returns how many. */
export async function revokeSessions(db: Connection, userId: string, keep: string | null, now: Date): Promise<number> {
  const others = db
    .updateTable('sessions')
    .set({ revokedAt: now })
    .where('userId', '=', userId)
    .where('revokedAt', 'is', null);
  const result = await (keep === null ? others : others.where('id', '<>', keep)).executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Removes sessions that ended before a time. Returns how many. */
export async function deleteEndedSessions(db: Connection, endedBefore: Date): Promise<number> {
  const result = await db
    .deleteFrom('sessions')
    .where((eb) => eb.or([eb('expiresAt', '<', endedBefore), eb('revokedAt', '<', endedBefore)]))
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
