import { type Kysely, sql } from 'kysely';

/** Admins' messages about restricted people named them by their addresses, which outlived the accounts. */
export async function up(db: Kysely<never>): Promise<void> {
  const struck = (column: string) =>
    sql`${sql.ref(column)} = regexp_replace(${sql.ref(column)}, '[^\\s<>"“”@]+@[^\\s<>"“”@:]+', '[removed]', 'g')`;
  await sql`
    UPDATE email_notifications SET ${struck('html_content')}, ${struck('plain_text_content')}
    WHERE kind = 'account' AND subject LIKE 'Somebody was restricted for a while%'
  `.execute(db);
}

/** What was struck out is gone. */
export async function down(): Promise<void> {
  return;
}
