import type { Kysely, Selectable, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '@/domain/account/person';
import { type Locale, localeOf } from '@/domain/written/locales';
import type { DB, Users } from './types';

type Connection = Kysely<DB> | Transaction<DB>;

/** What a new account is made of. `passwordHash` is null for one that signs in with Google only. */
export interface NewUser {
  email: string;
  name: string;
  passwordHash: string | null;
  timeZone: string;
  isBetaUser: boolean;
}

/** What signing in needs to know of an account. */
export interface Credentials {
  id: string;
  passwordHash: string | null;
  /** Why, where it is suspended; null where it is not. */
  suspended: { reason: string | null } | null;
  /** The address was confirmed by a mailed link or by Google. */
  verified: boolean;
}

/** The columns that `toPerson` reads. */
export const PERSON_COLUMNS = [
  'users.id',
  'users.email',
  'users.name',
  'users.role',
  'users.isBetaUser',
  'users.emailVerifiedAt',
  'users.timeZone',
  'users.locale',
] as const;

type PersonRow = Pick<
  Selectable<Users>,
  'id' | 'email' | 'name' | 'role' | 'isBetaUser' | 'emailVerifiedAt' | 'timeZone' | 'locale'
>;

export function toPerson(row: PersonRow): Person {
  const { id, email, name, role, isBetaUser, timeZone } = row;
  const locale = localeOf(row.locale);
  return { id, email, name, role, isBetaUser, timeZone, locale, emailVerified: row.emailVerifiedAt !== null };
}

/** The account of an address, however it is written; null if there is none. */
export async function findCredentials(db: Connection, email: string): Promise<Credentials | null> {
  const row = await db
    .selectFrom('users')
    .select(['id', 'passwordHash', 'suspendedAt', 'suspendedReason', 'emailVerifiedAt'])
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .executeTakeFirst();
  if (!row) return null;
  const { id, passwordHash, suspendedAt, suspendedReason: reason } = row;
  const suspended = suspendedAt === null ? null : { reason };
  return { id, passwordHash, suspended, verified: row.emailVerifiedAt !== null };
}

/** The person with this id, or null. */
export async function findPerson(db: Connection, id: string): Promise<Person | null> {
  const row = await db.selectFrom('users').select(PERSON_COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ? toPerson(row) : null;
}

/** Adds an account; null if the address is taken, also when two requests race for it. */
export async function insertUser(db: Connection, user: NewUser): Promise<Person | null> {
  const row = await db
    .insertInto('users')
    .values(user)
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
    .returning(PERSON_COLUMNS)
    .executeTakeFirst();
  return row ? toPerson(row) : null;
}

/** Changes what a person says of themselves; null if there is no such person. */
export async function updateProfile(
  db: Connection,
  id: string,
  profile: { name?: string; timeZone?: string; locale?: Locale },
  now: Date,
): Promise<Person | null> {
  const row = await db
    .updateTable('users')
    .set({ ...profile, updatedAt: now })
    .where('id', '=', id)
    .returning(PERSON_COLUMNS)
    .executeTakeFirst();
  return row ? toPerson(row) : null;
}
