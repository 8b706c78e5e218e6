import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Place, USER } from './postgres-place';

const run = promisify(execFile);

/** initdb into a draft that is renamed at the end, so that a folder is whole or not there, also when two race. */
export async function createCluster(place: Place): Promise<void> {
  const draft = `${place.data}.${process.pid}.${randomBytes(3).toString('hex')}`;
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, place.password, { mode: 0o600 });
  if (place.account) {
    for (const path of [draft, passwordFile]) chownSync(path, place.account.uid, place.account.gid);
  }
  const settings = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const login = [`--username=${USER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  try {
    const sync = place.durable ? [] : ['--no-sync'];
    await run(place.binaries.initdb, ['-D', draft, ...settings, ...login, '--data-checksums', ...sync], {
      cwd: '/',
      ...place.account,
    });
    renameSync(draft, place.data);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (existsSync(place.data)) return;
    const reason = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new Error(`The embedded PostgreSQL could not make its data folder ${place.data}: ${reason.trim()}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * @throws Error with what to do, when the folder was made by another major version of PostgreSQL: their files differ,
 * and the server itself would only say so in its log.
 */
export async function assertOwnMajor(place: Place): Promise<void> {
  const made = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim();
  const { stdout } = await run(place.binaries.postgres, ['--version'], { cwd: '/', ...place.account });
  const brought = /\(PostgreSQL\) (\d+)/.exec(stdout)?.[1];
  if (brought === undefined || brought === made) return;
  throw new Error(
    `The data in ${place.data} is of PostgreSQL ${made}, and this version brings ${brought}. ` +
      'With the version that you had: npm run backup -- <folder>. Then move the data folder away, and with this ' +
      'version: npm run restore -- <folder> (docs/backup.md).',
  );
}
