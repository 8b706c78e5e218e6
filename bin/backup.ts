// npm run backup -- <folder>: every row of the database of the settings into a new folder, while the app may go on.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readEnv } from '@/env';
import { copySecrets, onDatabase } from './backup/place';
import { writeBackup } from './backup/write-backup';

if (existsSync('.env')) process.loadEnvFile('.env');
const env = readEnv({ ...process.env, NODE_ENV: 'development' });
const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined || rest.length > 0) {
  console.error('Say where to: npm run backup -- backups/2026-11-30');
  process.exit(2);
}
const embedded = env.DATABASE_URL === undefined;
try {
  const more = (draft: string) => (embedded ? copySecrets(env.DATA_DIR, draft) : undefined);
  const { tables } = await onDatabase(env, (database) => writeBackup(database, resolve(folder), more));
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `${rows} rows of ${tables.length} tables are in ${folder}. It holds people's data: keep it as you keep that.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
