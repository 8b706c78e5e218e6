import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { TokenScope } from '@/domain/account/account-access';
import type { Person } from '@/domain/account/person';
import { builtOnce } from './connection/built-once';
import type { DB } from './types';
import { PERSON_COLUMNS, toPerson } from './users';

type Connection = Kysely<DB> | Transaction<DB>;

export interface NewApiTokenRow {
  userId: string;
  name: string;
  tokenHash: Buffer;
  hint: string;
  scopes: TokenScope[];
  createdAt: Date;
}

/** A token as its owner sees it: never the secret, which nobody has any more. */
export interface ApiTokenSummary {
  id: string;
  name: string;
  hint: string;
  scopes: TokenScope[];
  createdAt: Date;
  lastUsedAt: Date | null;
}

const SUMMARY = ['id', 'name', 'hint', 'scopes', 'createdAt', 'lastUsedAt'] as const;

/** Adds a token; null if the person already has `most`. The person's row is locked, so that races cannot pass that. */
export async function insertApiToken(
  trx: Transaction<DB>,
  token: NewApiTokenRow,
  most: number,
): Promise<ApiTokenSummary | null> {
  await trx.selectFrom('users').select('id').where('id', '=', token.userId).forUpdate().execute();
  if ((await countApiTokens(trx, token.userId)) >= most) return null;
  return trx.insertInto('apiTokens').values(token).returning(SUMMARY).executeTakeFirstOrThrow();
}

/** How many tokens of the person work. */
export async function countApiTokens(db: Connection, userId: string): Promise<number> {
  const { count } = await db
    .selectFrom('apiTokens')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('userId', '=', userId)
    .where('revokedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** The person's tokens that work, newest first. */
export async function listApiTokens(db: Connection, userId: string): Promise<ApiTokenSummary[]> {
  return db
    .selectFrom('apiTokens')
    .select(SUMMARY)
    .where('userId', '=', userId)
    .where('revokedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
}

/** Ends one token of this person. False if there is no such working token of theirs. */
export async function revokeApiToken(db: Connection, userId: string, id: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('apiTokens')
    .set({ revokedAt: now })
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Ends all tokens of a person. Returns how many. */
export async function revokeApiTokens(db: Connection, userId: string, now: Date): Promise<number> {
  const result = await db
    .updateTable('apiTokens')
    .set({ revokedAt: now })
    .where('userId', '=', userId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

const liveToken = builtOnce((db, { tokenHash }: { tokenHash: Buffer }) =>
  db
    .selectFrom('apiTokens')
    .innerJoin('users', 'users.id', 'apiTokens.userId')
    .select(PERSON_COLUMNS)
    .select(['apiTokens.id as tokenId', 'apiTokens.scopes', 'apiTokens.lastUsedAt'])
    .where('apiTokens.tokenHash', '=', tokenHash)
    .where('apiTokens.revokedAt', 'is', null)
    .where('users.suspendedAt', 'is', null),
);

/** Whose token has this hash; null when it is unknown or revoked, or the person is suspended. */
export async function findApiToken(
  db: Connection,
  tokenHash: Buffer,
): Promise<{ id: string; person: Person; scopes: TokenScope[]; lastUsedAt: Date | null } | null> {
  const [row] = await liveToken(db, { tokenHash });
  return row ? { id: row.tokenId, person: toPerson(row), scopes: row.scopes, lastUsedAt: row.lastUsedAt } : null;
}

/** Of these tokens those that are still good, as `findApiToken` has it. */
export async function listLiveApiTokens(
  db: Connection,
  ids: readonly string[],
): Promise<{ id: string; person: Person }[]> {
  const rows = await db
    .selectFrom('apiTokens')
    .innerJoin('users', 'users.id', 'apiTokens.userId')
    .select(PERSON_COLUMNS)
    .select('apiTokens.id as tokenId')
    .where(sql<boolean>`api_tokens.id = ANY(${ids}::uuid[])`)
    .where('apiTokens.revokedAt', 'is', null)
    .where('users.suspendedAt', 'is', null)
    .execute();
  return rows.map((row) => ({ id: row.tokenId, person: toPerson(row) }));
}

/** Notes that a token is in use. */
export async function touchApiToken(db: Connection, id: string, now: Date): Promise<void> {
  await db.updateTable('apiTokens').set({ lastUsedAt: now }).where('id', '=', id).execute();
}
