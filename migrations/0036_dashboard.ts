import { type Kysely, sql } from 'kysely';

/** How people arrange their monitors: the order of their own, and tags. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- Null until its person arranges it: such a monitor comes before the others.
    ALTER TABLE monitors
      ADD COLUMN place integer,
      ADD COLUMN tags text[] NOT NULL DEFAULT '{}' CHECK (cardinality(tags) <= 20);
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`ALTER TABLE monitors DROP COLUMN place, DROP COLUMN tags`.execute(db);
}
