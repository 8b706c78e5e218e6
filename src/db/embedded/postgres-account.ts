import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The account that the embedded server runs under. */
export interface Account {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: the account to drop to, or null where this process is nobody special. */
export function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return { uid: 65534, gid: 65534 };
}

/** Whether the account may enter the folder and every folder above it (by mode bits; folders must exist). */
export function canEnter(folder: string, account: Account): boolean {
  for (let path = resolve(folder); ; path = dirname(path)) {
    const { uid, gid, mode } = statSync(path);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

const NOTE = 'database-place';

/**
 * The folder for the server's files: the data folder itself, or, where the server's account cannot reach that (a
 * project under a private /root), a folder outside, named in `<dataDir>/database-place`.
 */
export function serverPlace(dataDir: string, account: Account | null): string {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  if (account === null || canEnter(folder, account)) return folder;
  const note = join(folder, NOTE);
  if (existsSync(note)) {
    const noted = readFileSync(note, 'utf8').trim();
    if (existsSync(noted)) return noted;
  }
  const place = makePlaceOutside(`monitors-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
  writeFileSync(note, `${place}\n`);
  return place;
}

function makePlaceOutside(name: string): string {
  for (const parent of ['/var/lib', '/var/tmp']) {
    const place = join(parent, name);
    try {
      mkdirSync(place, { mode: 0o711, recursive: false });
      return place;
    } catch (error) {
      // /var/tmp is open to everyone: a folder that someone else made there first is not ours to use.
      if (isCode(error, 'EEXIST') && lstatSync(place).isDirectory() && lstatSync(place).uid === 0) return place;
    }
  }
  throw new Error(
    'The embedded PostgreSQL cannot run as root and found no folder for its data in /var/lib or /var/tmp. ' +
      'Start as an ordinary user, move the project out of the private folder, or set DATABASE_URL.',
  );
}

/** Whether an error of the operating system has this code ("ENOENT"). */
export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
