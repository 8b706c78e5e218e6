import type { Kysely, Transaction } from 'kysely';
import type { DB } from './types';

type Connection = Kysely<DB> | Transaction<DB>;

/** Some of those who wait for the beta, the newest first. */
export async function listWaiting(db: Connection, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('users')
    .select('id')
    .where('isBetaUser', '=', false)
    .where('role', '=', 'member')
    .where('suspendedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
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
 * The admins who can act, besides one of them: not suspended, and not about to leave. All admins stay as they are until
 * the transaction ends, so that two who remove each other at once do not both succeed.
 */
export async function countOtherAdmins(trx: Transaction<DB>, id: string): Promise<number> {
  const admins = await trx
    .selectFrom('users')
    .select(['id', 'suspendedAt', 'deletionRequestedAt'])
    .where('role', '=', 'admin')
    .orderBy('id')
    .forUpdate()
    .execute();
  const acting = admins.filter((one) => one.suspendedAt === null && one.deletionRequestedAt === null);
  return acting.filter((one) => one.id !== id).length;
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
