import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbeddedPostgres } from '@/db/embedded/embedded-postgres';
import type { Env } from '@/env';

/** What signs sessions and links, and the sign-ins that npm start prints: without them people are signed out. */
const SECRETS = ['auth-secret', 'admin-password', 'member-password'];

/** The database of the settings, for as long as `use` takes: the given one, or the embedded one, running or not. */
export async function onDatabase<Result>(
  env: Env,
  use: (connectionString: string) => Promise<Result>,
): Promise<Result> {
  const given = env.MIGRATION_DATABASE_URL ?? env.DATABASE_URL;
  if (given !== undefined) return use(given);
  const server = await openEmbeddedPostgres({ dataDir: env.DATA_DIR });
  try {
    return await use(server.connectionString);
  } finally {
    await server.release();
  }
}

/** Copies the secrets that are there and not yet at the other place; nobody else may read them. */
export function copySecrets(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of SECRETS) {
    if (!existsSync(join(from, name)) || existsSync(join(to, name))) continue;
    copyFileSync(join(from, name), join(to, name));
    chmodSync(join(to, name), 0o600);
  }
}
