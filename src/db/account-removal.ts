import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import { strikeOriginsOf } from './audit';
import { strikeAddress } from './strike-address';
import type { DB } from './types';

/** Accounts whose deletion was asked for before a time, oldest first. */
export async function listAccountsToRemove(db: Kysely<DB>, askedBefore: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('users')
    .select('id')
    .where('deletionRequestedAt', '<=', askedBefore)
    .orderBy('deletionRequestedAt')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/**
 * Removes an account and all that hangs on it, its address from the whitelist and from what others were mailed. False
 * if its owner has changed their mind in the meantime. An address that asked for no more mail stays among the
 * suppressions: that is a promise to it. Of the audit the acts stay, with an id that names nobody any more; from where
 * they came is struck out.
 */
export async function removeAccount(trx: Transaction<DB>, id: string, askedBefore: Date): Promise<boolean> {
  const row = await trx
    .deleteFrom('users')
    .where('id', '=', id)
    .where('deletionRequestedAt', '<=', askedBefore)
    .returning('email')
    .executeTakeFirst();
  if (!row) return false;
  await trx.deleteFrom('betaWhitelist').where(sql<boolean>`lower(email) = lower(${row.email})`).execute();
  await strikeAddress(trx, row.email, id);
  await strikeOriginsOf(trx, id);
  return true;
}
