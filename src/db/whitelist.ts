import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from './types';

type Connection = Kysely<DB> | Transaction<DB>;

/**
 * Until the transaction ends, an address is either registered or put on the list, not both: each would miss the other,
 * and somebody on the list would wait.
 */
async function takeTurn(db: Connection, email: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`whitelist:${email.toLowerCase()}`}, 0))`.execute(db);
}

/** Whether an admin has admitted this address to the beta. Until the transaction ends, that stays so. */
export async function isWhitelisted(db: Connection, email: string): Promise<boolean> {
  await takeTurn(db, email);
  const row = await db
    .selectFrom('betaWhitelist')
    .select('id')
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .where('isActive', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}

/** An address that an admin has put on the list. */
export interface WhitelistEntry {
  id: string;
  email: string;
  addedAt: Date;
  /** The admin's address; null when that account is gone. */
  addedBy: string | null;
  isActive: boolean;
}

/** The list, newest first, revoked entries too; `after` is the last entry of the page before. */
export async function listWhitelist(
  db: Connection,
  page: { limit: number; after?: string | undefined },
): Promise<WhitelistEntry[]> {
  let query = db
    .selectFrom('betaWhitelist as entry')
    .leftJoin('users as admin', 'admin.id', 'entry.addedBy')
    .select(['entry.id', 'entry.email', 'entry.addedAt', 'entry.isActive', 'admin.email as addedBy']);
  if (page.after !== undefined) {
    query = query.where(
      sql<boolean>`(entry.added_at, entry.id) < (SELECT added_at, id FROM beta_whitelist WHERE id = ${page.after})`,
    );
  }
  return query.orderBy('entry.addedAt', 'desc').orderBy('entry.id', 'desc').limit(page.limit).execute();
}

/** An account has moved to another address: its entry, if it has one, moves with it, so that it also goes with it. */
export async function moveOnWhitelist(trx: Transaction<DB>, from: string, to: string): Promise<void> {
  for (const email of [from, to].sort()) await takeTurn(trx, email);
  const at = (email: string) => sql<boolean>`lower(email) = lower(${email})`;
  const there = await trx.selectFrom('betaWhitelist').select('id').where(at(to)).executeTakeFirst();
  if (there) await trx.deleteFrom('betaWhitelist').where(at(from)).execute();
  else await trx.updateTable('betaWhitelist').set({ email: to.toLowerCase() }).where(at(from)).execute();
}

/** Puts an address on the list, or back on it; who is on it already stays there as they were added. The entry's id. */
export async function addToWhitelist(db: Connection, email: string, addedBy: string, now: Date): Promise<string> {
  await takeTurn(db, email);
  const row = await db
    .insertInto('betaWhitelist')
    .values({ email: email.toLowerCase(), addedBy, addedAt: now })
    .onConflict((conflict) =>
      conflict.expression(sql`lower(email)`).doUpdateSet({
        isActive: true,
        addedBy: sql`CASE WHEN beta_whitelist.is_active THEN beta_whitelist.added_by ELSE excluded.added_by END`,
        addedAt: sql`CASE WHEN beta_whitelist.is_active THEN beta_whitelist.added_at ELSE excluded.added_at END`,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Takes an address off the list; it stays to be seen as revoked. The address, or null if there is no such entry. */
export async function revokeFromWhitelist(db: Connection, id: string): Promise<string | null> {
  const row = await db
    .updateTable('betaWhitelist')
    .set({ isActive: false })
    .where('id', '=', id)
    .where('isActive', '=', true)
    .returning('email')
    .executeTakeFirst();
  return row?.email ?? null;
}
