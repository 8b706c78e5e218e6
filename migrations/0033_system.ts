import { type Kysely, sql } from 'kysely';

/** What an admin sees of the system itself: the queue over time, proxies, storage, and letters put aside. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    ALTER TABLE system_metrics
      ADD COLUMN queue_waiting integer CHECK (queue_waiting >= 0),
      ADD COLUMN queue_oldest_seconds integer CHECK (queue_oldest_seconds >= 0);
    COMMENT ON COLUMN system_metrics.queue_waiting IS 'evaluations that nobody had begun; null before it was kept';
    COMMENT ON COLUMN system_metrics.queue_oldest_seconds IS 'how long the oldest of them had waited; null without any';

    -- How looks through each of the operator's proxies ended. Of hosts and ports only: never who may use them.
    CREATE TABLE proxy_hours (
      hour timestamptz NOT NULL,
      proxy text NOT NULL CHECK (length(proxy) BETWEEN 1 AND 300 AND proxy NOT LIKE '%@%'),
      verdict text NOT NULL CHECK (verdict IN ('ok', 'blocked', 'failed')),
      count integer NOT NULL CHECK (count > 0),
      last_at timestamptz NOT NULL,
      PRIMARY KEY (hour, proxy, verdict)
    );

    -- How large the database was, part by part, once a UTC day.
    CREATE TABLE storage_days (
      day date NOT NULL,
      part text NOT NULL CHECK (length(part) BETWEEN 1 AND 130),
      bytes bigint NOT NULL CHECK (bytes >= 0),
      PRIMARY KEY (day, part)
    );

    -- What was given up and an admin wants to hear no more of.
    CREATE TABLE discarded_letters (
      queue text NOT NULL CHECK (queue IN ('evaluations', 'emails', 'exports')),
      id uuid NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (queue, id)
    );
    CREATE INDEX email_notifications_given_up ON email_notifications (next_attempt_at) WHERE state = 'failed';
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    DROP INDEX email_notifications_given_up;
    DROP TABLE discarded_letters, storage_days, proxy_hours;
    ALTER TABLE system_metrics DROP COLUMN queue_waiting, DROP COLUMN queue_oldest_seconds;
  `.execute(db);
}
