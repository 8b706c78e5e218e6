import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- What a person may not do for a while, because of a pattern that code noticed. Over when its time is, or lifted.
    CREATE TABLE restrictions (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      kind text NOT NULL CHECK (kind IN ('refresh', 'write', 'all')),
      pattern text NOT NULL CHECK (pattern IN ('many_accounts', 'hammering', 'refused_urls')),
      -- The sentence that the person reads.
      reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
      -- How often it was seen.
      seen integer NOT NULL CHECK (seen > 0),
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
      lifted_at timestamptz,
      lifted_by uuid REFERENCES users ON DELETE SET NULL,
      CHECK (lifted_by IS NULL OR lifted_at IS NOT NULL)
    );
    CREATE INDEX restrictions_user_id ON restrictions (user_id, ends_at DESC);
    CREATE INDEX restrictions_starts_at ON restrictions (starts_at DESC, id);
    CREATE INDEX restrictions_lifted_by ON restrictions (lifted_by) WHERE lifted_by IS NOT NULL;

    -- How often a person was refused, in steps of five minutes; kept for a day.
    CREATE TABLE refusals (
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      pattern text NOT NULL CHECK (pattern IN ('hammering', 'refused_urls')),
      step timestamptz NOT NULL,
      count integer NOT NULL DEFAULT 1 CHECK (count > 0),
      PRIMARY KEY (user_id, pattern, step)
    );
    CREATE INDEX refusals_step ON refusals (step);
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP TABLE refusals, restrictions`.execute(db);
}
