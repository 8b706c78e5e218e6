import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- How often something was tried, where no Redis counts it. Unlogged: a crash may forget it, and writes stay cheap.
    CREATE UNLOGGED TABLE rate_windows (
      key text PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
      -- Number of the window since 1970, and how many were let through in it and in the one before.
      bucket bigint NOT NULL,
      current integer NOT NULL,
      previous integer NOT NULL,
      -- Whether the last one was let through.
      allowed boolean NOT NULL,
      expires_at timestamptz NOT NULL
    ) WITH (fillfactor = 70);
    CREATE INDEX rate_windows_expires_at ON rate_windows (expires_at);
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP TABLE rate_windows`.execute(db);
}
