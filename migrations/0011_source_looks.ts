import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- How each look at a source ended, for its health over 7 days; older rows are deleted when new ones come. Of hosts
    -- only: who asked, and which page, is not kept here.
    CREATE TABLE source_looks (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      at timestamptz NOT NULL DEFAULT now(),
      host text NOT NULL CHECK (length(host) BETWEEN 1 AND 255),
      look text NOT NULL CHECK (look IN ('full', 'cheap')),
      -- Null: the page came.
      failure text CHECK (failure IN ('unavailable', 'not_found', 'blocked', 'login_required', 'empty')),
      took_ms integer NOT NULL CHECK (took_ms >= 0)
    );
    CREATE INDEX source_looks_host ON source_looks (host, at DESC);
    CREATE INDEX source_looks_at ON source_looks (at);
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP TABLE source_looks`.execute(db);
}
