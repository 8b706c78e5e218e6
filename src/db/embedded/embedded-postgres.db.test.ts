import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openEmbeddedPostgres } from './embedded-postgres';
import { canEnter, serverAccount, serverPlace } from './postgres-account';
import { isAlive } from './postgres-place';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'monitors-embedded-'));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = (database?: string) =>
  openEmbeddedPostgres({ dataDir: folder, durable: false, ...(database ? { database } : {}) });

const serverPid = () => Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

async function ask(connectionString: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(text);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}

// initdb three times at once takes its time on a small, busy machine.
describe('the embedded server', { timeout: 120_000 }, () => {
  afterEach(async () => {
    const server = await open();
    await server.stop();
  });

  test('three that start at once end up on one server, and one of them has started it', async () => {
    const servers = await Promise.all([open(), open(), open()]);
    expect(new Set(servers.map((server) => server.connectionString)).size).toBe(1);
    expect(servers.filter((server) => server.startedHere)).toHaveLength(1);
    expect(await ask(servers[0].connectionString, 'SELECT 1 AS answer')).toBe(1);
  });

  test('keeps what was committed over a stop, and in UTC with UTF-8', async () => {
    const first = await open();
    await ask(first.connectionString, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const pid = serverPid();
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    const second = await open();
    expect(second.startedHere).toBe(true);
    expect(await ask(second.connectionString, 'SELECT answer FROM kept')).toBe(42);
    expect(await ask(second.connectionString, "SELECT current_setting('timezone') AS answer")).toBe('UTC');
    expect(await ask(second.connectionString, 'SELECT getdatabaseencoding() AS answer')).toBe('UTF8');
  });

  test('comes back after a kill -9 that left its pid file behind', async () => {
    const first = await openEmbeddedPostgres({ dataDir: folder });
    await ask(first.connectionString, 'CREATE TABLE survived AS SELECT 7 AS answer');
    const pid = serverPid();
    process.kill(pid, 'SIGKILL');
    while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(true);
    const second = await open();
    expect(await ask(second.connectionString, 'SELECT count(*)::int AS answer FROM survived')).toBe(1);
  });

  test('a pid file whose number some other program has got since stops nothing', async () => {
    const first = await open();
    await first.stop();
    const lines = [process.pid, join(folder, 'postgres'), 1, 1, '', '127.0.0.1', '', 'ready', ''];
    const file = join(folder, 'postgres', 'postmaster.pid');
    writeFileSync(file, lines.join('\n'));
    const account = serverAccount();
    if (account) chownSync(file, account.uid, account.gid);
    const second = await open();
    expect(second.startedHere).toBe(true);
    expect(serverPid()).not.toBe(process.pid);
  });

  test('who attached does not end it, nor who started it while somebody is connected', async () => {
    const [starter, guest] = [await open(), await open('other')];
    const pid = serverPid();
    await guest.release();
    expect(isAlive(pid)).toBe(true);
    const client = new pg.Client({ connectionString: guest.connectionString });
    client.on('error', () => undefined);
    await client.connect();
    await starter.release();
    expect(isAlive(pid)).toBe(true);
    await client.end();
    await starter.release();
    expect(isAlive(pid)).toBe(false);
  });

  test('asks everyone on the machine for the password, which only its owner can read', async () => {
    const { connectionString } = await open();
    const stranger = new URL(connectionString);
    stranger.password = 'guess';
    await expect(ask(stranger.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(folder, 'postgres-password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700);
  });
});

describe.runIf(process.getuid?.() === 0)('as root', () => {
  test('the server runs under another account', async () => {
    const server = await open();
    const uid = /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${serverPid()}/status`, 'utf8'))?.[1];
    expect(Number(uid)).toBe(serverAccount()?.uid);
    expect(Number(uid)).toBeGreaterThan(0);
    await server.stop();
  });

  test('files go outside a private folder, which says where', () => {
    const home = join(folder, 'private');
    mkdirSync(home, { mode: 0o700 });
    const account = serverAccount();
    const dataDir = join(home, '.data');
    const place = serverPlace(dataDir, account);
    expect(place.startsWith(home)).toBe(false);
    expect(account && canEnter(place, account)).toBe(true);
    expect(readFileSync(join(dataDir, 'database-place'), 'utf8').trim()).toBe(place);
    expect(serverPlace(dataDir, account)).toBe(place);
    rmSync(place, { recursive: true });
  });
});
