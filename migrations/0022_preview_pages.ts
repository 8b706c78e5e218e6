import { type Kysely, sql } from 'kysely';

/** The page that a preview looked at, so that the person can point at a value on it; and who reads by pointing. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- Null where nothing was read: the person points at the value, or saves it unread.
    ALTER TABLE previews ALTER COLUMN reading DROP NOT NULL;
    CREATE TABLE preview_pages (
      preview_id uuid PRIMARY KEY REFERENCES previews ON DELETE CASCADE,
      -- The address that was read.
      source text NOT NULL CHECK (length(source) <= 4000),
      -- JSON without structured data, gzipped.
      snapshot bytea NOT NULL CHECK (length(snapshot) <= 2097152),
      candidates jsonb NOT NULL,
      picture bytea CHECK (length(picture) <= 409600),
      -- CSS pixels.
      picture_width integer,
      picture_height integer,
      CHECK ((picture IS NULL) = (picture_width IS NULL) AND (picture IS NULL) = (picture_height IS NULL))
    );
    ALTER TABLE evaluations DROP CONSTRAINT evaluations_reader_check,
      ADD CONSTRAINT evaluations_reader_check CHECK (reader IN ('recipe', 'offline', 'claude', 'openai', 'person'));
    ALTER TABLE facts DROP CONSTRAINT facts_reader_check,
      ADD CONSTRAINT facts_reader_check CHECK (reader IN ('recipe', 'offline', 'claude', 'openai', 'person'));
  `.execute(db);
}

/** What a person pointed at was found by the page's recipe ever since. */
export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    UPDATE facts SET reader = 'recipe' WHERE reader = 'person';
    UPDATE evaluations SET reader = 'recipe' WHERE reader = 'person';
    ALTER TABLE facts DROP CONSTRAINT facts_reader_check,
      ADD CONSTRAINT facts_reader_check CHECK (reader IN ('recipe', 'offline', 'claude', 'openai'));
    ALTER TABLE evaluations DROP CONSTRAINT evaluations_reader_check,
      ADD CONSTRAINT evaluations_reader_check CHECK (reader IN ('recipe', 'offline', 'claude', 'openai'));
    DROP TABLE preview_pages;
    DELETE FROM previews WHERE reading IS NULL;
    ALTER TABLE previews ALTER COLUMN reading SET NOT NULL;
  `.execute(db);
}
