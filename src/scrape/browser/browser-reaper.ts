import { spawn } from 'node:child_process';
import { lstat, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Playwright's names for what a browser leaves in the temporary folder. */
const LEFT_OVERS = /^playwright_chromiumdev_profile-|^playwright-artifacts-/;
const YOUNG_MS = 60_000;

/**
 * Kills the browser's process group and removes its profile when this process ends in whatever way, `kill -9`
 * included: a shell waits for the end of a pipe that only we hold open. Chromium goes by itself when its own pipe
 * closes; this is for the one that hangs. Returns what sends the shell away once the browser has gone.
 */
export function startReaper(browserPid: number, profile: string | null): () => void {
  if (process.platform === 'win32') return () => undefined;
  const script = 'read _; sleep 2; kill -9 "-$0" 2>/dev/null; if [ -n "$1" ]; then rm -rf -- "$1"; fi';
  const shell = spawn('/bin/sh', ['-c', script, String(browserPid), isOurs(profile) ? profile : ''], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    env: { NODE_ENV: 'production', PATH: '/usr/bin:/bin' },
  });
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  // An open pipe must not keep the event loop alive.
  if ('unref' in shell.stdin && typeof shell.stdin.unref === 'function') shell.stdin.unref();
  return () => {
    shell.kill('SIGKILL');
  };
}

/** Only what was made for a launch may be removed, never a profile that somebody uses. */
function isOurs(profile: string | null): profile is string {
  return profile !== null && LEFT_OVERS.test(basename(profile));
}

/** Kills the browser and all its children at once. */
export function killGroup(browserPid: number): void {
  try {
    if (process.platform === 'win32') process.kill(browserPid, 'SIGKILL');
    else process.kill(-browserPid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

/** The folder given to the browser as its profile, read from its command line; null where that cannot be seen. */
export async function profileOf(pid: number): Promise<string | null> {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const prefix = '--user-data-dir=';
  const argument = line.split('\0').find((part) => part.startsWith(prefix));
  return argument === undefined ? null : argument.slice(prefix.length);
}

/** Ids of all processes; none where they cannot be seen. */
export async function processIds(): Promise<number[]> {
  const names = await readdir('/proc').catch(() => []);
  return names.filter((name) => /^\d+$/.test(name)).map(Number);
}

/** Memory of a process in bytes; 0 where it cannot be seen. */
export async function residentBytes(pid: number): Promise<number> {
  const pages = (await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')).split(' ')[1];
  return pages === undefined ? 0 : Number(pages) * 4096;
}

/**
 * Removes profiles that an earlier, killed app left behind: ours, older than a minute, and used by no living process.
 * Linux only, since elsewhere it cannot be seen who uses them. Returns how many were removed.
 */
export async function sweepStaleProfiles(folder: string = tmpdir(), now: number = Date.now()): Promise<number> {
  if (process.platform !== 'linux') return 0;
  const names = (await readdir(folder).catch(() => [])).filter((name) => LEFT_OVERS.test(name));
  if (names.length === 0) return 0;
  const living = await livingPlaywright();
  let removed = 0;
  for (const name of names) {
    const path = join(folder, name);
    const info = await lstat(path).catch(() => null);
    if (info === null) continue;
    const ours = info.isDirectory() && info.uid === process.getuid?.();
    if (!ours || now - info.mtimeMs < YOUNG_MS) continue;
    // Artifact folders are named nowhere: they are stale only when no browser runs at all.
    const used = name.startsWith('playwright-artifacts-')
      ? living.length > 0
      : living.some((line) => line.includes(path));
    if (used) continue;
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
    removed += 1;
  }
  return removed;
}

async function livingPlaywright(): Promise<string[]> {
  const lines: string[] = [];
  for (const pid of await processIds()) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (line.includes('playwright_chromiumdev_profile-')) lines.push(line);
  }
  return lines;
}
