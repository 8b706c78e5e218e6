import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE TABLE ai_usage (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      at timestamptz NOT NULL DEFAULT now(),
      -- What was spent stays counted when the person or the monitor is gone.
      user_id uuid REFERENCES users ON DELETE SET NULL,
      monitor_id uuid REFERENCES monitors ON DELETE SET NULL,
      evaluation_id uuid,
      reader text NOT NULL CHECK (reader IN ('recipe', 'offline', 'claude', 'openai')),
      model text,
      purpose text NOT NULL CHECK (purpose IN ('interpret', 'read', 'propose_sources')),
      input_tokens integer NOT NULL DEFAULT 0 CHECK (input_tokens >= 0),
      output_tokens integer NOT NULL DEFAULT 0 CHECK (output_tokens >= 0),
      cached_tokens integer NOT NULL DEFAULT 0 CHECK (cached_tokens >= 0),
      cost_usd numeric(12, 6) NOT NULL DEFAULT 0 CHECK (cost_usd >= 0),
      latency_ms integer NOT NULL CHECK (latency_ms >= 0),
      outcome text NOT NULL CHECK (outcome IN ('ok', 'timeout', 'rate_limited', 'server_error', 'refused', 'malformed',
        'truncated', 'failed'))
    );
    CREATE INDEX ai_usage_at ON ai_usage (at);
    CREATE INDEX ai_usage_user_id ON ai_usage (user_id, at) WHERE user_id IS NOT NULL;
    CREATE INDEX ai_usage_monitor_id ON ai_usage (monitor_id) WHERE monitor_id IS NOT NULL;

    -- No foreign keys: the record outlives what it tells of, and nothing may change it.
    CREATE TABLE audit_log (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      at timestamptz NOT NULL DEFAULT now(),
      actor_id uuid,
      action text NOT NULL CHECK (length(action) BETWEEN 1 AND 100),
      subject_type text NOT NULL,
      subject_id text NOT NULL,
      ip text,
      details jsonb NOT NULL DEFAULT '{}'
    );
    CREATE INDEX audit_log_at ON audit_log (at DESC, id);
    CREATE INDEX audit_log_actor_id ON audit_log (actor_id, at DESC) WHERE actor_id IS NOT NULL;
    CREATE INDEX audit_log_subject ON audit_log (subject_type, subject_id, at DESC);

    CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN
      RAISE EXCEPTION 'audit_log is append-only' USING ERRCODE = 'insufficient_privilege';
    END $body$;
    CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

    CREATE TABLE system_metrics (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      "timestamp" timestamptz NOT NULL DEFAULT now(),
      total_users integer NOT NULL,
      active_users24h integer NOT NULL,
      total_monitors integer NOT NULL,
      active_monitors integer NOT NULL,
      evaluations_last24h integer NOT NULL,
      emails_sent_last24h integer NOT NULL,
      avg_response_time real,
      ai_provider_uptime real,
      email_service_uptime real,
      database_connections integer NOT NULL,
      ai_tokens_used bigint NOT NULL,
      ai_cost_usd numeric(12, 6) NOT NULL,
      emails_sent_count integer NOT NULL,
      email_cost_usd numeric(12, 6) NOT NULL
    );
    CREATE INDEX system_metrics_timestamp ON system_metrics ("timestamp" DESC);
    COMMENT ON COLUMN system_metrics.avg_response_time IS 'milliseconds';
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    DROP TABLE system_metrics, audit_log, ai_usage;
    DROP FUNCTION refuse_audit_change();
  `.execute(db);
}
