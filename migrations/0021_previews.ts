import { type Kysely, sql } from 'kysely';

/** What a preview read, for an hour and for its owner only: a monitor that is saved from it begins with it. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE TABLE previews (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      created_at timestamptz NOT NULL,
      prompt text NOT NULL CHECK (length(prompt) <= 500),
      -- As it was given beside the prompt; null where it was not.
      source text CHECK (length(source) <= 2000),
      interpretation jsonb NOT NULL,
      reading jsonb NOT NULL,
      took_ms integer NOT NULL CHECK (took_ms >= 0),
      crop bytea CHECK (length(crop) <= 65536),
      crop_media_type text CHECK (crop_media_type IN ('image/jpeg', 'image/webp')),
      CHECK ((crop IS NULL) = (crop_media_type IS NULL))
    );
    CREATE INDEX previews_user_id ON previews (user_id);
    CREATE INDEX previews_created_at ON previews (created_at);
    COMMENT ON COLUMN previews.took_ms IS 'milliseconds';
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP TABLE previews`.execute(db);
}
