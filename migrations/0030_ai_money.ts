import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- One call may serve several evaluations: each has a row with its share of what the call cost, under one call_id.
    -- Null is a call of its own.
    ALTER TABLE ai_usage ADD COLUMN call_id uuid;
    -- False where nobody has named the model's price, so that its cost is counted at the dearest rates we know.
    ALTER TABLE ai_usage ADD COLUMN price_known boolean NOT NULL DEFAULT true;

    -- How often each model's answers counted lately: counts that halve with time, as they were at that time.
    CREATE TABLE ai_successes (
      reader text NOT NULL CHECK (reader IN ('claude', 'openai')),
      model text NOT NULL,
      purpose text NOT NULL CHECK (purpose IN ('interpret', 'read')),
      tries double precision NOT NULL CHECK (tries >= 0),
      successes double precision NOT NULL CHECK (successes >= 0 AND successes <= tries),
      at timestamptz NOT NULL,
      PRIMARY KEY (reader, model, purpose)
    );

    -- Answers of models for questions that are asked again. The key is a hash of all that decides an answer, and the
    -- answer is sealed with another hash of the same: without sentence and page text nobody can read it.
    CREATE TABLE ai_answers (
      key text PRIMARY KEY CHECK (length(key) = 43),
      user_id uuid REFERENCES users ON DELETE CASCADE,
      sealed bytea NOT NULL CHECK (octet_length(sealed) <= 65536),
      kept_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL CHECK (expires_at > kept_at)
    );
    CREATE INDEX ai_answers_expires_at ON ai_answers (expires_at);
    CREATE INDEX ai_answers_user_id ON ai_answers (user_id) WHERE user_id IS NOT NULL;

    -- How many questions were answered without a call, and how many needed one.
    CREATE TABLE ai_answer_days (
      day date PRIMARY KEY,
      known integer NOT NULL DEFAULT 0 CHECK (known >= 0),
      asked integer NOT NULL DEFAULT 0 CHECK (asked >= 0)
    );
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    DROP TABLE ai_answer_days, ai_answers, ai_successes;
    ALTER TABLE ai_usage DROP COLUMN price_known, DROP COLUMN call_id;
  `.execute(db);
}
