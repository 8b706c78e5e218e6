import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Kysely, sql } from 'kysely';
import {
  DEFAULT_MIGRATION_TABLE as MIGRATIONS,
  type Migration,
  type MigrationProvider,
  type MigrationResultSet,
  Migrator,
} from 'kysely/migration';
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
  return applied(await new Migrator({ db, provider: migrationsIn(folder) }).migrateToLatest());
}

/** Brings the schema to one migration and no further, as it was when a backup was made. */
export async function migrateTo<DB>(db: Kysely<DB>, name: string, folder = resolve('migrations')): Promise<string[]> {
  const provider = migrationsIn(folder);
  if (!(name in (await provider.getMigrations()))) {
    throw new Error(`This version does not know the migration ${name}: a newer one is needed.`);
  }
  return applied(await new Migrator({ db, provider }).migrateTo(name));
}

function applied({ error, results }: MigrationResultSet): string[] {
  if (error !== undefined) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName;
    throw new Error(`The database could not be brought up to date${failed ? `: migration ${failed} failed` : ''}`, {
      cause: error,
    });
  }
  return (results ?? []).map((result) => result.migrationName);
}

export interface SchemaState {
  /** Migrations of this version that the database does not have yet. */
  pending: string[];
  /** Migrations that the database has and this version does not know: a newer one was here. */
  unknown: string[];
}

/** How far the database is, seen from this version. Changes nothing. */
export async function findSchemaState<DB>(db: Kysely<DB>, folder = resolve('migrations')): Promise<SchemaState> {
  const known = Object.keys(await migrationsIn(folder).getMigrations()).sort();
  const there = new Set(await appliedMigrations(db));
  return {
    pending: known.filter((name) => !there.has(name)),
    unknown: [...there].filter((name) => !known.includes(name)).sort(),
  };
}

async function appliedMigrations<DB>(db: Kysely<DB>): Promise<string[]> {
  const { rows } = await sql<{ found: boolean }>`SELECT to_regclass(${MIGRATIONS}) IS NOT NULL AS found`.execute(db);
  if (rows[0]?.found !== true) return [];
  const found = await sql<{ name: string }>`SELECT name FROM ${sql.table(MIGRATIONS)}`.execute(db);
  return found.rows.map(({ name }) => name);
}
