import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE TABLE monitors (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
      prompt text NOT NULL CHECK (length(prompt) BETWEEN 10 AND 500),
      type text NOT NULL CHECK (type IN ('state', 'change')),
      is_active boolean NOT NULL DEFAULT true,
      extracted_fact text NOT NULL,
      item text,
      property text NOT NULL,
      fact_type text NOT NULL CHECK (fact_type IN ('number', 'string', 'boolean', 'object')),
      unit text,
      "trigger" jsonb NOT NULL,
      trigger_condition text NOT NULL,
      interpretation jsonb NOT NULL,
      source_url text CHECK (length(source_url) <= 2000),
      source_locale jsonb,
      language text NOT NULL,
      current_value jsonb,
      previous_value jsonb,
      baseline jsonb,
      armed boolean NOT NULL DEFAULT true,
      recipe jsonb,
      last_outcome text CHECK (last_outcome IN ('value', 'absent', 'unavailable', 'not_found', 'blocked',
        'login_required', 'empty', 'fact_missing', 'unverified', 'url_refused', 'reader_unavailable', 'internal')),
      last_sentence text,
      last_checked timestamptz,
      last_manual_refresh timestamptz,
      trigger_count integer NOT NULL DEFAULT 0 CHECK (trigger_count >= 0),
      evaluation_count integer NOT NULL DEFAULT 0 CHECK (evaluation_count >= 0),
      failure_streak integer NOT NULL DEFAULT 0 CHECK (failure_streak >= 0),
      error_episode_started_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX monitors_user_id ON monitors (user_id, created_at DESC);

    CREATE TABLE evaluations (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      monitor_id uuid NOT NULL REFERENCES monitors ON DELETE CASCADE,
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      phase text NOT NULL DEFAULT 'queued' CHECK (phase IN ('queued', 'loading', 'reading', 'deciding', 'done')),
      outcome text CHECK (outcome IN ('value', 'absent', 'unavailable', 'not_found', 'blocked', 'login_required',
        'empty', 'fact_missing', 'unverified', 'url_refused', 'reader_unavailable', 'internal')),
      message text,
      sentence text,
      condition_met boolean,
      alert boolean NOT NULL DEFAULT false,
      requested_at timestamptz NOT NULL DEFAULT now(),
      started_at timestamptz,
      finished_at timestamptz,
      lease_token uuid,
      lease_expires_at timestamptz,
      attempt integer NOT NULL DEFAULT 0 CHECK (attempt >= 0),
      charge_day date NOT NULL,
      charge_returned boolean NOT NULL DEFAULT false,
      reader text CHECK (reader IN ('recipe', 'offline', 'claude', 'openai')),
      look text CHECK (look IN ('full', 'cheap')),
      tokens integer NOT NULL DEFAULT 0 CHECK (tokens >= 0),
      took_ms integer CHECK (took_ms >= 0),
      -- The fact it stored; no foreign key, because facts are dropped by the month.
      fact_id uuid,
      fact_extracted_at timestamptz,
      CHECK ((phase = 'done') = (outcome IS NOT NULL)),
      CHECK ((phase = 'done') = (finished_at IS NOT NULL)),
      CHECK ((fact_id IS NULL) = (fact_extracted_at IS NULL))
    );
    -- At most one live evaluation per monitor, also when two requests race.
    CREATE UNIQUE INDEX evaluations_live ON evaluations (monitor_id) WHERE phase <> 'done';
    CREATE INDEX evaluations_monitor_id ON evaluations (monitor_id, requested_at DESC);
    CREATE INDEX evaluations_user_id ON evaluations (user_id, requested_at DESC);
    CREATE INDEX evaluations_requested_at ON evaluations (requested_at);
    CREATE INDEX evaluations_lease ON evaluations (lease_expires_at) WHERE phase <> 'done';

    CREATE TABLE refresh_charges (
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      day date NOT NULL,
      used integer NOT NULL CHECK (used >= 0),
      PRIMARY KEY (user_id, day)
    );
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP TABLE refresh_charges, evaluations, monitors`.execute(db);
}
