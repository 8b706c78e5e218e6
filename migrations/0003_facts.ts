import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE TABLE facts (
      id uuid NOT NULL DEFAULT gen_random_uuid(),
      monitor_id uuid NOT NULL REFERENCES monitors ON DELETE CASCADE,
      evaluation_id uuid NOT NULL,
      extracted_at timestamptz NOT NULL,
      outcome text NOT NULL CHECK (outcome IN ('value', 'absent')),
      value jsonb,
      source text NOT NULL,
      processing_time integer NOT NULL CHECK (processing_time >= 0),
      triggered_alert boolean NOT NULL DEFAULT false,
      change_type text NOT NULL CHECK (change_type IN ('increase', 'decrease', 'stable', 'new', 'removed')),
      change_amount numeric,
      change_percentage numeric,
      change_from_previous jsonb,
      confidence real NOT NULL CHECK (confidence BETWEEN 0 AND 1),
      errors text[] NOT NULL DEFAULT '{}',
      quote text NOT NULL,
      locator jsonb,
      box jsonb,
      crop bytea CHECK (length(crop) <= 65536),
      crop_media_type text CHECK (crop_media_type IN ('image/jpeg', 'image/webp')),
      reader text NOT NULL CHECK (reader IN ('recipe', 'offline', 'claude', 'openai')),
      look text NOT NULL CHECK (look IN ('full', 'cheap')),
      sentence text NOT NULL,
      PRIMARY KEY (id, extracted_at),
      CHECK ((outcome = 'value') = (value IS NOT NULL)),
      CHECK ((crop IS NULL) = (crop_media_type IS NULL))
    ) PARTITION BY RANGE (extracted_at);
    CREATE INDEX facts_monitor_id ON facts (monitor_id, extracted_at DESC);
    COMMENT ON COLUMN facts.processing_time IS 'milliseconds';

    -- Nothing is lost when the months ahead were not made in time.
    CREATE TABLE facts_default PARTITION OF facts DEFAULT;
  `.execute(db);
  await createPartitionFunctions(db);
  await sql`SELECT ensure_fact_partitions((now() AT TIME ZONE 'UTC')::date)`.execute(db);
}

async function createPartitionFunctions(db: Kysely<never>): Promise<void> {
  await sql`
    -- Makes the months from 13 before to 3 after the given day, moving rows that waited in the default partition.
    -- Returns how many it made. Months are those of UTC.
    CREATE FUNCTION ensure_fact_partitions(around date) RETURNS integer LANGUAGE plpgsql AS $body$
    DECLARE
      first_day date;
      lower_end timestamptz;
      upper_end timestamptz;
      part text;
      made integer := 0;
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtext('ensure_fact_partitions'));
      FOR step IN -13..3 LOOP
        first_day := (date_trunc('month', around) + make_interval(months => step))::date;
        part := 'facts_' || to_char(first_day, 'YYYY_MM');
        CONTINUE WHEN to_regclass(part) IS NOT NULL;
        lower_end := first_day::timestamp AT TIME ZONE 'UTC';
        upper_end := (first_day + interval '1 month') AT TIME ZONE 'UTC';
        EXECUTE format('CREATE TABLE %I (LIKE facts INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part);
        EXECUTE format('WITH moved AS (DELETE FROM facts_default WHERE extracted_at >= %L AND extracted_at < %L
          RETURNING *) INSERT INTO %I SELECT * FROM moved', lower_end, upper_end, part);
        EXECUTE format('ALTER TABLE facts ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
          part, lower_end, upper_end);
        made := made + 1;
      END LOOP;
      RETURN made;
    END $body$;

    -- Drops the months that ended on or before the given day; the rest of that day's month is for DELETE.
    -- Returns how many it dropped.
    CREATE FUNCTION drop_fact_partitions(before date) RETURNS integer LANGUAGE plpgsql AS $body$
    DECLARE
      part text;
      dropped integer := 0;
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtext('ensure_fact_partitions'));
      FOR part IN
        SELECT child.relname FROM pg_inherits
        JOIN pg_class child ON child.oid = inhrelid
        WHERE inhparent = 'facts'::regclass AND child.relname ~ '^facts_[0-9]{4}_[0-9]{2}$'
          AND to_date(substr(child.relname, 7), 'YYYY_MM') + interval '1 month' <= before
      LOOP
        EXECUTE format('DROP TABLE %I', part);
        dropped := dropped + 1;
      END LOOP;
      RETURN dropped;
    END $body$;
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    DROP FUNCTION drop_fact_partitions(date);
    DROP FUNCTION ensure_fact_partitions(date);
    DROP TABLE facts;
  `.execute(db);
}
