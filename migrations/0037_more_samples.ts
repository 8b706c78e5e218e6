import { type Kysely, sql } from 'kysely';

/** Three more pages of the sample shop: a release, a day, a timetable with a notice. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`ALTER TABLE sample_values DROP CONSTRAINT sample_values_section_check`.execute(db);
  await sql`
    ALTER TABLE sample_values ADD CONSTRAINT sample_values_section_check
      CHECK (section IN ('headphones', 'concert', 'jobs', 'weather', 'releases', 'museum', 'ferry'))
  `.execute(db);
}

/** What the older pages do not know leaves with its pages. */
export async function down(db: Kysely<never>): Promise<void> {
  await sql`DELETE FROM sample_values WHERE section IN ('releases', 'museum', 'ferry')`.execute(db);
  await sql`ALTER TABLE sample_values DROP CONSTRAINT sample_values_section_check`.execute(db);
  await sql`
    ALTER TABLE sample_values ADD CONSTRAINT sample_values_section_check
      CHECK (section IN ('headphones', 'concert', 'jobs', 'weather'))
  `.execute(db);
}
