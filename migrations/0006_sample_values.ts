import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- What the pages of the sample shop show; a section without a row shows its defaults.
    CREATE TABLE sample_values (
      section text PRIMARY KEY CHECK (section IN ('headphones', 'concert', 'jobs', 'weather')),
      value jsonb NOT NULL
    )
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP TABLE sample_values`.execute(db);
}
