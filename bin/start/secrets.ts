import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A secret that is made once and kept in the data folder, readable by its owner only.
 * @throws Error when the file was emptied.
 */
export function keptSecret(dataDir: string, name: string, make: () => string): string {
  const file = join(dataDir, name);
  try {
    writeFileSync(file, make(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret === '') throw new Error(`${file} is empty. Delete it, and the next start makes a new one.`);
  return secret;
}

/** 256 bits, for signing. */
export function signingSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A password that meets the app's own rules (upper, lower, digit) and can be typed: "Wupu-4821-dohe". */
export function speakablePassword(): string {
  const letter = (letters: string) => letters[(randomBytes(1)[0] ?? 0) % letters.length];
  const syllable = () => `${letter('bdfghjkmnprstvwz')}${letter('aeiou')}`;
  const word = () => syllable() + syllable();
  const first = word();
  const digits = String(randomBytes(2).readUInt16BE() % 10_000).padStart(4, '0');
  return `${first.slice(0, 1).toUpperCase()}${first.slice(1)}-${digits}-${word()}`;
}
