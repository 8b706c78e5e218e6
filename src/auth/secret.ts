import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

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
