import { type Kysely, sql } from 'kysely';

/** Months of history are archived before they leave; their people are told before that. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE TABLE archived_months (
      month date PRIMARY KEY CHECK (extract(day FROM month) = 1),
      -- Whose turn it is to write its archive.
      lease_token uuid,
      lease_expires_at timestamptz,
      -- The folder of its archive within the month's; null where there is none (yet, or any more).
      generation text CHECK (generation ~ '^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}$'),
      rows bigint NOT NULL DEFAULT 0 CHECK (rows >= 0),
      bytes bigint NOT NULL DEFAULT 0 CHECK (bytes >= 0),
      -- When it was whole, read back and its checksums agreed.
      archived_at timestamptz,
      dropped_at timestamptz,
      -- Rows that were brought back stay so long; restored_at is null while they are being brought.
      restored_at timestamptz,
      held_until timestamptz,
      -- When its archive had had its time too.
      removed_at timestamptz,
      CHECK ((lease_token IS NULL) = (lease_expires_at IS NULL)),
      CHECK (generation IS NULL OR archived_at IS NOT NULL)
    );
    -- Of which monitors an archive holds rows. No foreign key: one that is gone has to leave the archive as well.
    CREATE TABLE archived_monitors (
      month date NOT NULL REFERENCES archived_months ON DELETE CASCADE,
      monitor_id uuid NOT NULL,
      PRIMARY KEY (month, monitor_id)
    );
    -- Who was told that a month of theirs is about to leave.
    CREATE TABLE retention_notices (
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      month date NOT NULL,
      told_at timestamptz NOT NULL,
      PRIMARY KEY (user_id, month)
    );
    CREATE INDEX retention_notices_told_at ON retention_notices (told_at);
  `.execute(db);
  await createMonthFunctions(db);
}

/** With the rights of their owner, as those before (0020). */
async function createMonthFunctions(db: Kysely<never>): Promise<void> {
  await sql`
    -- drop_fact_partitions stays for the version before this one; nothing calls it any more.
    -- Drops one month of facts. To be called by itself: it holds what refreshes need until its transaction ends. Who
    -- calls it limits the wait for its locks; they are taken in the order of refreshes, monitors first.
    CREATE FUNCTION drop_fact_month(first_day date) RETURNS boolean LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = public, pg_temp AS $body$
    DECLARE
      part text := 'facts_' || to_char(first_day, 'YYYY_MM');
    BEGIN
      IF to_regclass(part) IS NULL THEN RETURN false; END IF;
      LOCK TABLE ONLY monitors IN ACCESS EXCLUSIVE MODE;
      LOCK TABLE ONLY facts IN ACCESS EXCLUSIVE MODE;
      IF to_regclass(part) IS NULL THEN RETURN false; END IF;
      EXECUTE format('DROP TABLE %I', part);
      RETURN true;
    END $body$;

    -- Makes one month of facts, where rows are to be brought back that left. Returns whether it was not there.
    CREATE FUNCTION make_fact_month(month date) RETURNS boolean LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = public, pg_temp AS $body$
    DECLARE
      first_day date := date_trunc('month', month)::date;
      lower_end timestamptz := first_day::timestamp AT TIME ZONE 'UTC';
      upper_end timestamptz := (first_day + interval '1 month') AT TIME ZONE 'UTC';
      part text := 'facts_' || to_char(first_day, 'YYYY_MM');
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtext('ensure_fact_partitions'));
      IF to_regclass(part) IS NOT NULL THEN RETURN false; END IF;
      LOCK TABLE ONLY monitors IN SHARE ROW EXCLUSIVE MODE;
      EXECUTE format('CREATE TABLE %I (LIKE facts INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part);
      EXECUTE format('WITH moved AS (DELETE FROM facts_default WHERE extracted_at >= %L AND extracted_at < %L
        RETURNING *) INSERT INTO %I SELECT * FROM moved', lower_end, upper_end, part);
      EXECUTE format('ALTER TABLE facts ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', part, lower_end, upper_end);
      RETURN true;
    END $body$;
    REVOKE ALL ON FUNCTION drop_fact_month(date), make_fact_month(date) FROM PUBLIC;
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    DROP FUNCTION make_fact_month(date);
    DROP FUNCTION drop_fact_month(date);
    DROP TABLE retention_notices, archived_monitors, archived_months;
  `.execute(db);
}
