import type { Kysely, Transaction } from 'kysely';
import type { LinkPurpose } from '@/domain/account/account-access';
import type { DB } from './types';

type Connection = Kysely<DB> | Transaction<DB>;

export interface NewEmailLink {
  userId: string;
  purpose: LinkPurpose;
  secretHash: Buffer;
  email: string;
  googleId: string | null;
  changeId: string | null;
  createdAt: Date;
  expiresAt: Date;
}

/** A link that still works. */
export interface EmailLink {
  id: string;
  userId: string;
  purpose: LinkPurpose;
  email: string;
  googleId: string | null;
  changeId: string | null;
}

const COLUMNS = ['id', 'userId', 'purpose', 'email', 'googleId', 'changeId'] as const;

export async function insertEmailLink(db: Connection, link: NewEmailLink): Promise<void> {
  await db.insertInto('emailLinks').values(link).execute();
}

/** How many links of a purpose were mailed to an account since a time, used or not. */
export async function countEmailLinks(
  db: Connection,
  userId: string,
  purpose: LinkPurpose,
  since: Date,
): Promise<number> {
  const { count } = await db
    .selectFrom('emailLinks')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('userId', '=', userId)
    .where('purpose', '=', purpose)
    .where('createdAt', '>', since)
    .executeTakeFirstOrThrow();
  return count;
}

/** The link with this hash, if it still works; looking does not use it up. */
export async function findEmailLink(db: Connection, secretHash: Buffer, now: Date): Promise<EmailLink | null> {
  const row = await db
    .selectFrom('emailLinks')
    .select(COLUMNS)
    .where('secretHash', '=', secretHash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return row ?? null;
}

/** Uses a link up: of many that try at once, one gets it and the others null. */
export async function redeemEmailLink(trx: Transaction<DB>, id: string, now: Date): Promise<EmailLink | null> {
  const row = await trx
    .updateTable('emailLinks')
    .set({ usedAt: now })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning(COLUMNS)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether the other link of one change of address was used. */
export async function isOtherHalfUsed(trx: Connection, changeId: string, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom('emailLinks')
    .select('id')
    .where('changeId', '=', changeId)
    .where('id', '<>', id)
    .where('usedAt', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The address that an account is asked to move to, while one of the two links still waits. */
export async function findPendingEmail(db: Connection, userId: string, now: Date): Promise<string | null> {
  const row = await db
    .selectFrom('emailLinks')
    .select('email')
    .where('userId', '=', userId)
    .where('purpose', 'in', ['change_email_old', 'change_email_new'])
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .executeTakeFirst();
  return row?.email ?? null;
}

/** Ends the links of these purposes that an account still has. */
export async function endEmailLinks(
  trx: Connection,
  userId: string,
  purposes: readonly LinkPurpose[],
  now: Date,
): Promise<void> {
  await trx
    .updateTable('emailLinks')
    .set({ expiresAt: now })
    .where('userId', '=', userId)
    .where('purpose', 'in', purposes)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    // One made in this very moment: an end must lie after the beginning.
    .where('createdAt', '<', now)
    .execute();
}

/** Removes links that ended before a time. Returns how many. */
export async function deleteEmailLinks(db: Connection, endedBefore: Date): Promise<number> {
  const result = await db.deleteFrom('emailLinks').where('expiresAt', '<', endedBefore).executeTakeFirst();
  return Number(result.numDeletedRows);
}
