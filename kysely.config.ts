import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { PostgresDialect } from 'kysely';
import { defineConfig } from 'kysely-ctl';
import pg from 'pg';
import { openEmbeddedPostgres } from '@/db/embedded/embedded-postgres';
import { migrationsIn } from './src/db/migrate';

if (existsSync('.env')) process.loadEnvFile('.env');

/** The pool of DATABASE_URL, or of the embedded server, which is ended with the pool if nobody else uses it. */
async function openPool(): Promise<pg.Pool> {
  const given = process.env.MIGRATION_DATABASE_URL || process.env.DATABASE_URL;
  if (given) return new pg.Pool({ connectionString: given });
  const server = await openEmbeddedPostgres({ dataDir: resolve(process.env.DATA_DIR || '.data') });
  const pool = new pg.Pool({ connectionString: server.connectionString });
  const end = pool.end.bind(pool);
  return Object.assign(pool, {
    end: async () => {
      await end();
      await server.release();
    },
  });
}

export default defineConfig({
  dialect: new PostgresDialect({ pool: openPool }),
  migrations: { provider: migrationsIn(resolve('migrations')), getMigrationPrefix: nextNumber },
});

function nextNumber(): string {
  throw new Error('Write migrations by hand as migrations/NNNN_name.ts, counting up: they export up and down.');
}
