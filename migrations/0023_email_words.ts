import { type Kysely, sql } from 'kysely';

/** One word for one thing (docs/glossary.md): what is sent to a person is an email. */
export async function up(db: Kysely<never>): Promise<void> {
  await rename(db, 'mailed_links', 'email_links');
  await nameService(db, 'email');
}

export async function down(db: Kysely<never>): Promise<void> {
  await nameService(db, 'mail');
  await rename(db, 'email_links', 'mailed_links');
}

/** The table with its indexes and constraints, which carry its name. */
async function rename(db: Kysely<never>, from: string, to: string): Promise<void> {
  await sql`
    ALTER TABLE ${sql.id(from)} RENAME TO ${sql.id(to)};
    ALTER INDEX ${sql.id(`${from}_user_id`)} RENAME TO ${sql.id(`${to}_user_id`)};
    ALTER INDEX ${sql.id(`${from}_change_id`)} RENAME TO ${sql.id(`${to}_change_id`)};
    ALTER INDEX ${sql.id(`${from}_expires_at`)} RENAME TO ${sql.id(`${to}_expires_at`)};
    DO $$
      DECLARE old text;
      BEGIN
        FOR old IN
          SELECT conname FROM pg_constraint
          WHERE conrelid = ${sql.lit(to)}::regclass AND strpos(conname, ${sql.lit(from)}) > 0
        LOOP
          EXECUTE format('ALTER TABLE %I RENAME CONSTRAINT %I TO %I',
            ${sql.lit(to)}, old, replace(old, ${sql.lit(from)}, ${sql.lit(to)}));
        END LOOP;
      END
    $$;
  `.execute(db);
}

async function nameService(db: Kysely<never>, name: string): Promise<void> {
  await sql`
    ALTER TABLE service_faults DROP CONSTRAINT service_faults_service_check;
    UPDATE service_faults SET service = ${sql.lit(name)};
    ALTER TABLE service_faults ADD CONSTRAINT service_faults_service_check CHECK (service IN (${sql.lit(name)}));
  `.execute(db);
}
