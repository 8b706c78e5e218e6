import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDb } from '@/db/client';
import { openEmbeddedPostgres } from '@/db/embedded/embedded-postgres';
import { serverAccount } from '@/db/embedded/postgres-account';
import { heal } from '@/db/embedded/postgres-binaries';
import { migrateToLatest } from '@/db/migrate';
import { databaseUrl, runOn } from '@/test/database-server';
import { insertMonitor } from '@/test/factories';
import { checkPort } from '../start/port';
import { listTables, withClient } from './catalog';
import { digestTable } from './copy';
import { restoreBackup } from './restore-backup';
import { writeBackup } from './write-backup';

/** The npm package of an older major version, made for this machine; `.ci/run` gets one. */
const OLD = process.env.TEST_OLD_POSTGRES ?? '';
const program = (name: string) => join(OLD, 'native', 'bin', name);
const account = serverAccount();
let dataDir: string;

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'monitors-old-postgres-'));
  if (account) chownSync(dataDir, account.uid, account.gid);
  if (OLD === '') return;
  heal(OLD);
  const login = ['--username=monitors', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  execFileSync(program('initdb'), ['-D', join(dataDir, 'postgres'), ...login], { cwd: '/', ...account });
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function onOldServer(use: (connectionString: string) => Promise<void>): Promise<void> {
  const port = await checkPort(0, '127.0.0.1');
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', `port=${port}`];
  const flags = settings.flatMap((setting) => ['-c', setting]);
  const server = spawn(program('postgres'), ['-D', join(dataDir, 'postgres'), ...flags], {
    ...{ cwd: '/', stdio: 'ignore', ...account },
  });
  const ended = new Promise((done) => server.once('exit', done));
  try {
    const address = `postgresql://monitors@127.0.0.1:${port}/postgres`;
    await expect.poll(() => runOn(address, 'SELECT 1').then(() => 'up', String), { timeout: 20_000 }).toBe('up');
    await runOn(address, 'CREATE DATABASE monitors');
    await use(databaseUrl(address, 'monitors'));
  } finally {
    server.kill('SIGINT');
    await ended;
  }
}

const digestsOf = (connectionString: string) =>
  withClient(connectionString, async (client) => {
    const digests: Record<string, unknown> = {};
    for (const table of await listTables(client)) digests[table.name] = await digestTable(client, table);
    return digests;
  });

describe.skipIf(OLD === '')('the data of an older major version', { timeout: 120_000 }, () => {
  const restored = `monitors_upgraded_${process.pid}`;

  it('goes into this one by backup and restore, the same by checksum', async () => {
    const { connectionString: server } = inject('databaseServer');
    const folder = join(dataDir, 'backup');
    await onOldServer(async (old) => {
      const { db } = createDb(old, { max: 2 });
      await migrateToLatest(db);
      for (let made = 0; made < 20; made += 1) await insertMonitor(db);
      await db.destroy();
      const { server: version } = await writeBackup(old, folder);
      await runOn(server, `CREATE DATABASE ${restored}`);
      await restoreBackup(databaseUrl(server, restored), folder);
      const before = await digestsOf(old);
      expect(before).toMatchObject({ users: { rows: 20 }, monitors: { rows: 20 } });
      expect(await digestsOf(databaseUrl(server, restored))).toEqual(before);
      expect(Number.parseInt(version, 10)).toBeLessThan(18);
    });
    await runOn(server, `DROP DATABASE ${restored}`);
  });

  it('is not touched by this one, which says what to do', async () => {
    const opened = openEmbeddedPostgres({ dataDir });
    await expect(opened).rejects.toThrow(/is of PostgreSQL \d+, and this version brings 18\. .*npm run backup/);
  });
});
