import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { DB } from './types';

type Connection = Kysely<DB> | Transaction<DB>;

/** A person as the administration lists them. */
export interface PersonSummary {
  id: string;
  email: string;
  name: string;
  role: 'member' | 'admin';
  isBetaUser: boolean;
  emailVerified: boolean;
  monitorCount: number;
  lastLoginAt: Date | null;
  suspendedAt: Date | null;
  suspendedReason: string | null;
  /** Until when something is closed to them, at the latest; null when nothing is. */
  restrictedUntil: Date | null;
  createdAt: Date;
}

/** Which people to list. */
export interface PeopleFilter {
  /** A part of address or name, in any case; null for all. */
  search: string | null;
  /** Only those who wait for the beta, or only the suspended. */
  only?: 'waiting' | 'suspended' | undefined;
}

function selectPeople(db: Connection, { search, only }: PeopleFilter) {
  let query = db.selectFrom('users');
  if (only === 'suspended') query = query.where('suspendedAt', 'is not', null);
  if (only === 'waiting') {
    query = query.where('isBetaUser', '=', false).where('role', '=', 'member').where('suspendedAt', 'is', null);
  }
  if (search === null) return query;
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return query.where((eb) => eb.or([eb('users.email', 'ilike', pattern), eb('users.name', 'ilike', pattern)]));
}

/** People, newest account first; `after` is the last person of the page before. */
export async function listPeople(
  db: Connection,
  page: PeopleFilter & { limit: number; after?: string | undefined },
  now: Date,
): Promise<PersonSummary[]> {
  let query = selectPeople(db, page);
  if (page.after !== undefined) {
    // The row itself is the mark: its time has microseconds, which a Date would lose.
    const { after } = page;
    query = query.where(
      sql<boolean>`(users.created_at, users.id) < (SELECT created_at, id FROM users WHERE id = ${after})`,
    );
  }
  const rows = await query
    .select(['id', 'email', 'name', 'role', 'isBetaUser', 'emailVerifiedAt', 'lastLoginAt', 'createdAt'])
    .select(['suspendedAt', 'suspendedReason'])
    .select((eb) =>
      eb
        .selectFrom('monitors')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('monitors.userId', '=', 'users.id')
        .as('monitorCount'),
    )
    .select((eb) =>
      eb
        .selectFrom('restrictions')
        .select(({ fn }) => fn.max('endsAt').as('until'))
        .whereRef('restrictions.userId', '=', 'users.id')
        .where('endsAt', '>', now)
        .where('liftedAt', 'is', null)
        .as('restrictedUntil'),
    )
    .orderBy('users.createdAt', 'desc')
    .orderBy('users.id', 'desc')
    .limit(page.limit)
    .execute();
  return rows.map(({ emailVerifiedAt, monitorCount, ...row }) => ({
    ...row,
    emailVerified: emailVerifiedAt !== null,
    monitorCount: monitorCount ?? 0,
  }));
}

/** How many people the filter finds. */
export async function countPeople(db: Connection, filter: PeopleFilter): Promise<number> {
  const row = await selectPeople(db, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Who an account belongs to and what an admin may have done to it. */
export interface AccountState {
  id: string;
  email: string;
  isBetaUser: boolean;
  suspendedAt: Date | null;
}

const STATE = ['id', 'email', 'isBetaUser', 'suspendedAt'] as const;

/** Who may see the administration, to be told of something. */
export async function listAdmins(db: Connection): Promise<{ id: string; email: string }[]> {
  return db
    .selectFrom('users')
    .select(['id', 'email'])
    .where('role', '=', 'admin')
    .where('suspendedAt', 'is', null)
    .orderBy('createdAt')
    .execute();
}

/**
 * Opens or closes the beta for a person. `changed` is false where it was so already; null if there is no such person.
 */
export async function setBetaUser(
  db: Transaction<DB>,
  id: string,
  isBetaUser: boolean,
  now: Date,
): Promise<(AccountState & { changed: boolean }) | null> {
  const before = await db.selectFrom('users').select(STATE).where('id', '=', id).forUpdate().executeTakeFirst();
  if (before === undefined) return null;
  if (before.isBetaUser === isBetaUser) return { ...before, changed: false };
  await db.updateTable('users').set({ isBetaUser, updatedAt: now }).where('id', '=', id).execute();
  return { ...before, isBetaUser, changed: true };
}

/** Suspends a person with a reason, or lifts it with null. Null if there is no such person. */
export async function setSuspension(
  db: Connection,
  id: string,
  suspension: { reason: string } | null,
  now: Date,
): Promise<AccountState | null> {
  const row = await db
    .updateTable('users')
    .set({ suspendedAt: suspension ? now : null, suspendedReason: suspension?.reason ?? null, updatedAt: now })
    .where('id', '=', id)
    .returning(STATE)
    .executeTakeFirst();
  return row ?? null;
}
