// npm run restore -- <folder>: a backup into the empty database of the settings, compared by checksum.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readEnv } from '@/env';
import { copySecrets, onDatabase } from './backup/place';
import { restoreBackup } from './backup/restore-backup';

if (existsSync('.env')) process.loadEnvFile('.env');
const env = readEnv({ ...process.env, NODE_ENV: 'development' });
const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined || rest.length > 0) {
  console.error('Say which: npm run restore -- backups/2026-11-30');
  process.exit(2);
}
try {
  const { tables, madeAt } = await onDatabase(env, (database) => restoreBackup(database, resolve(folder)));
  if (env.DATABASE_URL === undefined) copySecrets(resolve(folder), env.DATA_DIR);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`${rows} rows of ${tables.length} tables are as they were at ${madeAt}; every table by its checksum.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
