import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    ALTER TABLE users
      -- When the password was last set after the account was opened; null: never since, or before this was kept.
      ADD COLUMN password_changed_at timestamptz,
      -- When the Google account was connected; null: there is none, or before this was kept.
      ADD COLUMN google_linked_at timestamptz;
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`ALTER TABLE users DROP COLUMN google_linked_at, DROP COLUMN password_changed_at`.execute(db);
}
