import { type Kysely, sql } from 'kysely';
import type { DB } from '../types';

const FOREIGN_QUEUE =
  'The queue was made by another role. Stop the app and run: DROP SCHEMA pgboss CASCADE. The role of DATABASE_URL ' +
  'makes it anew at the next start; checks that waited end, and are given back.';

/**
 * Gives a role what the app needs and no more, as the owner of the tables: rows, never tables, and of the audit only to
 * add and read acts and to strike out where they came from and why. The queue keeps a schema of its own, which the
 * role makes. To be repeated after migrations; safe to repeat.
 * @throws Error when the role owns the tables, for no grant can bind an owner, or another role made the queue's schema.
 */
export async function grantToApp(db: Kysely<DB>, roleName: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ database: string; owner: boolean; queue: boolean }>`
      SELECT current_database() AS database,
        pg_has_role(${roleName}, (SELECT relowner FROM pg_class WHERE oid = 'audit_log'::regclass), 'MEMBER') AS owner,
        EXISTS (
          SELECT FROM pg_namespace WHERE nspname = 'pgboss' AND NOT pg_has_role(${roleName}, nspowner, 'MEMBER')
        ) AS queue`.execute(trx);
    const [found] = rows;
    if (found?.owner !== false) throw new Error(`The role "${roleName}" owns the tables: nothing can be kept from it.`);
    if (found.queue) throw new Error(FOREIGN_QUEUE);
    const role = sql.id(roleName);
    await sql`
      REVOKE CREATE ON SCHEMA public FROM PUBLIC, ${role};
      GRANT CREATE, CONNECT, TEMPORARY ON DATABASE ${sql.id(found.database)} TO ${role};
      GRANT USAGE ON SCHEMA public TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role};
      GRANT EXECUTE ON FUNCTION ensure_fact_partitions(date), drop_fact_partitions(date) TO ${role};
      GRANT EXECUTE ON FUNCTION drop_fact_month(date), make_fact_month(date) TO ${role};
      REVOKE UPDATE, DELETE ON audit_log FROM ${role};
      GRANT UPDATE (ip, user_agent, reason) ON audit_log TO ${role};
      REVOKE INSERT, UPDATE, DELETE ON kysely_migration, kysely_migration_lock FROM ${role};
    `.execute(trx);
  });
}
