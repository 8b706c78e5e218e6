import { type Kysely, sql } from 'kysely';

/** A fact that a look without a browser confirmed is proved by the picture of the fact before it. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    ALTER TABLE facts
      -- The fact whose picture proves this one too, and when that was taken (its extracted_at); no foreign key, because
      -- facts are dropped by the month.
      ADD COLUMN picture_fact_id uuid,
      ADD COLUMN picture_taken_at timestamptz,
      ADD CONSTRAINT facts_picture CHECK ((picture_fact_id IS NULL) = (picture_taken_at IS NULL)
        AND (picture_fact_id IS NULL OR crop IS NULL))
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`ALTER TABLE facts DROP COLUMN picture_fact_id, DROP COLUMN picture_taken_at`.execute(db);
}
