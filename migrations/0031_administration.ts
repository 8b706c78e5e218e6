import { type Kysely, sql } from 'kysely';

/** What the administration needs: reasons in the audit, restrictions by admins, and lists that stay fast. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- Why an admin did it, in their words; goes with the account of whom it was done to.
    ALTER TABLE audit_log
      ADD COLUMN reason text CHECK (length(reason) BETWEEN 1 AND 500),
      ADD CONSTRAINT audit_log_reason_of_somebody CHECK (reason IS NULL OR person_id IS NOT NULL);
    CREATE INDEX audit_log_action ON audit_log (action, at DESC, id);
    -- Acts are looked for by the record's id alone.
    DROP INDEX audit_log_subject;
    CREATE INDEX audit_log_subject_id ON audit_log (subject_id, at DESC);

    ALTER TABLE restrictions
      ADD COLUMN set_by uuid REFERENCES users ON DELETE SET NULL,
      DROP CONSTRAINT restrictions_pattern_check,
      DROP CONSTRAINT restrictions_seen_check,
      -- admin: no pattern that code noticed, an admin's own decision.
      ADD CONSTRAINT restrictions_pattern_check
        CHECK (pattern IN ('many_accounts', 'hammering', 'refused_urls', 'admin')),
      ADD CONSTRAINT restrictions_seen_check CHECK ((seen > 0) = (pattern <> 'admin') AND seen >= 0),
      ADD CONSTRAINT restrictions_set_by_check CHECK (set_by IS NULL OR pattern = 'admin');
    CREATE INDEX restrictions_set_by ON restrictions (set_by) WHERE set_by IS NOT NULL;

    -- Orders in which people are listed; who never signed in comes before all who did.
    CREATE INDEX users_by_name ON users (lower(name), id);
    CREATE INDEX users_by_last_login ON users (coalesce(last_login_at, '-infinity'::timestamptz), id);
    CREATE INDEX monitors_created_at ON monitors (created_at);
    CREATE INDEX email_notifications_sent_at ON email_notifications (sent_at) WHERE sent_at IS NOT NULL;
  `.execute(db);
  await indexParts(db);
  await guardReason(db);
}

/**
 * For searching a part of an address or name. Where the server has no pg_trgm, or the role may not switch it on,
 * searching looks at every person instead.
 */
async function indexParts(db: Kysely<never>): Promise<void> {
  await sql`
    DO $$ BEGIN
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE INDEX users_search ON users USING gin (email gin_trgm_ops, name gin_trgm_ops);
    EXCEPTION WHEN insufficient_privilege OR feature_not_supported OR undefined_file OR undefined_object THEN NULL;
    END $$;
  `.execute(db);
}

/** As before, and a reason may be struck out once the account of whom it tells is gone. */
async function guardReason(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE OR REPLACE FUNCTION guard_audit_change() RETURNS trigger LANGUAGE plpgsql AS $body$
    DECLARE
      origin_stays boolean := NEW.ip IS NOT DISTINCT FROM OLD.ip AND NEW.user_agent IS NOT DISTINCT FROM OLD.user_agent;
      reason_stays boolean := NEW.reason IS NOT DISTINCT FROM OLD.reason;
      origin_struck boolean := NEW.ip IS NULL AND NEW.user_agent IS NULL
        AND (OLD.at < now() - interval '30 days' OR NOT EXISTS (SELECT FROM users WHERE id = OLD.actor_id));
      reason_struck boolean := OLD.reason IS NOT NULL AND NEW.reason IS NULL
        AND NOT EXISTS (SELECT FROM users WHERE id = OLD.person_id);
    BEGIN
      IF to_jsonb(NEW) - 'ip' - 'user_agent' - 'reason' = to_jsonb(OLD) - 'ip' - 'user_agent' - 'reason'
        AND (origin_struck OR reason_struck) AND (origin_stays OR origin_struck) AND (reason_stays OR reason_struck)
      THEN
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'audit_log is append-only' USING ERRCODE = 'insufficient_privilege';
    END $body$;
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE OR REPLACE FUNCTION guard_audit_change() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN
      IF NEW.ip IS NULL AND NEW.user_agent IS NULL
        AND to_jsonb(NEW) - 'ip' - 'user_agent' = to_jsonb(OLD) - 'ip' - 'user_agent'
        AND (OLD.at < now() - interval '30 days' OR NOT EXISTS (SELECT FROM users WHERE id = OLD.actor_id))
      THEN
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'audit_log is append-only' USING ERRCODE = 'insufficient_privilege';
    END $body$;
    -- pg_trgm stays: others may use it by now.
    DROP INDEX IF EXISTS users_search;
    DROP INDEX email_notifications_sent_at, monitors_created_at, users_by_last_login, users_by_name,
      audit_log_subject_id, audit_log_action;
    CREATE INDEX audit_log_subject ON audit_log (subject_type, subject_id, at DESC);
    ALTER TABLE audit_log DROP CONSTRAINT audit_log_reason_of_somebody, DROP COLUMN reason;
    DELETE FROM restrictions WHERE pattern = 'admin';
    ALTER TABLE restrictions
      DROP CONSTRAINT restrictions_set_by_check,
      DROP CONSTRAINT restrictions_seen_check,
      DROP CONSTRAINT restrictions_pattern_check,
      DROP COLUMN set_by,
      ADD CONSTRAINT restrictions_pattern_check CHECK (pattern IN ('many_accounts', 'hammering', 'refused_urls')),
      ADD CONSTRAINT restrictions_seen_check CHECK (seen > 0);
  `.execute(db);
}
