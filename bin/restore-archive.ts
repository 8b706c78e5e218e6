// npm run restore:archive -- 2025-10 [--from <folder>] [--missing]: brings a month back that was archived and dropped.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { folderPlace } from '@/archive/folder-place';
import { openArchivePlace } from '@/archive/open-place';
import { createDb } from '@/db/client';
import { Month } from '@/domain/month';
import { readEnv } from '@/env';
import { archiveSettings } from '@/flows/real-deps';
import { restoreMonth } from '@/flows/upkeep/retention/restore-month';
import { onDatabase } from './backup/place';

const USAGE = 'Say which month: npm run restore:archive -- 2025-10 [--from <folder of archives>] [--missing]';

if (existsSync('.env')) process.loadEnvFile('.env');
const env = readEnv({ ...process.env, NODE_ENV: 'development' });
const { values, positionals } = readArguments();
const month = Month.safeParse(positionals[0]);
const settings = archiveSettings(env);
if (!month.success || positionals.length > 1) end(USAGE);
const place = values.from !== undefined ? folderPlace(values.from) : settings && openArchivePlace(settings);
if (place === undefined)
  end('The settings name no place of archives (ARCHIVE_DIR, ARCHIVE_S3_BUCKET). Say --from <folder>.');

try {
  await onDatabase(env, async (connectionString) => {
    const { db } = createDb(connectionString, { max: 2, applicationName: 'monitors-restore-archive' });
    const asked = { month: month.data, missing: values.missing };
    const { tables, heldUntil } = await restoreMonth({ db, now: () => new Date() }, place, asked).finally(() =>
      db.destroy(),
    );
    for (const { name, rows, withoutMonitor } of tables) {
      const out = withoutMonitor > 0 ? `; ${withoutMonitor} stay out, since their monitors are gone` : '';
      console.log(`${rows} rows of ${name} are back, the same by checksum${out}.`);
    }
    console.log(`They stay until ${heldUntil.toISOString().slice(0, 10)}, and leave again then.`);
  });
} catch (error) {
  end(error instanceof Error ? error.message : String(error), 1);
}

function readArguments() {
  const options = { from: { type: 'string' }, missing: { type: 'boolean', default: false } } as const;
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch {
    return end(USAGE);
  }
}

function end(message: string, code = 2): never {
  console.error(message);
  process.exit(code);
}
