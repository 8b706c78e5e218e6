import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { PreparingClient, StorableClient } from './connection/pg-clients';
import { queryName } from './connection/query-name';
import type { DB } from './types';

/** A statement as it is counted. */
export interface CarriedOut {
  name: string;
  ms: number;
  failed: boolean;
}

export interface DatabaseOptions {
  /** Most connections at once. */
  max?: number;
  /** How long a statement may run before the server breaks it off, in milliseconds. */
  statementTimeoutMs?: number;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
  /** Statements are planned once per connection; never behind a pooler (see PreparingClient). */
  prepared?: boolean;
  /** Told of each statement that was carried out. */
  onQuery?: (query: CarriedOut) => void;
  /**
   * Whether a pooler shares the connections by transaction. PgBouncer refuses a connection that asks for time limits as
   * it opens; they are kept on this side then, and idle transactions by the server's own setting.
   */
  pooled?: boolean;
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

function timeLimits(statementMs: number, pooled: boolean): pg.PoolConfig {
  if (pooled) return { query_timeout: statementMs };
  return { statement_timeout: statementMs, idle_in_transaction_session_timeout: 60_000 };
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
    ...timeLimits(options.statementTimeoutMs ?? 30_000, options.pooled ?? false),
    application_name: options.applicationName ?? 'monitors',
  });
  // Without a listener a connection that breaks while idle (a restarted server) would end the process.
  pool.on('error', options.onIdleError ?? (() => undefined));
  const { onQuery } = options;
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    ...(onQuery
      ? {
          log: ({ level, query, queryDurationMillis: ms }) =>
            onQuery({ name: queryName(query.sql), ms, failed: level === 'error' }),
        }
      : {}),
  });
  return { db, pool };
}
