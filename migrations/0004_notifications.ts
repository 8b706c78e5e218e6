import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE TABLE email_notifications (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      monitor_id uuid REFERENCES monitors ON DELETE CASCADE,
      evaluation_id uuid REFERENCES evaluations ON DELETE CASCADE,
      kind text NOT NULL CHECK (kind IN ('alert', 'error', 'recovered', 'account')),
      recipient text NOT NULL,
      subject text NOT NULL,
      html_content text NOT NULL,
      plain_text_content text NOT NULL,
      state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sending', 'sent', 'failed', 'suppressed')),
      attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
      next_attempt_at timestamptz NOT NULL DEFAULT now(),
      lease_expires_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      sent_at timestamptz,
      delivered_at timestamptz,
      opened_at timestamptz,
      clicked_at timestamptz,
      send_grid_message_id text,
      delivery_status text CHECK (delivery_status IN ('sent', 'deferred', 'delivered', 'dropped', 'bounce', 'spam',
        'unsubscribe')),
      trigger_value jsonb,
      previous_value jsonb,
      change_detected boolean NOT NULL DEFAULT false,
      last_error text,
      -- One mail of a kind per evaluation, whatever is retried.
      UNIQUE (evaluation_id, kind)
    );
    CREATE INDEX email_notifications_due ON email_notifications (next_attempt_at) WHERE state IN ('pending', 'sending');
    CREATE INDEX email_notifications_user_id ON email_notifications (user_id, created_at DESC);
    CREATE INDEX email_notifications_monitor_id ON email_notifications (monitor_id, created_at DESC);
    CREATE INDEX email_notifications_created_at ON email_notifications (created_at);
    CREATE INDEX email_notifications_message ON email_notifications (send_grid_message_id)
      WHERE send_grid_message_id IS NOT NULL;

    -- Addresses that must get no more mail.
    CREATE TABLE suppressions (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      email text NOT NULL CHECK (length(email) BETWEEN 3 AND 320),
      reason text NOT NULL CHECK (reason IN ('bounce', 'spam', 'unsubscribe', 'admin')),
      created_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE UNIQUE INDEX suppressions_email_key ON suppressions (lower(email));
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP TABLE suppressions, email_notifications`.execute(db);
}
