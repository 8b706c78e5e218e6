import { type Kysely, sql } from 'kysely';

/** How people want to hear of alerts, the inbox that holds all of them, and emails that hold several. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE TABLE email_preferences (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      -- Null: of all monitors that have none of their own.
      monitor_id uuid REFERENCES monitors ON DELETE CASCADE,
      mode text NOT NULL CHECK (mode IN ('at_once', 'gathered', 'daily', 'off')),
      digest_hour integer NOT NULL DEFAULT 8 CHECK (digest_hour BETWEEN 0 AND 23),
      quiet_from text CHECK (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
      quiet_to text CHECK (quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
      -- Whether a link in an email did it, which the person is told in the app.
      by_link_at timestamptz,
      updated_at timestamptz NOT NULL DEFAULT now(),
      CHECK ((quiet_from IS NULL) = (quiet_to IS NULL)),
      UNIQUE NULLS NOT DISTINCT (user_id, monitor_id)
    );
    CREATE INDEX email_preferences_monitor_id ON email_preferences (monitor_id);

    ALTER TABLE email_notifications
      DROP CONSTRAINT email_notifications_state_check,
      DROP CONSTRAINT email_notifications_kind_check,
      -- withheld: its person wants no email of it. gathered: it is in another email.
      ADD CONSTRAINT email_notifications_state_check CHECK (state IN ('pending', 'sending', 'unconfirmed', 'sent',
        'failed', 'suppressed', 'withheld', 'gathered')),
      -- gathered: an email that holds several of the others.
      ADD CONSTRAINT email_notifications_kind_check
        CHECK (kind IN ('alert', 'error', 'recovered', 'account', 'gathered')),
      -- What it tells (domain/email/news.ts), of which the inbox and gathered emails are made.
      ADD COLUMN news jsonb,
      ADD COLUMN read_at timestamptz,
      -- Why it may go out in one email with others that are due; null where it goes out by itself.
      ADD COLUMN gather text CHECK (gather IN ('minute', 'digest', 'quiet', 'limit')),
      ADD COLUMN gathered_in uuid REFERENCES email_notifications ON DELETE SET NULL;
    -- What was there before there was an inbox is not new.
    UPDATE email_notifications SET read_at = created_at;
    CREATE INDEX email_notifications_unread ON email_notifications (user_id)
      WHERE read_at IS NULL AND kind IN ('alert', 'error', 'recovered');
    CREATE INDEX email_notifications_gathered_in ON email_notifications (gathered_in) WHERE gathered_in IS NOT NULL;
    CREATE INDEX email_notifications_pending ON email_notifications (user_id, next_attempt_at) WHERE state = 'pending';
    CREATE INDEX email_notifications_recipient ON email_notifications (lower(recipient), sent_at);

    -- How many emails of a UTC day ended how, for the admin; kept when people and their emails are gone.
    CREATE TABLE email_days (
      day date NOT NULL,
      kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
      count integer NOT NULL CHECK (count >= 0),
      PRIMARY KEY (day, kind)
    );
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    DELETE FROM email_notifications WHERE kind = 'gathered' OR state IN ('withheld', 'gathered');
    ALTER TABLE email_notifications
      DROP CONSTRAINT email_notifications_state_check,
      DROP CONSTRAINT email_notifications_kind_check,
      ADD CONSTRAINT email_notifications_state_check
        CHECK (state IN ('pending', 'sending', 'unconfirmed', 'sent', 'failed', 'suppressed')),
      ADD CONSTRAINT email_notifications_kind_check CHECK (kind IN ('alert', 'error', 'recovered', 'account')),
      DROP COLUMN news, DROP COLUMN read_at, DROP COLUMN gather, DROP COLUMN gathered_in;
    DROP INDEX email_notifications_recipient, email_notifications_pending;
    DROP TABLE email_days, email_preferences;
  `.execute(db);
}
