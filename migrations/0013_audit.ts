import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    ALTER TABLE audit_log
      ADD COLUMN actor text NOT NULL DEFAULT 'system' CHECK (actor IN ('person', 'admin', 'system')),
      -- Whose record it was; null where it is nobody's.
      ADD COLUMN person_id uuid,
      ADD COLUMN user_agent text CHECK (length(user_agent) <= 300),
      ADD CONSTRAINT audit_log_actor_named CHECK ((actor = 'system') = (actor_id IS NULL)) NOT VALID,
      -- With a type of its own, addresses of one network can be counted.
      ALTER COLUMN ip TYPE inet USING ip::inet;
    ALTER TABLE audit_log ALTER COLUMN actor DROP DEFAULT;
    CREATE INDEX audit_log_person_id ON audit_log (person_id, at DESC) WHERE person_id IS NOT NULL;
    CREATE INDEX audit_log_accounts_opened ON audit_log (at) WHERE action = 'account.open';
    CREATE INDEX audit_log_origin ON audit_log (at) WHERE ip IS NOT NULL OR user_agent IS NOT NULL;

    -- Nothing is changed or taken away, but one thing: from where somebody acted may be struck out, once their account
    -- is gone or thirty days have passed.
    CREATE FUNCTION guard_audit_change() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN
      IF NEW.ip IS NULL AND NEW.user_agent IS NULL
        AND to_jsonb(NEW) - 'ip' - 'user_agent' = to_jsonb(OLD) - 'ip' - 'user_agent'
        AND (OLD.at < now() - interval '30 days' OR NOT EXISTS (SELECT FROM users WHERE id = OLD.actor_id))
      THEN
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'audit_log is append-only' USING ERRCODE = 'insufficient_privilege';
    END $body$;
    DROP TRIGGER audit_log_append_only ON audit_log;
    CREATE TRIGGER audit_log_append_only BEFORE DELETE OR TRUNCATE ON audit_log
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
    CREATE TRIGGER audit_log_strike_only BEFORE UPDATE ON audit_log
      FOR EACH ROW EXECUTE FUNCTION guard_audit_change();
    -- Also where replication is said to be at work, which lets ordinary triggers sleep.
    ALTER TABLE audit_log ENABLE ALWAYS TRIGGER audit_log_append_only;
    ALTER TABLE audit_log ENABLE ALWAYS TRIGGER audit_log_strike_only;
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    DROP TRIGGER audit_log_strike_only ON audit_log;
    DROP TRIGGER audit_log_append_only ON audit_log;
    DROP FUNCTION guard_audit_change();
    CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
    DROP INDEX audit_log_origin, audit_log_accounts_opened, audit_log_person_id;
    ALTER TABLE audit_log
      DROP CONSTRAINT audit_log_actor_named,
      DROP COLUMN user_agent,
      DROP COLUMN person_id,
      DROP COLUMN actor,
      ALTER COLUMN ip TYPE text USING host(ip);
  `.execute(db);
}
