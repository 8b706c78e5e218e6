import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { createEvaluationQueue } from '@/queue/evaluation-queue';
import { useDatabase } from '@/test/database';
import { databaseUrl, runOn } from '@/test/database-server';
import { insertMonitor } from '@/test/factories';
import { listTables, withClient } from './catalog';
import { digestTable } from './copy';

const database = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'monitors-pg-dump-'));
const restored = `monitors_pg_restored_${process.pid}`;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The major version of this machine's pg_dump; 0 where there is none. */
function majorOfPgDump(): number {
  try {
    const said = execFileSync('pg_dump', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return Number(/\) (\d+)/.exec(said)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

async function digestsOf(connectionString: string) {
  return withClient(connectionString, async (client) => {
    const digests: Record<string, unknown> = {};
    for (const table of await listTables(client)) digests[table.name] = await digestTable(client, table);
    return digests;
  });
}

describe('pg_dump and pg_restore, as docs/backup.md has them', () => {
  it('bring back the same rows, by checksum, and the queue', async ({ skip }) => {
    const { rows } = await sql<{ major: number }>`
      SELECT current_setting('server_version_num')::int / 10000 AS major`.execute(database.db);
    // It refuses servers that are newer than itself, as the embedded one mostly is.
    if (majorOfPgDump() < (rows[0]?.major ?? 99)) skip();
    for (let made = 0; made < 20; made += 1) await insertMonitor(database.db);
    const { connectionString } = database;
    const queue = createEvaluationQueue({
      connectionString,
      expireSeconds: 60,
      resident: false,
      onError: () => undefined,
    });
    await queue.start();
    await queue.stop();
    const file = join(folder, 'monitors.dump');
    execFileSync('pg_dump', ['--format=custom', `--file=${file}`, connectionString]);
    const { connectionString: server } = inject('databaseServer');
    await runOn(server, `CREATE DATABASE ${restored}`);
    try {
      const target = databaseUrl(server, restored);
      execFileSync('pg_restore', ['--exit-on-error', '--no-owner', `--dbname=${target}`, file]);
      const before = await digestsOf(connectionString);
      expect(before).toMatchObject({ users: { rows: 20 }, monitors: { rows: 20 } });
      expect(await digestsOf(target)).toEqual(before);
      await runOn(target, 'SELECT 1 FROM pgboss.queue');
    } finally {
      await runOn(server, `DROP DATABASE ${restored} WITH (FORCE)`);
    }
  });
});
