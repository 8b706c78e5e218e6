import { type Kysely, sql } from 'kysely';

/** The request of the log that an evaluation or an email began with, so that its way can be followed to the end. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    ALTER TABLE evaluations ADD COLUMN request_id uuid;
    ALTER TABLE email_notifications ADD COLUMN request_id uuid;
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    ALTER TABLE email_notifications DROP COLUMN request_id;
    ALTER TABLE evaluations DROP COLUMN request_id;
  `.execute(db);
}
