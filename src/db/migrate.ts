import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Kysely } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import { z } from 'zod';

const isStep = (step: unknown): step is Migration['up'] => typeof step === 'function';
const MigrationFile = z.object({ up: z.custom<Migration['up']>(isStep), down: z.custom<Migration['up']>(isStep) });

/** The migrations of a folder, by file name. */
export function migrationsIn(folder: string): MigrationProvider {
  return {
    async getMigrations() {
      const files = readdirSync(folder).filter((file) => /^\d{4}_\w+\.ts$/.test(file));
      const entries = files.map(async (file) => {
        const module: unknown = await import(/* @vite-ignore */ pathToFileURL(join(folder, file)).href);
        return [file.slice(0, -'.ts'.length), MigrationFile.parse(module)] as const;
      });
      return Object.fromEntries(await Promise.all(entries));
    },
  };
}

/**
 * Brings the schema up to date. Kysely holds an advisory lock meanwhile, so that two starts do it once.
 * @returns the names of the migrations that were applied.
 * @throws Error that names the migration that failed; what it did is rolled back.
 */
export async function migrateToLatest<DB>(db: Kysely<DB>, folder = resolve('migrations')): Promise<string[]> {
  const { error, results } = await new Migrator({ db, provider: migrationsIn(folder) }).migrateToLatest();
  if (error !== undefined) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName;
    throw new Error(`The database could not be brought up to date${failed ? `: migration ${failed} failed` : ''}`, {
      cause: error,
    });
  }
  return (results ?? []).map((result) => result.migrationName);
}
