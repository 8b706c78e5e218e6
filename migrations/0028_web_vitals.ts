import { type Kysely, sql } from 'kysely';

/** How fast pages are in people's browsers, a day's counts by steps: of nobody in particular. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    CREATE TABLE web_vital_days (
      day date NOT NULL,
      name text NOT NULL CHECK (name IN ('LCP', 'INP', 'CLS', 'FCP', 'TTFB')),
      -- The upper edge of a step of values; the last one holds all that is above.
      step real NOT NULL,
      count integer NOT NULL CHECK (count >= 0),
      PRIMARY KEY (day, name, step)
    );
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`DROP TABLE web_vital_days`.execute(db);
}
