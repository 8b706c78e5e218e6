import { type Kysely, sql } from 'kysely';
import type { DB } from './types';

export interface SeedAccount {
  email: string;
  name: string;
  role: 'member' | 'admin';
}

/**
 * Makes sure that an account exists, is verified, admitted, and has the role; an existing one keeps its password.
 * @param hash called only when the account has to be made.
 * @returns whether it was made.
 */
export async function seedAccount(db: Kysely<DB>, account: SeedAccount, hash: () => Promise<string>): Promise<boolean> {
  await seedWhitelist(db, [account.email]);
  const updated = await db
    .updateTable('users')
    .set({ role: account.role, isBetaUser: true, updatedAt: new Date() })
    .where(sql<boolean>`lower(email) = lower(${account.email})`)
    .executeTakeFirst();
  if (updated.numUpdatedRows > 0n) return false;
  const made = await db
    .insertInto('users')
    .values({ ...account, passwordHash: await hash(), isBetaUser: true, emailVerifiedAt: new Date() })
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** Puts addresses on the beta whitelist; one that an admin has revoked stays revoked. Returns how many are new. */
export async function seedWhitelist(db: Kysely<DB>, emails: string[]): Promise<number> {
  if (emails.length === 0) return 0;
  const result = await db
    .insertInto('betaWhitelist')
    .values(emails.map((email) => ({ email })))
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0n);
}
