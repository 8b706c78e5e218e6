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
  /** The admin's id; null when that account is gone. */
  addedBy: string | null;
  addedByEmail: string | null;
  isActive: boolean;
}

interface WhitelistPage {
  /** A part of the address, in any case. */
  search?: string | undefined;
  isActive?: boolean | undefined;
  limit: number;
  /** The last entry of the page before. */
  after?: string | undefined;
}

function selectEntries(db: Connection) {
  return db
    .selectFrom('betaWhitelist as entry')
    .leftJoin('users as admin', 'admin.id', 'entry.addedBy')
    .select(['entry.id', 'entry.email', 'entry.addedAt', 'entry.isActive', 'entry.addedBy'])
    .select('admin.email as addedByEmail');
}

/** One entry; null if there is none. */
export async function findWhitelistEntry(db: Connection, id: string): Promise<WhitelistEntry | null> {
  return (await selectEntries(db).where('entry.id', '=', id).executeTakeFirst()) ?? null;
}

/** The list, newest first. */
export async function listWhitelist(db: Connection, page: WhitelistPage): Promise<WhitelistEntry[]> {
  let query = selectEntries(db);
  if (page.isActive !== undefined) query = query.where('entry.isActive', '=', page.isActive);
  if (page.search) query = query.where('entry.email', 'ilike', `%${page.search.replace(/[\\%_]/g, '\\$&')}%`);
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

/** The entry of an address, made where there is none; `added` tells which. Until the transaction ends, it stays so. */
export async function addToWhitelist(
  trx: Transaction<DB>,
  { email, isActive, addedBy, now }: { email: string; isActive: boolean; addedBy: string; now: Date },
): Promise<{ id: string; added: boolean }> {
  await takeTurn(trx, email);
  const row = await trx
    .insertInto('betaWhitelist')
    .values({ email: email.toLowerCase(), addedBy, addedAt: now, isActive })
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row) return { id: row.id, added: true };
  const there = await trx
    .selectFrom('betaWhitelist')
    .select('id')
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .executeTakeFirstOrThrow();
  return { id: there.id, added: false };
}

/**
 * Lets an address in on registering, or no more; it stays on the list as it was added. False where it was so already.
 */
export async function setWhitelistActive(
  trx: Transaction<DB>,
  { id, email }: Pick<WhitelistEntry, 'id' | 'email'>,
  isActive: boolean,
): Promise<boolean> {
  await takeTurn(trx, email);
  const result = await trx
    .updateTable('betaWhitelist')
    .set({ isActive })
    .where('id', '=', id)
    .where('isActive', '<>', isActive)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
