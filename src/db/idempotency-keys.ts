import { type Kysely, sql } from 'kysely';
import type { DB, Json } from './types';

/** Which request a key stands for. */
export interface KeyedRequest {
  userId: string;
  key: string;
  /** SHA-256 of procedure and input. */
  requestHash: Buffer;
}

/** What is known of a key: nobody has it (it is ours now), somebody works on it, or its answer. */
export type KeyState =
  | { state: 'ours' }
  | { state: 'busy'; requestHash: Buffer }
  | { state: 'answered'; requestHash: Buffer; response: Json };

interface KeyTimes {
  now: Date;
  /** Keys from before are forgotten. */
  forgetBefore: Date;
  /** Until when nobody else may take the key while we work. */
  lockedUntil: Date;
}

/**
 * Takes a key, or says what is known of it. One statement takes it, so exactly one of many requests gets it; a key is
 * free again when it is a day old, or when whoever worked on it died.
 */
export async function takeKey(db: Kysely<DB>, request: KeyedRequest, times: KeyTimes): Promise<KeyState> {
  const { now, forgetBefore, lockedUntil } = times;
  const taken = await db
    .insertInto('idempotencyKeys')
    .values({ ...request, createdAt: now, lockedUntil })
    .onConflict((conflict) =>
      conflict
        .columns(['userId', 'key'])
        .doUpdateSet({ requestHash: request.requestHash, response: null, status: null, createdAt: now, lockedUntil })
        .where((eb) =>
          eb.or([
            eb('idempotencyKeys.createdAt', '<', forgetBefore),
            eb.and([eb('idempotencyKeys.response', 'is', null), eb('idempotencyKeys.lockedUntil', '<', now)]),
          ]),
        ),
    )
    .returning('key')
    .executeTakeFirst();
  if (taken) return { state: 'ours' };
  const known = await db
    .selectFrom('idempotencyKeys')
    .select(['requestHash', 'response'])
    .where('userId', '=', request.userId)
    .where('key', '=', request.key)
    .executeTakeFirst();
  // Given back between the two statements: whoever had it failed, and the caller may ask again.
  if (known === undefined) return { state: 'busy', requestHash: request.requestHash };
  const { requestHash, response } = known;
  return response === null ? { state: 'busy', requestHash } : { state: 'answered', requestHash, response };
}

/** Keeps the answer for who asks again. */
export async function answerKey(
  db: Kysely<DB>,
  { userId, key }: KeyedRequest,
  response: unknown,
  status: number,
): Promise<void> {
  await db
    .updateTable('idempotencyKeys')
    .set({ response: JSON.stringify(response), status })
    .where('userId', '=', userId)
    .where('key', '=', key)
    .execute();
}

/** Gives a key back whose request was refused: nothing was done, so it may be tried again. */
export async function releaseKey(db: Kysely<DB>, { userId, key }: KeyedRequest): Promise<void> {
  await db
    .deleteFrom('idempotencyKeys')
    .where('userId', '=', userId)
    .where('key', '=', key)
    .where('response', 'is', null)
    .execute();
}

/** Removes the keys of before `before`. Returns how many. */
export async function forgetKeys(db: Kysely<DB>, before: Date): Promise<number> {
  const { rows } = await sql`DELETE FROM idempotency_keys WHERE created_at < ${before} RETURNING 1`.execute(db);
  return rows.length;
}
