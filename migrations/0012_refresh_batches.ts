import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- Where it stands in the queue: higher is sooner; above zero a single click, the rest asked for with others.
    ALTER TABLE evaluations ADD COLUMN priority smallint NOT NULL DEFAULT 10;

    -- A refresh of many monitors at once. When it ended and what came of it follows from its evaluations.
    CREATE TABLE refresh_batches (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      requested_at timestamptz NOT NULL DEFAULT now(),
      -- When the person put its summary away.
      closed_at timestamptz
    );
    CREATE INDEX refresh_batches_user_id ON refresh_batches (user_id, requested_at DESC);
    CREATE INDEX refresh_batches_requested_at ON refresh_batches (requested_at);

    CREATE TABLE refresh_batch_items (
      batch_id uuid NOT NULL REFERENCES refresh_batches ON DELETE CASCADE,
      position smallint NOT NULL CHECK (position >= 0),
      monitor_id uuid NOT NULL REFERENCES monitors ON DELETE CASCADE,
      evaluation_id uuid REFERENCES evaluations ON DELETE CASCADE,
      -- Why this one was not checked: a word for programs and a sentence for people.
      refused_reason text,
      refused_sentence text,
      PRIMARY KEY (batch_id, position),
      UNIQUE (batch_id, monitor_id),
      CHECK ((evaluation_id IS NULL) = (refused_sentence IS NOT NULL)),
      CHECK ((refused_reason IS NULL) = (refused_sentence IS NULL))
    );
    CREATE INDEX refresh_batch_items_monitor_id ON refresh_batch_items (monitor_id);
    CREATE INDEX refresh_batch_items_evaluation_id ON refresh_batch_items (evaluation_id);
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    DROP TABLE refresh_batch_items, refresh_batches;
    ALTER TABLE evaluations DROP COLUMN priority;
  `.execute(db);
}
