import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isAlive, type Place, type Running, readPidFile, serves } from './postgres-place';

const run = promisify(execFile);
const START_TIMEOUT_MS = 60_000;

/**
 * The live server of this folder, or null. A pid file left by a crash, its number reused since, is not taken for one.
 */
export async function attach(place: Place): Promise<Running | null> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const found = readPidFile(place);
    if (found === null || !isAlive(found.pid)) return null;
    if (found.ready) {
      if (await serves(place, found.port)) return found;
      if (!isPostgres(found.pid)) {
        rmSync(join(place.data, 'postmaster.pid'), { force: true });
        return null;
      }
    }
    if (Date.now() > deadline) {
      throw new Error(`A PostgreSQL (process ${found.pid}) holds ${place.data} but does not answer. See ${place.log}.`);
    }
    await sleep(25);
  }
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}

/**
 * Starts the server of a folder that has its cluster; resolves when it answers. On `samePort` and no other, where that
 * stands in connection strings already.
 */
export async function start(place: Place, samePort?: number): Promise<Running> {
  for (let attempt = 1; ; attempt += 1) {
    // After a crash the port it had stands in the connection strings of whoever is still there.
    const port = samePort ?? (attempt === 1 ? await freePort(readPidFile(place)?.port) : await freePort());
    const child = launch(place, port);
    let exited = false;
    child.once('exit', () => {
      exited = true;
    });
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (!exited && Date.now() < deadline) {
      const found = readPidFile(place);
      if (found?.pid === child.pid && found?.ready && (await serves(place, port))) return found;
      await sleep(15);
    }
    if (!exited) child.kill('SIGINT');
    // Someone may have taken the port between the look and the start; anything else fails alike each time.
    if (attempt === 3 || (readPidFile(place) !== null && (await waitForOther(place)) !== null)) {
      throw new Error(`The embedded PostgreSQL did not start. The end of ${place.log} says why:\n${logEnd(place)}`);
    }
  }
}

function launch(place: Place, port: number): ChildProcess {
  const log = openSync(place.log, 'a', 0o600);
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: place.durable ? '60' : '200',
    shared_buffers: '64MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(place.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  try {
    // Its own process group: a Ctrl-C in the terminal is for us, and we end the server after the work is put down.
    const child = spawn(place.binaries.postgres, ['-D', place.data, ...flags], {
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
      ...place.account,
    });
    child.on('error', () => undefined);
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

function logEnd(place: Place): string {
  return existsSync(place.log) ? readFileSync(place.log, 'utf8').split('\n').slice(-12).join('\n') : '(no log)';
}

/** A port of loopback that nobody has: the wished one, else any. */
async function freePort(wished = 0): Promise<number> {
  const server = createServer();
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  await listen(wished).catch(() => listen(0));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1');
  return address.port;
}

/** The server that another process brings up in this moment, or null. */
export async function waitForOther(place: Place): Promise<Running | null> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const other = await attach(place).catch(() => null);
    if (other !== null) return other;
    await sleep(100);
  }
  return null;
}

/** A fast shutdown: running statements are broken off, what was committed is on disk. */
export async function stop(place: Place, pid: number): Promise<void> {
  if (readPidFile(place)?.pid !== pid || !isAlive(pid)) return;
  if (process.platform === 'win32') {
    await run(place.binaries.pgCtl, ['stop', '-D', place.data, '-m', 'fast', '-w']);
    return;
  }
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + 20_000;
  while (isAlive(pid)) {
    if (Date.now() > deadline) process.kill(pid, 'SIGQUIT');
    await sleep(15);
  }
}
