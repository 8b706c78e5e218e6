import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE TABLE users (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      email text NOT NULL CHECK (length(email) BETWEEN 3 AND 320),
      name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
      password_hash text,
      google_id text UNIQUE,
      role text NOT NULL DEFAULT 'member' CHECK (role IN ('member', 'admin')),
      is_beta_user boolean NOT NULL DEFAULT false,
      email_verified_at timestamptz,
      time_zone text NOT NULL DEFAULT 'UTC',
      locale text NOT NULL DEFAULT 'en',
      suspended_at timestamptz,
      suspended_reason text,
      deletion_requested_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      last_login_at timestamptz
    );
    -- One account per address, however it is written.
    CREATE UNIQUE INDEX users_email_key ON users (lower(email));
    CREATE INDEX users_created_at ON users (created_at DESC, id);
    CREATE INDEX users_deletion_requested_at ON users (deletion_requested_at) WHERE deletion_requested_at IS NOT NULL;

    CREATE TABLE sessions (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      created_at timestamptz NOT NULL DEFAULT now(),
      last_seen_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      revoked_at timestamptz,
      user_agent text,
      ip text,
      CHECK (expires_at > created_at)
    );
    CREATE INDEX sessions_user_id ON sessions (user_id, last_seen_at DESC);
    CREATE INDEX sessions_expires_at ON sessions (expires_at);

    CREATE TABLE beta_whitelist (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      email text NOT NULL CHECK (length(email) BETWEEN 3 AND 320),
      added_at timestamptz NOT NULL DEFAULT now(),
      added_by uuid REFERENCES users ON DELETE SET NULL,
      is_active boolean NOT NULL DEFAULT true
    );
    CREATE UNIQUE INDEX beta_whitelist_email_key ON beta_whitelist (lower(email));
    CREATE INDEX beta_whitelist_added_by ON beta_whitelist (added_by) WHERE added_by IS NOT NULL;

    -- What an admin sets while the app runs; the environment holds the rest.
    CREATE TABLE settings (
      key text PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 100),
      value jsonb NOT NULL,
      updated_at timestamptz NOT NULL DEFAULT now(),
      updated_by uuid REFERENCES users ON DELETE SET NULL
    );
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP TABLE settings, beta_whitelist, sessions, users`.execute(db);
}
