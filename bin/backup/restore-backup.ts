import pg from 'pg';
import { createDb } from '@/db/client';
import { migrateTo } from '@/db/migrate';
import { listMonths, listTables, withClient } from './catalog';
import { digestFile, digestTable, loadTable } from './copy';
import { fileOf, type Manifest, readManifest, type TableInBackup } from './manifest';

/**
 * Puts a backup into a database that holds nobody yet, and compares every table with it by checksum. All rows come in
 * one transaction: they are there, or none is, and it can be tried again.
 * @throws Error in plain words: a file that was changed, a database with people in it, a role that may not.
 */
export async function restoreBackup(connectionString: string, folder: string): Promise<Manifest> {
  const manifest = readManifest(folder);
  for (const table of manifest.tables) {
    assertSame(table, await digestFile(fileOf(folder, table.name)), 'Its file is not the one that was written');
  }
  await withClient(connectionString, assertEmpty);
  const { db } = createDb(connectionString, { max: 1, statementTimeoutMs: 0, applicationName: 'monitors-restore' });
  try {
    await migrateTo(db, manifest.migration);
  } finally {
    await db.destroy();
  }
  await withClient(connectionString, async (client) => {
    await loadAll(client, manifest, folder);
    for (const table of manifest.tables) {
      assertSame(table, await digestTable(client, table), 'The database does not hold what the backup does');
    }
  });
  return manifest;
}

function assertSame(table: TableInBackup, found: { rows: number; sha256: string }, what: string): void {
  if (table.rows === found.rows && table.sha256 === found.sha256) return;
  throw new Error(`${what}: table ${table.name}, ${found.rows} rows in place of ${table.rows}.`);
}

async function assertEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('public.users') IS NOT NULL AS there`);
  if (rows[0]?.there !== true) return;
  const people = await client.query('SELECT 1 FROM users LIMIT 1');
  if (people.rows.length > 0) {
    throw new Error('There are people in this database. A backup is restored into an empty one only (docs/backup.md).');
  }
}

async function loadAll(client: pg.Client, { tables, months }: Manifest, folder: string): Promise<void> {
  const here = await listTables(client);
  const lost = tables.filter(({ name }) => !here.some((table) => table.name === name));
  if (lost.length > 0) throw new Error(`This version has no table ${lost[0]?.name}, which the backup has.`);
  await client.query('BEGIN');
  // Rows come as they were: nothing is to happen because of them, and parents may come after children.
  await client.query('SET LOCAL session_replication_role = replica').catch(() => {
    throw new Error('This role may not restore. Use one that is a superuser, or pg_restore (docs/backup.md).');
  });
  const known = new Set((await listMonths(client)).map(({ name }) => name));
  for (const { name, bound } of months.filter((month) => !known.has(month.name))) {
    await client.query(`CREATE TABLE ${pg.escapeIdentifier(name)} PARTITION OF facts ${bound}`);
  }
  for (const { name } of here) await emptyOfDefaults(client, name);
  for (const table of tables) await loadTable(client, table, fileOf(folder, table.name));
  await client.query('COMMIT');
}

/** What migrations put into an empty database is in the backup too. The audit is never emptied, and begins empty. */
async function emptyOfDefaults(client: pg.Client, name: string): Promise<void> {
  const table = pg.escapeIdentifier(name);
  const { rows } = await client.query(`SELECT 1 FROM ${table} LIMIT 1`);
  if (rows.length > 0) await client.query(`DELETE FROM ${table}`);
}
