import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { PreparingClient, StorableClient } from './connection/pg-clients';
import type { DB } from './types';

export interface DatabaseOptions {
  /** Most connections at once. */
  max?: number;
  /** How long a statement may run before the server breaks it off, in milliseconds. */
  statementTimeoutMs?: number;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
  /** Statements are planned once per connection; never behind a pooler (see PreparingClient). */
  prepared?: boolean;
  /** Told of a connection that broke while idle; the pool has already replaced it. */
  onIdleError?: (error: Error) => void;
}

export interface Database {
  db: Kysely<DB>;
  pool: pg.Pool;
}

/**
 * How the server's values come out: numeric as its decimal text, int8 as a number, date as "YYYY-MM-DD" (a calendar
 * day has no time zone), timestamptz as Date, the rest as pg does it.
 */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === pg.types.builtins.INT8) return parseInt8;
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  },
};

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`A count of the database is too large for a number: ${text}`);
  return value;
}

/**
 * A pool of connections and Kysely over it, camelCase outside, snake_case in SQL. Nothing is connected until the first
 * query; `db.destroy()` ends the pool.
 */
export function createDb(connectionString: string, options: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString,
    types,
    Client: options.prepared ? PreparingClient : StorableClient,
    max: options.max ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: options.applicationName ?? 'monitors',
  });
  // Without a listener a connection that breaks while idle (a restarted server) would end the process.
  pool.on('error', options.onIdleError ?? (() => undefined));
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return { db, pool };
}
