// npm run release: brings DATABASE_URL to what this version needs, once, before its pages and workers start.
import { existsSync } from 'node:fs';
import { readEnv } from '@/env';
import { releaseDatabase } from './start/release';

if (existsSync('.env')) process.loadEnvFile('.env');
// Only the database is touched: secrets of the running app need not be at hand here.
const env = readEnv({ ...process.env, NODE_ENV: 'development' });
const { DATABASE_URL } = env;
if (DATABASE_URL === undefined) {
  console.error('Set DATABASE_URL to the database to bring up to date. The embedded one is, at each npm start.');
  process.exit(1);
}
try {
  const applied = await releaseDatabase({ ...env, DATABASE_URL });
  console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}.` : 'The database is up to date.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof Error && error.cause instanceof Error) console.error(error.cause.message);
  process.exit(1);
}
