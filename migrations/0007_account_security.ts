import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- Links that are mailed to prove who someone is. Only a hash is kept: who reads this table can follow no link.
    CREATE TABLE mailed_links (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      purpose text NOT NULL CHECK (purpose IN ('verify_email', 'reset_password', 'change_email_old',
        'change_email_new', 'link_google')),
      secret_hash bytea NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
      -- The address that the link confirms, or moves the account to.
      email text NOT NULL CHECK (length(email) BETWEEN 3 AND 320),
      google_id text,
      -- The two links of one change of address belong together.
      change_id uuid,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
      used_at timestamptz,
      CHECK ((purpose = 'link_google') = (google_id IS NOT NULL)),
      CHECK ((purpose IN ('change_email_old', 'change_email_new')) = (change_id IS NOT NULL))
    );
    CREATE INDEX mailed_links_user_id ON mailed_links (user_id, purpose, created_at DESC);
    CREATE INDEX mailed_links_change_id ON mailed_links (change_id) WHERE change_id IS NOT NULL;
    CREATE INDEX mailed_links_expires_at ON mailed_links (expires_at);

    -- Keys of a person for programs. Shown once, then only their hash is known.
    CREATE TABLE api_tokens (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
      token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
      -- The last characters, by which a person knows it again.
      hint text NOT NULL,
      scopes text[] NOT NULL CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['read', 'refresh', 'write']),
      created_at timestamptz NOT NULL,
      last_used_at timestamptz,
      revoked_at timestamptz
    );
    CREATE INDEX api_tokens_user_id ON api_tokens (user_id, created_at DESC);

    -- A person's own data as a zip file, made in the background and kept for a day.
    CREATE TABLE data_exports (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed')),
      progress integer NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
      attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
      lease_expires_at timestamptz,
      requested_at timestamptz NOT NULL,
      finished_at timestamptz,
      expires_at timestamptz,
      bytes bytea,
      size integer,
      CHECK ((state = 'done') = (bytes IS NOT NULL)),
      CHECK ((state = 'done') = (expires_at IS NOT NULL))
    );
    -- One at a time, also when two requests race.
    CREATE UNIQUE INDEX data_exports_live ON data_exports (user_id) WHERE state IN ('queued', 'running');
    CREATE INDEX data_exports_user_id ON data_exports (user_id, requested_at DESC);
    CREATE INDEX data_exports_expires_at ON data_exports (expires_at) WHERE expires_at IS NOT NULL;
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP TABLE data_exports, api_tokens, mailed_links`.execute(db);
}
