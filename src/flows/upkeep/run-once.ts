import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerKey, type KeyedRequest, releaseKey, takeKey } from '@/db/idempotency-keys';
import { DomainError } from '@/domain/errors';
import type { Deps } from '../deps';

const REMEMBERED_MS = 24 * 60 * 60_000;
/** Longer than any request works: a key whose worker died is free again after it. */
const LOCK_MS = 3 * 60_000;
const KEY = /^[\x21-\x7e]{1,255}$/;

export interface OnceRequest {
  userId: string;
  /** The Idempotency-Key header; null runs without any memory. */
  key: string | null;
  /** What is asked for: the procedure and its input, as JSON knows it. */
  request: unknown;
  /** The HTTP status of the answer. */
  status: number;
}

/**
 * Runs `work` once per key and person: who sends the same request with the same key again within 24 hours gets the
 * first answer. A request that was refused changed nothing and leaves no memory, so that it can be mended and sent
 * again with its key. `work` must return JSON.
 * @throws DomainError `invalid` for a key that is none, `unprocessable` for a key used with another request, `conflict`
 * while the first request is still worked on.
 */
export async function runOnce<Answer>(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { userId, key, request, status }: OnceRequest,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (key === null) return work();
  if (!KEY.test(key)) throw badKey();
  const requestHash = createHash('sha256').update(JSON.stringify(request)).digest();
  const keyed: KeyedRequest = { userId, key, requestHash };
  const at = now();
  const found = await takeKey(db, keyed, {
    now: at,
    forgetBefore: new Date(at.getTime() - REMEMBERED_MS),
    lockedUntil: new Date(at.getTime() + LOCK_MS),
  });
  if (found.state !== 'ours') {
    if (!requestHash.equals(found.requestHash)) throw otherRequest();
    if (found.state === 'answered') return found.response as Answer;
    throw stillBusy();
  }
  return answer(db, keyed, status, work);
}

async function answer<Answer>(
  db: Deps['db'],
  keyed: KeyedRequest,
  status: number,
  work: () => Promise<Answer>,
): Promise<Answer> {
  let done: Answer;
  try {
    done = await work();
  } catch (error) {
    await releaseKey(db, keyed);
    throw error;
  }
  await keep(() => answerKey(db, keyed, done, status));
  return done;
}

/** The work is done: an answer that cannot be kept at once is tried again, for a repeat would do the work twice. */
async function keep(store: () => Promise<void>): Promise<void> {
  try {
    await store();
  } catch {
    await sleep(200);
    await store();
  }
}

function badKey(): DomainError {
  const message = 'Idempotency-Key must be 1 to 255 printable characters without spaces, for example a UUID.';
  return new DomainError('invalid', 'bad_idempotency_key', message, { fields: { 'Idempotency-Key': [message] } });
}

function otherRequest(): DomainError {
  const message = 'This Idempotency-Key was used for another request. Use a new key for a new request.';
  return new DomainError('unprocessable', 'idempotency_key_reused', message);
}

function stillBusy(): DomainError {
  const message = 'A request with this Idempotency-Key is still being worked on. Ask again in a moment.';
  return new DomainError('conflict', 'idempotency_key_busy', message);
}
