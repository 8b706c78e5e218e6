import { type Kysely, sql } from 'kysely';

/** One row of figures for each five minutes, whoever writes it, and what requests took, minute by minute. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    DELETE FROM system_metrics AS one USING system_metrics AS other
      WHERE one."timestamp" = other."timestamp" AND one.id > other.id;
    DROP INDEX system_metrics_timestamp;
    CREATE UNIQUE INDEX system_metrics_timestamp ON system_metrics ("timestamp");
    COMMENT ON COLUMN system_metrics."timestamp" IS 'the beginning of the five minutes in which it was written';
    COMMENT ON COLUMN system_metrics.avg_response_time IS 'milliseconds, of the five minutes before; null without any';
    COMMENT ON COLUMN system_metrics.ai_provider_uptime IS 'share of calls of 24 hours that did not fail; null without any';
    COMMENT ON COLUMN system_metrics.email_service_uptime IS 'share of emails of 24 hours that were sent; null without any';
    COMMENT ON COLUMN system_metrics.ai_tokens_used IS 'of the UTC month so far, as all that follow';

    CREATE TABLE request_minutes (
      minute timestamptz PRIMARY KEY,
      requests integer NOT NULL CHECK (requests >= 0),
      -- Answered with 500 or more.
      failed integer NOT NULL CHECK (failed >= 0),
      -- Those whose time says something of us: no streams, and none that wait for a page of somebody else.
      timed integer NOT NULL CHECK (timed >= 0),
      total_ms bigint NOT NULL CHECK (total_ms >= 0)
    );
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    DROP TABLE request_minutes;
    DROP INDEX system_metrics_timestamp;
    CREATE INDEX system_metrics_timestamp ON system_metrics ("timestamp" DESC);
    COMMENT ON COLUMN system_metrics."timestamp" IS NULL;
    COMMENT ON COLUMN system_metrics.avg_response_time IS 'milliseconds';
    COMMENT ON COLUMN system_metrics.ai_provider_uptime IS NULL;
    COMMENT ON COLUMN system_metrics.email_service_uptime IS NULL;
    COMMENT ON COLUMN system_metrics.ai_tokens_used IS NULL;
  `.execute(db);
}
