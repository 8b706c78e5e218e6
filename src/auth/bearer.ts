import { decode, encode } from 'next-auth/jwt';
import { findApiToken, touchApiToken } from '@/db/api-tokens';
import { getDb } from '@/db/connection/connection';
import { findLiveSession, openSession, touchSession } from '@/db/sessions';
import { ALL_SCOPES, type TokenScope } from '@/domain/account/account-access';
import type { Origin } from '@/domain/account/audit';
import type { Person } from '@/domain/account/person';
import { DomainError } from '@/domain/errors';
import { SEEN_EVERY_MS, SESSION_SECONDS } from '@/domain/limits';
import { authSecret, hashSecret } from './secret';

/** Who a request with `Authorization: Bearer …` speaks for, and what it may do. */
export interface Bearer {
  person: Person;
  /** The sign-in behind it; null for a personal API token. */
  sessionId: string | null;
  /** The personal API token; null for a sign-in. */
  tokenId: string | null;
  scopes: readonly TokenScope[];
}

/** Its own salt, so that a bearer token is no cookie and a cookie no bearer token. */
const SALT = 'monitors.bearer';
const BEARER = /^Bearer +([\w.~+/=-]{1,2000})$/i;
const API_TOKEN = /^mon_[\w-]{43}$/;

const unknownToken = () =>
  new DomainError(
    'unauthenticated',
    'bad_token',
    'This token is not valid, was revoked, or has run out. Sign in again.',
  );

/**
 * Looks up the bearer of a request; null when it has no Authorization header. Each call asks the database, so that
 * revoking, signing out and suspending end it at once.
 * @throws DomainError `unauthenticated` / `bad_token` when there is a header that is not good: never fall back to a
 * cookie then.
 */
export async function resolveBearer(headers: Pick<Headers, 'get'>, now = new Date()): Promise<Bearer | null> {
  const header = headers.get('authorization');
  if (header === null) return null;
  const token = BEARER.exec(header.trim())?.[1];
  const bearer = token === undefined ? null : await lookUp(token, now);
  if (bearer === null) throw unknownToken();
  return bearer;
}

function lookUp(token: string, now: Date): Promise<Bearer | null> {
  return API_TOKEN.test(token) ? lookUpApiToken(token, now) : lookUpSession(token, now);
}

async function lookUpApiToken(token: string, now: Date): Promise<Bearer | null> {
  const found = await findApiToken(getDb(), hashSecret(token));
  if (found === null) return null;
  if (isStale(found.lastUsedAt, now)) await touchApiToken(getDb(), found.id, now);
  return { person: found.person, sessionId: null, tokenId: found.id, scopes: found.scopes };
}

async function lookUpSession(token: string, now: Date): Promise<Bearer | null> {
  const sessionId = await readSessionToken(token);
  const live = sessionId === null ? null : await findLiveSession(getDb(), sessionId, now);
  if (sessionId === null || live === null) return null;
  if (isStale(live.lastSeenAt, now)) await touchSession(getDb(), sessionId, now);
  return { person: live.person, sessionId, tokenId: null, scopes: ALL_SCOPES };
}

function isStale(at: Date | null, now: Date): boolean {
  return at === null || now.getTime() - at.getTime() > SEEN_EVERY_MS;
}

async function readSessionToken(token: string): Promise<string | null> {
  try {
    const read = await decode({ token, secret: authSecret(), salt: SALT });
    return typeof read?.sid === 'string' ? read.sid : null;
  } catch {
    // Not sealed by us, or run out.
    return null;
  }
}

/** Opens a session and returns the token for it, as REST's register and login answer it. It lasts 30 days. */
export async function openBearerSession(userId: string, origin: Origin, now = new Date()): Promise<string> {
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  const sid = await openSession(getDb(), userId, origin, { now, expiresAt });
  return encode({ token: { sid }, secret: authSecret(), salt: SALT, maxAge: SESSION_SECONDS });
}
