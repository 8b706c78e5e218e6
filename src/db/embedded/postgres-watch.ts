import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './postgres-place';

/**
 * Reads until the pipe from its parent closes, which it does however the parent ends, kill -9 among it. Then ends the
 * server, unless another live process has noted that it uses it. A process is looked up in /proc first: kill -0 would
 * not see those of other accounts, and a slim machine has no ps.
 */
const WATCH = `
trap '' HUP INT TERM
PATH=$PATH:/usr/bin:/bin
data=$1 users=$2 parent=$3
while read -r _; do :; done
rm -f "$users/$parent"
for user in "$users"/*; do
  other=\${user##*/}
  if [ "$other" = '*' ]; then continue; fi
  if [ -d "/proc/$other" ] || ps -p "$other" >/dev/null 2>&1; then exit 0; fi
  rm -f "$user"
done
read -r server <"$data/postmaster.pid" || exit 0
if [ -r "/proc/$server/cmdline" ]; then
  command=$(tr '\\0' ' ' <"/proc/$server/cmdline")
else
  command=$(ps -o command= -p "$server")
fi
case $command in *" -D $data "*) kill -INT "$server" ;; esac
`;

/**
 * Notes that this process uses the server, and leaves a shell behind (1 MB) that ends the server once this process is
 * gone, however it went, and nobody else uses it. Not on Windows, which has no such shell.
 */
export function watchOver(place: Place): void {
  if (process.platform === 'win32' || watched.has(place.data)) return;
  watched.add(place.data);
  const users = join(place.folder, 'postgres-users');
  mkdirSync(users, { recursive: true });
  writeFileSync(join(users, String(process.pid)), '');
  // Its own process group: a Ctrl-C in the terminal is not for it.
  const shell = spawn('/bin/sh', ['-c', WATCH, 'watch', place.data, users, String(process.pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without a shell the server lives on after a kill -9, as it did; nothing else depends on it.
  shell.on('error', () => rmSync(join(users, String(process.pid)), { force: true }));
  shell.stdin.on('error', () => undefined);
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
}

/** One shell a process and folder. */
const watched = new Set<string>();
