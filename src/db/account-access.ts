import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { DB } from './types';

type Connection = Kysely<DB> | Transaction<DB>;

/** How an account is entered and whether it will stay: for the account's own flows, never for an answer. */
export interface AccountAccess {
  id: string;
  email: string;
  name: string;
  timeZone: string;
  /** As stored: `intlLocales(localeOf(…))` makes of it what Intl takes. */
  locale: string;
  passwordHash: string | null;
  googleId: string | null;
  googleLinkedAt: Date | null;
  passwordChangedAt: Date | null;
  createdAt: Date;
  emailVerifiedAt: Date | null;
  suspendedAt: Date | null;
  deletionRequestedAt: Date | null;
}

const COLUMNS = [
  'id',
  'email',
  'name',
  'timeZone',
  'locale',
  'passwordHash',
  'googleId',
  'googleLinkedAt',
  'passwordChangedAt',
  'createdAt',
  'emailVerifiedAt',
  'suspendedAt',
  'deletionRequestedAt',
] as const;

export async function findAccountAccess(db: Connection, id: string): Promise<AccountAccess | null> {
  const row = await db.selectFrom('users').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** As `findAccountAccess`, and keeps others from changing it until the transaction ends. */
export async function lockAccountAccess(trx: Transaction<DB>, id: string): Promise<AccountAccess | null> {
  const row = await trx.selectFrom('users').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst();
  return row ?? null;
}

/** The account of an address, however it is written. */
export async function findAccountByEmail(db: Connection, email: string): Promise<AccountAccess | null> {
  const row = await db
    .selectFrom('users')
    .select(COLUMNS)
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .executeTakeFirst();
  return row ?? null;
}

/** The account that a Google account signs in to. */
export async function findAccountByGoogleId(db: Connection, googleId: string): Promise<AccountAccess | null> {
  const row = await db.selectFrom('users').select(COLUMNS).where('googleId', '=', googleId).executeTakeFirst();
  return row ?? null;
}

/** Sets the password; with `expected`, only while the stored one is that: of two that race, one is told false. */
export async function setPassword(
  db: Connection,
  id: string,
  passwordHash: string | null,
  options: { now: Date; expected?: string | null },
): Promise<boolean> {
  const change = { passwordHash, passwordChangedAt: options.now, updatedAt: options.now };
  const update = db.updateTable('users').set(change).where('id', '=', id);
  const { expected } = options;
  const guarded =
    expected === undefined
      ? update
      : expected === null
        ? update.where('passwordHash', 'is', null)
        : update.where('passwordHash', '=', expected);
  return (await guarded.executeTakeFirst()).numUpdatedRows > 0n;
}

/** Notes that the address is the person's. False if the account has another address by now. */
export async function markEmailVerified(db: Connection, id: string, email: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('users')
    .set({ emailVerifiedAt: sql<Date>`coalesce(email_verified_at, ${now})`, updatedAt: now })
    .where('id', '=', id)
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Moves an account to another address, confirmed. False if that address has an account. */
export async function moveToEmail(trx: Transaction<DB>, id: string, email: string, now: Date): Promise<boolean> {
  if (await findAccountByEmail(trx, email)) return false;
  await trx
    .updateTable('users')
    .set({ email: email.toLowerCase(), emailVerifiedAt: now, updatedAt: now })
    .where('id', '=', id)
    .execute();
  return true;
}

/** Lets a Google account sign in to this account, or none (null). False if that one signs in to another account. */
export async function setGoogleId(trx: Connection, id: string, googleId: string | null, now: Date): Promise<boolean> {
  const other = googleId === null ? null : await findAccountByGoogleId(trx, googleId);
  if (other !== null) return other.id === id;
  const googleLinkedAt = googleId === null ? null : now;
  await trx.updateTable('users').set({ googleId, googleLinkedAt, updatedAt: now }).where('id', '=', id).execute();
  return true;
}

/** Asks for the account's deletion at `now`, or takes that back (null). */
export async function setDeletionRequest(db: Connection, id: string, at: Date | null, now: Date): Promise<void> {
  await db.updateTable('users').set({ deletionRequestedAt: at, updatedAt: now }).where('id', '=', id).execute();
}
