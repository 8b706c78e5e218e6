import { type Kysely, sql, type Transaction } from 'kysely';
import type { AbusePattern, RestrictionCause, RestrictionVerdict } from '@/domain/account/judge-abuse';
import type { DB } from './types';

type Connection = Kysely<DB> | Transaction<DB>;

/** What a person may not do for a while. */
export interface Restriction extends RestrictionVerdict {
  id: string;
  userId: string;
  pattern: RestrictionCause;
  startsAt: Date;
}

interface NewRestriction extends Omit<Restriction, 'id' | 'startsAt'> {
  /** How often the pattern was seen; 0 where an admin decided. */
  seen: number;
  /** The admin who decided; null for code. */
  setBy: string | null;
  now: Date;
}

const COLUMNS = ['id', 'userId', 'kind', 'pattern', 'reason', 'startsAt', 'endsAt'] as const;

/** The person's restrictions that hold now, the one that lasts longest first. */
export async function listLiveRestrictions(db: Connection, userId: string, now: Date): Promise<Restriction[]> {
  return db
    .selectFrom('restrictions')
    .select(COLUMNS)
    .where('userId', '=', userId)
    .where('endsAt', '>', now)
    .where('liftedAt', 'is', null)
    .orderBy('endsAt', 'desc')
    .execute();
}

/**
 * Restricts a person, and forgets what was counted for it. Null if they are gone or restricted for this pattern
 * already, also when two requests race; for `many_accounts`, if they ever were: an account is opened once.
 */
export async function insertRestriction(
  trx: Transaction<DB>,
  { now, ...restriction }: NewRestriction,
): Promise<{ id: string } | null> {
  const { userId, pattern } = restriction;
  const person = await trx.selectFrom('users').select('id').where('id', '=', userId).forUpdate().executeTakeFirst();
  if (person === undefined) return null;
  let earlier = trx.selectFrom('restrictions').select('id').where('userId', '=', userId).where('pattern', '=', pattern);
  if (pattern !== 'many_accounts') earlier = earlier.where('endsAt', '>', now).where('liftedAt', 'is', null);
  if ((await earlier.limit(1).executeTakeFirst()) !== undefined) return null;
  await forgetRefusals(trx, userId);
  return trx
    .insertInto('restrictions')
    .values({ ...restriction, startsAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
}

/** Lifts all restrictions of a person that hold, and forgets what was counted. Returns those that were lifted. */
export async function liftRestrictions(
  trx: Transaction<DB>,
  { userId, liftedBy, now }: { userId: string; liftedBy: string; now: Date },
): Promise<{ id: string; pattern: RestrictionCause }[]> {
  await forgetRefusals(trx, userId);
  return trx
    .updateTable('restrictions')
    .set({ liftedAt: now, liftedBy })
    .where('userId', '=', userId)
    .where('endsAt', '>', now)
    .where('liftedAt', 'is', null)
    .returning(['id', 'pattern'])
    .execute();
}

/** A restriction as the administration lists it. */
export interface ListedRestriction extends Restriction {
  email: string;
  name: string;
  seen: number;
  /** The admin's address who decided; null for code, and when that account is gone. */
  setBy: string | null;
  liftedAt: Date | null;
  /** The admin's address; null when that account is gone. */
  liftedBy: string | null;
}

/** Restrictions, newest first; `liveAt`: only those that hold then; `after` is the last one of the page before. */
export async function listRestrictions(
  db: Connection,
  page: { limit: number; after?: string | undefined; liveAt?: Date | undefined },
): Promise<ListedRestriction[]> {
  let query = db
    .selectFrom('restrictions')
    .innerJoin('users', 'users.id', 'restrictions.userId')
    .leftJoin('users as admin', 'admin.id', 'restrictions.liftedBy')
    .leftJoin('users as setter', 'setter.id', 'restrictions.setBy')
    .select(['restrictions.id', 'restrictions.userId', 'restrictions.kind', 'restrictions.pattern'])
    .select(['restrictions.reason', 'restrictions.startsAt', 'restrictions.endsAt', 'restrictions.seen'])
    .select(['restrictions.liftedAt', 'users.email', 'users.name', 'admin.email as liftedBy'])
    .select('setter.email as setBy');
  if (page.liveAt)
    query = query.where('restrictions.endsAt', '>', page.liveAt).where('restrictions.liftedAt', 'is', null);
  if (page.after !== undefined) {
    query = query.where(
      sql<boolean>`(restrictions.starts_at, restrictions.id)
        < (SELECT starts_at, id FROM restrictions WHERE id = ${page.after})`,
    );
  }
  return query.orderBy('restrictions.startsAt', 'desc').orderBy('restrictions.id', 'desc').limit(page.limit).execute();
}

const STEP_MS = 5 * 60_000;

/** Counts one refusal and returns how many there were since `since`, to five minutes. */
export async function countRefusal(
  db: Kysely<DB>,
  { userId, pattern, now, since }: { userId: string; pattern: AbusePattern; now: Date; since: Date },
): Promise<number> {
  const step = new Date(Math.floor(now.getTime() / STEP_MS) * STEP_MS);
  const { rows } = await sql<{ seen: number }>`
    WITH counted AS (
      INSERT INTO refusals AS r (user_id, pattern, step) VALUES (${userId}, ${pattern}, ${step})
      ON CONFLICT (user_id, pattern, step) DO UPDATE SET count = r.count + 1
      RETURNING count
    )
    SELECT (SELECT count FROM counted) + coalesce(sum(count), 0) AS seen
    FROM refusals WHERE user_id = ${userId} AND pattern = ${pattern} AND step > ${since} AND step <> ${step}
  `.execute(db);
  return Number(rows[0]?.seen ?? 0);
}

async function forgetRefusals(trx: Transaction<DB>, userId: string): Promise<void> {
  await trx.deleteFrom('refusals').where('userId', '=', userId).execute();
}

/** Removes counts of before a time. Returns how many. */
export async function deleteRefusals(db: Connection, before: Date): Promise<number> {
  const result = await db.deleteFrom('refusals').where('step', '<', before).executeTakeFirst();
  return Number(result.numDeletedRows);
}
