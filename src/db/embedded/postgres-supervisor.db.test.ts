import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDb } from '../client';
import { isDatabaseDown } from '../connection/database-down';
import { type EmbeddedServer, openEmbeddedPostgres } from './embedded-postgres';
import { isAlive } from './postgres-place';

const SLOW = { timeout: 60_000 };
const NOBODY = 65_534;
let folder: string;
let holders: ChildProcess[];
let opened: EmbeddedServer | null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'monitors-supervised-'));
  chmodSync(folder, 0o755);
  holders = [];
  opened = null;
});
afterEach(async () => {
  for (const holder of holders) holder.kill('SIGKILL');
  await opened?.stop();
  if (existsSync(pidFile())) await expect.poll(() => isAlive(serverPid()), SLOW).toBe(false);
  rmSync(folder, { recursive: true, force: true });
});

const pidFile = () => join(folder, 'postgres', 'postmaster.pid');
const serverPid = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
const note = (holder: ChildProcess) => join(folder, 'postgres-users', String(holder.pid));

/** A process of its own that has opened the server. */
async function hold(account: { uid?: number; gid?: number } = {}): Promise<ChildProcess> {
  const tsx = resolve('node_modules/tsx/dist/loader.mjs');
  const options: SpawnOptions = {
    cwd: '/',
    env: {
      NODE_ENV: 'test',
      PATH: dirname(process.execPath),
      TSX_TSCONFIG_PATH: resolve('tsconfig.json'),
      TSX_DISABLE_CACHE: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...account,
  };
  const child = spawn(process.execPath, ['--import', tsx, resolve('src/test/embedded-holder.ts'), folder], options);
  holders.push(child);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await new Promise<void>((done, fail) => {
    child.stdout?.once('data', () => done());
    child.once('exit', () => fail(new Error(said)));
  });
  return child;
}

async function kill9(child: ChildProcess): Promise<void> {
  child.removeAllListeners('exit');
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await gone;
}

describe('a server that is killed under a live app', { timeout: 120_000 }, () => {
  it('is started again where it was; pools recover, and what is asked meanwhile fails as it should', async () => {
    const news: string[] = [];
    opened = await openEmbeddedPostgres({ dataDir: folder, supervise: (text) => news.push(text) });
    const { db } = createDb(opened.connectionString, { prepared: true });
    await sql`CREATE TABLE kept AS SELECT 42 AS answer`.execute(db);
    const ask = async () => (await sql<{ answer: number }>`SELECT answer FROM kept`.execute(db)).rows[0]?.answer;
    for (let round = 1; round <= 2; round += 1) {
      const killed = serverPid();
      process.kill(killed, 'SIGKILL');
      const failures: unknown[] = [];
      // Until the new one answers; whatever fails before must say what it is.
      const answer = async () => ask().catch((error: unknown) => void failures.push(error));
      await expect.poll(async () => (isAlive(killed) ? null : answer()), SLOW).toBe(42);
      expect(failures.filter((error) => !isDatabaseDown(error))).toEqual([]);
      expect(serverPid()).not.toBe(killed);
      await expect.poll(() => news.filter((text) => text.includes('is back')).length, SLOW).toBe(round);
    }
    await db.destroy();
  });

  it('is left alone once it was stopped here', async () => {
    opened = await openEmbeddedPostgres({ dataDir: folder, durable: false, supervise: () => undefined });
    const pid = serverPid();
    await opened.stop();
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(pidFile())).toBe(false);
  });
});

const accounts: [string, { uid?: number; gid?: number }][] = [['this account', {}]];
if (process.getuid?.() === 0) accounts.push(['an account that is not root', { uid: NOBODY, gid: NOBODY }]);

describe.skipIf(process.platform === 'win32').each(accounts)('the server of an app of %s', (_name, account) => {
  beforeEach(() => {
    if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  });

  it('ends when the app was killed', { timeout: 120_000 }, async () => {
    const app = await hold(account);
    const pid = serverPid();
    expect(isAlive(pid)).toBe(true);
    await kill9(app);
    await expect.poll(() => isAlive(pid), SLOW).toBe(false);
    expect(existsSync(note(app))).toBe(false);
  });

  it('stays while another app uses it, and ends with that one', { timeout: 120_000 }, async () => {
    const [first, second] = [await hold(account), await hold(account)];
    const pid = serverPid();
    await kill9(first);
    // The note is taken away right before the others are looked for.
    await expect.poll(() => existsSync(note(first)), SLOW).toBe(false);
    opened = await openEmbeddedPostgres({ dataDir: folder, durable: false });
    expect(opened.startedHere).toBe(false);
    expect(serverPid()).toBe(pid);
    opened = null;
    rmSync(join(folder, 'postgres-users', String(process.pid)));
    await kill9(second);
    await expect.poll(() => isAlive(pid), SLOW).toBe(false);
  });
});
