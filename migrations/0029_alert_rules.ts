import { type Kysely, sql } from 'kysely';

/** What the operators are told of the service itself, once for each time that something was wrong. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- One row: when the rules were last judged, by whichever process.
    CREATE TABLE alert_rounds (
      one boolean PRIMARY KEY DEFAULT true CHECK (one),
      began_at timestamptz NOT NULL
    );

    -- A rule that fires, from the first time it did until it has not any more.
    CREATE TABLE alert_episodes (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      rule text NOT NULL CHECK (length(rule) BETWEEN 1 AND 60),
      -- Of what: a host, a provider; empty where it is the whole service. It stays here, no notice names a host.
      subject text NOT NULL DEFAULT '' CHECK (length(subject) <= 255),
      severity text NOT NULL CHECK (severity IN ('warning', 'critical')),
      began_at timestamptz NOT NULL,
      began_with text NOT NULL CHECK (length(began_with) BETWEEN 1 AND 500),
      -- When it last fired, and with what.
      last_fired_at timestamptz NOT NULL,
      latest text NOT NULL CHECK (length(latest) BETWEEN 1 AND 500),
      -- How often in a row it was judged to be fine since.
      fine_rounds integer NOT NULL DEFAULT 0 CHECK (fine_rounds >= 0),
      ended_at timestamptz,
      -- unseen: nothing that could tell was seen for long.
      ended_because text CHECK (ended_because IN ('fine', 'unseen')),
      CHECK ((ended_at IS NULL) = (ended_because IS NULL))
    );
    CREATE UNIQUE INDEX alert_episodes_open ON alert_episodes (rule, subject) WHERE ended_at IS NULL;
    CREATE INDEX alert_episodes_began_at ON alert_episodes (began_at DESC, id DESC);

    -- What one channel is told of an episode. unneeded: it was over before anybody was told.
    CREATE TABLE alert_notices (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      episode_id uuid NOT NULL REFERENCES alert_episodes ON DELETE CASCADE,
      kind text NOT NULL CHECK (kind IN ('began', 'ended')),
      channel text NOT NULL CHECK (channel IN ('email', 'slack', 'pagerduty')),
      state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sending', 'sent', 'failed', 'unneeded')),
      attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
      next_attempt_at timestamptz NOT NULL,
      lease_token uuid,
      lease_expires_at timestamptz,
      failing_since timestamptz,
      last_error text CHECK (length(last_error) <= 300),
      created_at timestamptz NOT NULL,
      sent_at timestamptz,
      UNIQUE (episode_id, kind, channel)
    );
    CREATE INDEX alert_notices_due ON alert_notices (next_attempt_at) WHERE state IN ('pending', 'sending');

    -- Until then nobody is told of a rule that begins to fire, of all it speaks of or of one subject.
    CREATE TABLE alert_silences (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      rule text NOT NULL CHECK (length(rule) BETWEEN 1 AND 60),
      subject text CHECK (length(subject) <= 255),
      reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
      until timestamptz NOT NULL,
      created_at timestamptz NOT NULL,
      created_by uuid REFERENCES users ON DELETE SET NULL,
      lifted_at timestamptz
    );
    CREATE INDEX alert_silences_until ON alert_silences (until) WHERE lifted_at IS NULL;

    -- Calls of models that were refused because the month's budget held no more.
    CREATE TABLE ai_budget_stops (
      minute timestamptz PRIMARY KEY,
      refused integer NOT NULL CHECK (refused > 0)
    );
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    DROP TABLE ai_budget_stops, alert_silences, alert_notices, alert_episodes, alert_rounds;
  `.execute(db);
}
