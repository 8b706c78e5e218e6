import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- What a call to a model may cost at most while it is under way; it counts against the budgets like what is spent.
    -- Settled into ai_usage when the call ends; of a process that died it counts until it expires.
    CREATE TABLE ai_reservations (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL CHECK (expires_at > at),
      user_id uuid REFERENCES users ON DELETE SET NULL,
      usd numeric(12, 6) NOT NULL CHECK (usd >= 0)
    );
    CREATE INDEX ai_reservations_expires_at ON ai_reservations (expires_at);
    CREATE INDEX ai_reservations_user_id ON ai_reservations (user_id) WHERE user_id IS NOT NULL;
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP TABLE ai_reservations`.execute(db);
}
