import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    ALTER TABLE email_notifications
      -- Whose lease it is: a sender that has lost it knows another one.
      ADD COLUMN lease_token uuid,
      -- Since when every try has failed for a reason that may pass; null before the first.
      ADD COLUMN failing_since timestamptz;

    -- An outside service that refuses us altogether, until it takes something from us again.
    CREATE TABLE service_faults (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      service text NOT NULL CHECK (service IN ('mail')),
      -- What it answered, without anything of a person.
      detail text NOT NULL CHECK (length(detail) BETWEEN 1 AND 500),
      began_at timestamptz NOT NULL,
      last_seen_at timestamptz NOT NULL,
      -- When one request may try it again.
      next_probe_at timestamptz NOT NULL,
      ended_at timestamptz
    );
    CREATE UNIQUE INDEX service_faults_open ON service_faults (service) WHERE ended_at IS NULL;
    CREATE INDEX service_faults_began_at ON service_faults (began_at);
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    DROP TABLE service_faults;
    ALTER TABLE email_notifications DROP COLUMN failing_since, DROP COLUMN lease_token;
  `.execute(db);
}
