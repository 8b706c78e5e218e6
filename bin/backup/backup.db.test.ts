import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDb } from '@/db/client';
import { findSchemaState } from '@/db/migrate';
import { useDatabase } from '@/test/database';
import { databaseUrl, runOn } from '@/test/database-server';
import { insertMonitor, insertUser } from '@/test/factories';
import { listTables, withClient } from './catalog';
import { digestTable } from './copy';
import { readManifest } from './manifest';
import { restoreBackup } from './restore-backup';
import { writeBackup } from './write-backup';

const database = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'monitors-backup-'));
const backup = join(folder, 'first');
const made: string[] = [];

/** What COPY has to write with signs of its own, and what is no text at all. */
const HARD = 'a\tb\\N\nc \\. \u{1F600} "q" \r \u2028 Ünï';

async function fact(monitorId: string, extractedAt: Date, quote: string) {
  await database.db
    .insertInto('facts')
    .values({
      ...{ monitorId, extractedAt, quote, evaluationId: '00000000-0000-4000-8000-000000000000', outcome: 'value' },
      ...{ source: 'https://shop.example.org/', processingTime: 5, changeType: 'stable', confidence: 0.1 + 0.2 },
      ...{ crop: Buffer.from([0, 10, 92, 255]), cropMediaType: 'image/webp', reader: 'offline', look: 'full' },
      ...{ sentence: HARD, value: JSON.stringify({ type: 'string', string: HARD }) },
    })
    .execute();
}

beforeAll(async () => {
  const { id: userId } = await insertUser(database.db, { name: HARD });
  const monitor = await insertMonitor(database.db, { userId });
  // A month that no restored database would have by itself, and one that has no partition at all.
  await sql`CREATE TABLE facts_2024_02 PARTITION OF facts FOR VALUES FROM ('2024-02-01Z') TO ('2024-03-01Z')`.execute(
    database.db,
  );
  for (const at of ['2024-02-29T23:59:59.999Z', '2019-01-01T00:00:00Z', new Date().toISOString()])
    await fact(monitor.id, new Date(at), HARD);
  await sql`INSERT INTO audit_log (actor, action, person_id, subject_type, subject_id)
    VALUES ('system', 'person.admit', ${userId}, 'person', ${userId})`.execute(database.db);
  await writeBackup(database.connectionString, backup, (draft) => writeFileSync(join(draft, 'auth-secret'), 's'));
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  for (const name of made) await runOn(inject('databaseServer').connectionString, `DROP DATABASE ${name} WITH (FORCE)`);
});

async function emptyDatabase(): Promise<string> {
  const { connectionString: server } = inject('databaseServer');
  const name = `monitors_restore_${process.pid}_${made.length}`;
  await runOn(server, `CREATE DATABASE ${name}`);
  made.push(name);
  return databaseUrl(server, name);
}

const digestsOf = (connectionString: string) =>
  withClient(connectionString, async (client) => {
    const digests: Record<string, unknown> = {};
    for (const table of await listTables(client)) digests[table.name] = await digestTable(client, table);
    return digests;
  });

async function months(connectionString: string): Promise<unknown[]> {
  const { db } = createDb(connectionString, { max: 1 });
  const { rows } = await sql`SELECT tableoid::regclass::text AS month, extracted_at FROM facts ORDER BY 2`.execute(db);
  await db.destroy();
  return rows;
}

describe('a backup', { timeout: 60_000 }, () => {
  it('restored into an empty database is the same rows, in the same months, by checksum', async () => {
    const target = await emptyDatabase();
    await restoreBackup(target, backup);
    const before = await digestsOf(database.connectionString);
    expect(await digestsOf(target)).toEqual(before);
    expect(before).toMatchObject({
      users: { rows: 1 },
      monitors: { rows: 1 },
      facts: { rows: 3 },
      audit_log: { rows: 1 },
    });
    expect(await months(target)).toEqual(await months(database.connectionString));
    const { db } = createDb(target, { max: 1 });
    expect(await findSchemaState(db)).toEqual({ pending: [], unknown: [] });
    // What guards the tables is back: triggers fire, and parents are asked for.
    await expect(sql`DELETE FROM audit_log`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`DELETE FROM users`.execute(db)).resolves.toBeDefined();
    expect((await sql`SELECT 1 FROM monitors`.execute(db)).rows).toEqual([]);
    await db.destroy();
  });

  it('is of one moment, while the app goes on writing', async () => {
    const stop = new AbortController();
    const writing = (async () => {
      while (!stop.signal.aborted) {
        const { id: userId } = await insertUser(database.db);
        await insertMonitor(database.db, { userId });
        await sleep(1);
      }
    })();
    await sleep(50);
    const { tables } = await writeBackup(database.connectionString, join(folder, 'busy'));
    stop.abort();
    await writing;
    const rowsOf = (name: string) => tables.find((table) => table.name === name)?.rows;
    const target = await emptyDatabase();
    await restoreBackup(target, join(folder, 'busy'));
    const { db } = createDb(target, { max: 1 });
    const orphans = await sql`SELECT 1 FROM monitors m LEFT JOIN users u ON u.id = m.user_id WHERE u.id IS NULL`;
    expect((await orphans.execute(db)).rows).toEqual([]);
    await db.destroy();
    expect(rowsOf('users')).toBeGreaterThan(1);
    expect((rowsOf('users') ?? 0) - (rowsOf('monitors') ?? 0)).toBeOneOf([0, 1]);
  });

  it('is readable by its owner alone, and never written over another', async () => {
    expect(statSync(backup).mode & 0o777).toBe(0o700);
    const open = readdirSync(backup).filter((file) => (statSync(join(backup, file)).mode & 0o077) !== 0);
    expect(open.filter((file) => file !== 'auth-secret')).toEqual([]);
    await expect(writeBackup(database.connectionString, backup)).rejects.toThrow('is there already');
  });

  it('that could not be finished is not there', async () => {
    const broken = join(folder, 'broken');
    const full = () => {
      throw new Error('no space left');
    };
    await expect(writeBackup(database.connectionString, broken, full)).rejects.toThrow('no space left');
    expect([broken, `${broken}.part`].filter((path) => existsSync(path))).toEqual([]);
  });
});

describe('restoring refuses', { timeout: 60_000 }, () => {
  it('a database with people in it', async () => {
    await expect(restoreBackup(database.connectionString, backup)).rejects.toThrow('There are people in this database');
  });

  it('a folder that is no backup', async () => {
    await expect(restoreBackup(await emptyDatabase(), folder)).rejects.toThrow('holds no backup');
  });

  it('a backup of which one row was changed, before it touches the database; then the whole one goes in', async () => {
    const target = await emptyDatabase();
    const changed = join(folder, 'changed');
    await writeBackup(database.connectionString, changed);
    const file = join(changed, 'settings.copy.gz');
    writeFileSync(file, gzipSync('reader\t{}\t2026-01-01 00:00:00+00\t\\N\n'));
    await expect(restoreBackup(target, changed)).rejects.toThrow('table settings, 1 rows in place of');
    const { db } = createDb(target, { max: 1 });
    expect((await findSchemaState(db)).pending.length).toBeGreaterThan(0);
    await db.destroy();
    await restoreBackup(target, backup);
  });

  it('a manifest that would write SQL of its own', () => {
    const evil = mkdtempSync(join(folder, 'evil-'));
    const manifest = readManifest(backup);
    const months = [{ name: 'facts_2024_02', bound: "FOR VALUES FROM ('2024-02-01') TO (now()); DROP TABLE users" }];
    writeFileSync(join(evil, 'manifest.json'), JSON.stringify({ ...manifest, months }));
    expect(() => readManifest(evil)).toThrow('cannot be read');
  });

  it('a backup of a newer version', async () => {
    const newer = join(folder, 'newer');
    await writeBackup(database.connectionString, newer);
    const file = join(newer, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...manifest, migration: '9999_later' }));
    await expect(restoreBackup(await emptyDatabase(), newer)).rejects.toThrow('does not know the migration 9999_later');
  });
});
