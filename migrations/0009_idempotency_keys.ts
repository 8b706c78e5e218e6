import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- The answer to a request that may be sent again. Without a response it is still being worked on, until locked_until.
    CREATE TABLE idempotency_keys (
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
      request_hash bytea NOT NULL CHECK (length(request_hash) = 32),
      response jsonb,
      status integer,
      created_at timestamptz NOT NULL DEFAULT now(),
      locked_until timestamptz NOT NULL,
      PRIMARY KEY (user_id, key),
      CHECK ((response IS NULL) = (status IS NULL))
    );
    CREATE INDEX idempotency_keys_created_at ON idempotency_keys (created_at);
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP TABLE idempotency_keys`.execute(db);
}
