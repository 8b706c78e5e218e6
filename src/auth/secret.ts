import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { getEnv } from '@/env';

/** A secret to hand out once, and what is kept of it. */
export interface MintedSecret {
  secret: string;
  /** SHA-256, 32 bytes. The secret has 256 bits of chance, so it needs no slow hash. */
  hash: Buffer;
}

const RANDOM_BYTES = 32;
const RANDOM_LENGTH = 43;
const SEAL_BYTES = 16;
const SIGNED = /^[\w-]{65}$/;

export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** A new API token, "mon_" and 43 characters: the prefix lets scanners of leaked secrets know it. */
export function mintApiToken(): MintedSecret {
  const secret = `mon_${randomBytes(RANDOM_BYTES).toString('base64url')}`;
  return { secret, hash: hashSecret(secret) };
}

function seal(key: string, random: string): Buffer {
  return createHmac('sha256', key).update(`mailed link ${random}`).digest().subarray(0, SEAL_BYTES);
}

/**
 * The secret of a mailed link: 32 random bytes and our seal on them, so that a guess is refused without asking the
 * database, and so that who can write into the database can still make no link. `key` is AUTH_SECRET.
 */
export function mintLinkSecret(key: string): MintedSecret {
  const random = randomBytes(RANDOM_BYTES).toString('base64url');
  const secret = random + seal(key, random).toString('base64url');
  return { secret, hash: hashSecret(secret) };
}

/** The hash to look a link up by; null if the secret was not sealed with this key. */
export function hashLinkSecret(key: string, secret: string): Buffer | null {
  if (!SIGNED.test(secret)) return null;
  const given = Buffer.from(secret.slice(RANDOM_LENGTH), 'base64url');
  const right = seal(key, secret.slice(0, RANDOM_LENGTH));
  return given.length === right.length && timingSafeEqual(given, right) ? hashSecret(secret) : null;
}

/** Whether a request comes from our own scheduler: `Authorization: Bearer CRON_SECRET`. Never, while there is none. */
export function isFromCron(headers: Pick<Headers, 'get'>): boolean {
  const { CRON_SECRET } = getEnv();
  return CRON_SECRET !== undefined && hasBearer(headers, CRON_SECRET);
}

/** Whether a request has this secret as its bearer token. */
export function hasBearer(headers: Pick<Headers, 'get'>, secret: string): boolean {
  const given = /^Bearer (.{1,500})$/.exec(headers.get('authorization') ?? '')?.[1];
  // Hashes have one length, so that comparing tells nothing about the secret's.
  return given !== undefined && timingSafeEqual(hashSecret(given), hashSecret(secret));
}

/**
 * AUTH_SECRET, which seals sessions and mailed links.
 * @throws Error when it is missing; `npm start` makes one.
 */
export function authSecret(): string {
  const { AUTH_SECRET } = getEnv();
  if (!AUTH_SECRET) throw new Error('AUTH_SECRET is not set. Start the app with npm start, or set it in .env.');
  return AUTH_SECRET;
}

/** What whoever has just asked for an account may see: the mail to this address, written since then. */
export interface OutboxTicket {
  email: string;
  askedAt: Date;
}

const FORM = /^([\w-]{1,1000})\.([\w-]{43})$/;

function sealTicket(key: string, content: string): Buffer {
  return createHmac('sha256', key).update(`outbox ticket ${content}`).digest();
}

/** Seals a ticket with AUTH_SECRET (`key`): it says nothing about whether the address has an account. */
export function sealOutboxTicket(key: string, { email, askedAt }: OutboxTicket): string {
  const content = Buffer.from(JSON.stringify([email, askedAt.getTime()])).toString('base64url');
  return `${content}.${sealTicket(key, content).toString('base64url')}`;
}

/** The ticket, or null if it was not sealed with this key. */
export function openOutboxTicket(key: string, ticket: string): OutboxTicket | null {
  const [, content, sealed] = FORM.exec(ticket) ?? [];
  if (content === undefined || sealed === undefined) return null;
  const given = Buffer.from(sealed, 'base64url');
  const right = sealTicket(key, content);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const [email, askedAt] = JSON.parse(Buffer.from(content, 'base64url').toString('utf8')) as [string, number];
  return { email, askedAt: new Date(askedAt) };
}
