import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- With the rights of their owner: an app whose role owns nothing makes and drops months of facts, and no other table.
    ALTER FUNCTION ensure_fact_partitions(date) SECURITY DEFINER SET search_path = public, pg_temp;
    ALTER FUNCTION drop_fact_partitions(date) SECURITY DEFINER SET search_path = public, pg_temp;
    REVOKE ALL ON FUNCTION ensure_fact_partitions(date), drop_fact_partitions(date) FROM PUBLIC;
  `.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    GRANT EXECUTE ON FUNCTION ensure_fact_partitions(date), drop_fact_partitions(date) TO PUBLIC;
    ALTER FUNCTION drop_fact_partitions(date) SECURITY INVOKER RESET search_path;
    ALTER FUNCTION ensure_fact_partitions(date) SECURITY INVOKER RESET search_path;
  `.execute(db);
}
