import { type Kysely, sql } from 'kysely';

/** What a monitor's page shows: numbers by the hour, what was refused, what a failed look saw, an undo of deletion. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- Hidden since then; removed for good a few seconds later, unless its person takes the deletion back.
    ALTER TABLE monitors ADD COLUMN deleted_at timestamptz;
    CREATE INDEX monitors_deleted_at ON monitors (deleted_at) WHERE deleted_at IS NOT NULL;

    ALTER TABLE facts ADD COLUMN refused jsonb;
    CREATE INDEX facts_changed ON facts (monitor_id, extracted_at DESC) WHERE change_type <> 'stable';

    ALTER TABLE evaluations
      ADD COLUMN refused jsonb,
      -- Of one that failed: the address that was looked at, and what stood there instead.
      ADD COLUMN source text,
      ADD COLUMN shown jsonb,
      ADD COLUMN crop bytea CHECK (length(crop) <= 65536),
      ADD COLUMN crop_media_type text CHECK (crop_media_type IN ('image/jpeg', 'image/webp')),
      ADD CONSTRAINT evaluations_crop CHECK ((crop IS NULL) = (crop_media_type IS NULL));
    CREATE INDEX evaluations_failed ON evaluations (monitor_id, finished_at DESC, id DESC)
      WHERE outcome NOT IN ('value', 'absent');
  `.execute(db);
  await createHours(db);
}

async function createHours(db: Kysely<never>): Promise<void> {
  await sql`
    -- Numbers by the hour (UTC) and unit, kept by a trigger: a chart of a year reads these, not half a million facts.
    CREATE TABLE fact_hours (
      monitor_id uuid NOT NULL REFERENCES monitors ON DELETE CASCADE,
      hour timestamptz NOT NULL,
      unit text NOT NULL,
      count integer NOT NULL CHECK (count > 0),
      low numeric NOT NULL,
      low_at timestamptz NOT NULL,
      high numeric NOT NULL,
      high_at timestamptz NOT NULL,
      last numeric NOT NULL,
      last_at timestamptz NOT NULL,
      alerts integer NOT NULL CHECK (alerts >= 0),
      alert numeric,
      alert_at timestamptz,
      PRIMARY KEY (monitor_id, hour, unit),
      CHECK ((alerts = 0) = (alert_at IS NULL) AND (alert IS NULL) = (alert_at IS NULL))
    );
    COMMENT ON COLUMN fact_hours.unit IS 'empty for a number without one';
    CREATE INDEX fact_hours_hour ON fact_hours (hour);

    CREATE FUNCTION add_to_fact_hour() RETURNS trigger LANGUAGE plpgsql AS $body$
    DECLARE
      amount numeric;
      told timestamptz := CASE WHEN NEW.triggered_alert THEN NEW.extracted_at END;
    BEGIN
      IF NEW.value->>'type' IS DISTINCT FROM 'number' THEN
        RETURN NULL;
      END IF;
      amount := (NEW.value->>'number')::numeric;
      INSERT INTO fact_hours AS held VALUES (NEW.monitor_id, date_trunc('hour', NEW.extracted_at, 'UTC'),
        coalesce(NEW.value->>'unit', ''), 1, amount, NEW.extracted_at, amount, NEW.extracted_at, amount,
        NEW.extracted_at, CASE WHEN NEW.triggered_alert THEN 1 ELSE 0 END,
        CASE WHEN NEW.triggered_alert THEN amount END, told)
      ON CONFLICT (monitor_id, hour, unit) DO UPDATE SET
        count = held.count + 1,
        low = least(held.low, excluded.low),
        low_at = CASE WHEN excluded.low < held.low THEN excluded.low_at ELSE held.low_at END,
        high = greatest(held.high, excluded.high),
        high_at = CASE WHEN excluded.high > held.high THEN excluded.high_at ELSE held.high_at END,
        last = CASE WHEN excluded.last_at >= held.last_at THEN excluded.last ELSE held.last END,
        last_at = greatest(held.last_at, excluded.last_at),
        alerts = held.alerts + excluded.alerts,
        alert = CASE WHEN excluded.alert_at >= coalesce(held.alert_at, '-infinity')
          THEN excluded.alert ELSE held.alert END,
        alert_at = greatest(held.alert_at, excluded.alert_at);
      RETURN NULL;
    END $body$;
    CREATE TRIGGER facts_hours AFTER INSERT ON facts FOR EACH ROW EXECUTE FUNCTION add_to_fact_hour();

    INSERT INTO fact_hours
    SELECT monitor_id, date_trunc('hour', extracted_at, 'UTC'), coalesce(value->>'unit', ''), count(*),
      min(amount), (array_agg(extracted_at ORDER BY amount, extracted_at))[1],
      max(amount), (array_agg(extracted_at ORDER BY amount DESC, extracted_at))[1],
      (array_agg(amount ORDER BY extracted_at DESC))[1], max(extracted_at),
      count(*) FILTER (WHERE triggered_alert),
      (array_agg(amount ORDER BY extracted_at DESC) FILTER (WHERE triggered_alert))[1],
      max(extracted_at) FILTER (WHERE triggered_alert)
    FROM facts, LATERAL (SELECT (value->>'number')::numeric) AS read(amount)
    WHERE value->>'type' = 'number'
    GROUP BY 1, 2, 3;
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    DROP TRIGGER facts_hours ON facts;
    DROP FUNCTION add_to_fact_hour();
    DROP TABLE fact_hours;
    DROP INDEX evaluations_failed, facts_changed;
    ALTER TABLE evaluations DROP COLUMN refused, DROP COLUMN source, DROP COLUMN shown, DROP COLUMN crop,
      DROP COLUMN crop_media_type;
    ALTER TABLE facts DROP COLUMN refused;
    -- What its person has deleted must not come back.
    DELETE FROM monitors WHERE deleted_at IS NOT NULL;
    ALTER TABLE monitors DROP COLUMN deleted_at;
  `.execute(db);
}
