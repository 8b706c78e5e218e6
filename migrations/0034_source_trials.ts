import { type Kysely, sql } from 'kysely';

/** How the ways to sources did when they were last tried by ourselves, once a UTC day for all processes. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE TABLE source_trials (
      day date PRIMARY KEY,
      -- Whoever has this token until then tries them; if it dies, another one does.
      token uuid NOT NULL,
      lease_until timestamptz NOT NULL,
      ended_at timestamptz,
      results jsonb,
      CHECK ((ended_at IS NULL) = (results IS NULL))
    );
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP TABLE source_trials`.execute(db);
}
