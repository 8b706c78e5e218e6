import { hash, verify } from '@node-rs/argon2';

/**
 * argon2id with 19 MiB, two passes, one lane: the first choice of the OWASP Password Storage Cheat Sheet. The library
 * works on its own threads, so a sign-in does not hold up other requests. (2 is argon2id: the library's enum is
 * ambient and const, which isolated modules cannot read.)
 */
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Verified against when there is no such account, so that an unknown address takes as long as a wrong password. */
let dummy: Promise<string> | undefined;

/** The PHC string to store ("$argon2id$v=19$…"). Each call has its own salt. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

/**
 * Whether the password is the stored one. `stored` null means no account or no password: false, after the same time.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  dummy ??= hashPassword('no account has this password');
  try {
    const matches = await verify(stored ?? (await dummy), password);
    return matches && stored !== null;
  } catch {
    // A stored text that is no PHC string opens no door.
    return false;
  }
}
