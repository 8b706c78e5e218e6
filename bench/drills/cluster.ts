import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbeddedPostgres } from '@/db/embedded/embedded-postgres';
import { databaseUrl, runOn } from '@/test/database-server';
import { until } from '../soak/services';

/** A PostgreSQL of our own, which is started again whenever it is gone, as npm start does. */
export interface Cluster {
  url: string;
  /** Ends it at once, as when the machine loses power, or in order, as an administrator does; back when resolved. */
  restart(how: 'crash' | 'in order'): Promise<void>;
  /** Fills the disk that its data stands on, to the last byte; null where that is the machine's own. */
  fillDisk: (() => void) | null;
  freeDisk(): void;
  answers(): Promise<boolean>;
  close(): Promise<void>;
}

/** Enough for the drills, with PostgreSQL's own files; small enough to be filled in a moment. */
const DISK_MB = 512;

/** On a disk of its own (tmpfs) where we may mount one, which takes root; else in `folder`. */
export async function openCluster(folder: string, say: (text: string) => void): Promise<Cluster> {
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir, { mode: 0o711 });
  const isMounted = mount(dataDir);
  const server = await openEmbeddedPostgres({ dataDir, supervise: say }).catch((error: unknown) => {
    if (isMounted) execFileSync('umount', ['-l', dataDir]);
    throw error;
  });
  const url = server.connectionString;
  const answers = () =>
    runOn(databaseUrl(url, 'postgres'), 'SELECT 1').then(
      () => true,
      () => false,
    );
  const ballast = join(dataDir, 'ballast');
  return {
    url,
    answers,
    restart: async (how) => {
      const before = pidIn(server.dataDirectory);
      if (before !== null) process.kill(before, how === 'crash' ? 'SIGKILL' : 'SIGINT');
      await until(async () => pidIn(server.dataDirectory) !== before && (await answers()));
    },
    fillDisk: isMounted ? () => fill(dataDir, ballast) : null,
    freeDisk: () => rmSync(ballast, { force: true }),
    close: async () => {
      await server.stop();
      if (isMounted) execFileSync('umount', ['-l', dataDir]);
    },
  };
}

/** The server's process; null where none runs. */
function pidIn(dataDirectory: string): number | null {
  try {
    return Number(readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}

function mount(folder: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=0711`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function fill(folder: string, file: string): void {
  const { bavail, bsize } = statfsSync(folder);
  try {
    writeFileSync(file, Buffer.alloc(bavail * bsize));
  } catch (error) {
    // What fits has been written.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
