import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { listMonths, listTables, withClient } from './catalog';
import { writeTable } from './copy';
import { fileOf, MANIFEST, type Manifest, type TableInBackup } from './manifest';

/**
 * Writes every row into a folder that must not exist yet: as of one moment, while the app goes on. The folder is there
 * when it is whole.
 * @param more writes what belongs to the backup beside the rows, into the folder.
 */
export async function writeBackup(
  connectionString: string,
  folder: string,
  more: (folder: string) => void = () => undefined,
): Promise<Manifest> {
  if (existsSync(folder)) throw new Error(`${folder} is there already. A backup is never written over another.`);
  const draft = `${folder}.part`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  try {
    const manifest = await withClient(connectionString, (client) => writeRows(client, draft));
    more(draft);
    // Last: without it the folder is no backup.
    writeFileSync(join(draft, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, folder);
    return manifest;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

async function writeRows(client: pg.Client, folder: string): Promise<Manifest> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const tables: TableInBackup[] = [];
  for (const table of await listTables(client)) {
    tables.push({ ...table, ...(await writeTable(client, table, fileOf(folder, table.name))) });
  }
  const { rows: last } = await client.query<{ name: string }>('SELECT max(name) AS name FROM kysely_migration');
  const { rows: server } = await client.query<{ server_version: string }>('SHOW server_version');
  const months = await listMonths(client);
  await client.query('COMMIT');
  return {
    format: 1,
    madeAt: new Date().toISOString(),
    server: server[0]?.server_version ?? '',
    migration: last[0]?.name ?? '',
    months,
    tables,
  };
}
