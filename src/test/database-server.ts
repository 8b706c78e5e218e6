import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { createDb } from '@/db/client';
import { type EmbeddedServer, openEmbeddedPostgres } from '@/db/embedded/embedded-postgres';
import { isAlive } from '@/db/embedded/postgres-place';
import { migrateToLatest } from '@/db/migrate';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: { connectionString: string; template: string };
  }
}

const FOLDER = 'monitors-test-postgres-';
const template = `monitors_template_${process.pid}`;

/**
 * Vitest's global set-up: one server for the run (TEST_DATABASE_URL, or the embedded one without durability), with the
 * migrated schema as the template that each test file copies.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  sweepLeftovers();
  const folder = join(tmpdir(), `${FOLDER}${process.pid}`);
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? null : await openEmbeddedPostgres({ dataDir: folder, durable: false });
  const connectionString = given ?? (server as EmbeddedServer).connectionString;
  await runOn(connectionString, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`, `CREATE DATABASE ${template}`);
  const { db } = createDb(databaseUrl(connectionString, template));
  await migrateToLatest(db);
  await db.destroy();
  project.provide('databaseServer', { connectionString, template });
  return async () => {
    if (server === null) await runOn(connectionString, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** A run that was killed could not clean up: its server is ended and its folder removed by the next one. */
function sweepLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(FOLDER))) {
    if (isAlive(Number(name.slice(FOLDER.length)))) continue;
    // A server whose folder is gone ends by itself within a minute (it looks for its pid file).
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

export function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

export async function runOn(connectionString: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
