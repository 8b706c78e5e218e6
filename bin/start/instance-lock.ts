import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Holder = z.object({ pid: z.number().int(), born: z.string().nullable(), address: z.string().nullable() });
type Holder = z.infer<typeof Holder>;

export type Lock =
  | {
      held: true;
      /** Puts the address people use into the lock, once it is known. */
      tell: (address: string) => void;
      release: () => void;
    }
  | { held: false; pid: number; address: string | null };

/** One start per data folder. A lock whose process died, however it died, is taken over. */
export function takeLock(dataDir: string): Lock {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'running.json');
  const mine: Holder = { pid: process.pid, born: birthOf(process.pid), address: null };
  const draft = `${file}.${process.pid}`;
  const write = (address: string | null) => writeFileSync(draft, JSON.stringify({ ...mine, address }));
  const tell = (address: string) => {
    write(address);
    renameSync(draft, file);
  };
  write(null);
  try {
    for (;;) {
      if (linked(draft, file)) return { held: true, tell, release: () => releaseIfMine(file) };
      const holder = readHolder(file);
      if (holder !== null && isRunning(holder)) return { held: false, pid: holder.pid, address: holder.address };
      removeStale(file, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Where the app of this data folder runs at the moment; null where none does. */
export function runningAddress(dataDir: string): string | null {
  const holder = readHolder(join(dataDir, 'running.json'));
  return holder !== null && isRunning(holder) ? holder.address : null;
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Moved aside first: of two that find the same stale lock only one may remove it, and never a fresh one. */
function removeStale(file: string, stale: Holder | null): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved !== null && moved.pid !== stale?.pid && isRunning(moved)) linked(aside, file);
  rmSync(aside, { force: true });
}

function releaseIfMine(file: string): void {
  if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
}

function isRunning(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return holder.born === birthOf(holder.pid);
}

/** When the process was born, in ticks since boot (Linux), so that a number used again is not taken for it. */
function birthOf(pid: number): string | null {
  try {
    // The name in parentheses may hold spaces; the 22nd field of proc(5) is the 20th after it.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
