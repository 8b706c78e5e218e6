import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from './types';

/** Whether an admin has admitted this address to the beta. */
export async function isWhitelisted(db: Kysely<DB> | Transaction<DB>, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('betaWhitelist')
    .select('id')
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .where('isActive', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}
