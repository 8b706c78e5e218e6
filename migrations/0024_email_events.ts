import { type Kysely, sql } from 'kysely';

/**
 * What became of an email after it was accepted, as the provider's webhook tells it; and the state of one whose answer
 * nobody saw.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    ALTER TABLE email_notifications
      DROP CONSTRAINT email_notifications_state_check,
      DROP CONSTRAINT email_notifications_delivery_status_check;
    UPDATE email_notifications SET delivery_status = 'sent' WHERE delivery_status = 'deferred';
    UPDATE email_notifications SET delivery_status = 'bounce' WHERE delivery_status = 'dropped';
    ALTER TABLE email_notifications
      -- unconfirmed: it was sent, and the answer was not seen. It is sent again where no event tells of it in time.
      ADD CONSTRAINT email_notifications_state_check
        CHECK (state IN ('pending', 'sending', 'unconfirmed', 'sent', 'failed', 'suppressed')),
      -- In this order: it never goes back.
      ADD CONSTRAINT email_notifications_delivery_status_check
        CHECK (delivery_status IN ('sent', 'delivered', 'bounce', 'unsubscribe', 'spam'));
    DROP INDEX email_notifications_due;
    CREATE INDEX email_notifications_due ON email_notifications (next_attempt_at)
      WHERE state IN ('pending', 'sending', 'unconfirmed');

    CREATE TABLE email_events (
      -- The provider's own id: the same event may come twice.
      id text PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200),
      notification_id uuid NOT NULL REFERENCES email_notifications ON DELETE CASCADE,
      kind text NOT NULL CHECK (kind IN ('processed', 'deferred', 'delivered', 'open', 'click', 'bounce', 'blocked',
        'dropped', 'spam_report', 'unsubscribe', 'group_unsubscribe')),
      -- What the receiving server said, without anything else.
      reason text CHECK (length(reason) <= 500),
      at timestamptz NOT NULL,
      received_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX email_events_notification_id ON email_events (notification_id, at);
    CREATE INDEX email_events_at ON email_events (at);

    ALTER TABLE suppressions ADD COLUMN detail text CHECK (length(detail) <= 500);

    -- When an admin or the person let an address have email again: events until then count no more.
    CREATE TABLE suppression_lifts (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      email text NOT NULL CHECK (length(email) BETWEEN 3 AND 320),
      at timestamptz NOT NULL
    );
    CREATE INDEX suppression_lifts_email ON suppression_lifts (lower(email), at);
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    ALTER TABLE suppressions DROP COLUMN detail;
    DROP TABLE suppression_lifts, email_events;
    DROP INDEX email_notifications_due;
    CREATE INDEX email_notifications_due ON email_notifications (next_attempt_at) WHERE state IN ('pending', 'sending');
    UPDATE email_notifications SET state = 'pending' WHERE state = 'unconfirmed';
    ALTER TABLE email_notifications
      DROP CONSTRAINT email_notifications_state_check,
      DROP CONSTRAINT email_notifications_delivery_status_check,
      ADD CONSTRAINT email_notifications_state_check
        CHECK (state IN ('pending', 'sending', 'sent', 'failed', 'suppressed')),
      ADD CONSTRAINT email_notifications_delivery_status_check
        CHECK (delivery_status IN ('sent', 'deferred', 'delivered', 'dropped', 'bounce', 'spam', 'unsubscribe'));
  `.execute(db);
}
