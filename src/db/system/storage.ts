import { type Kysely, sql } from 'kysely';
import type { Storage } from '@/domain/system/storage';
import type { DB } from '../types';

type Measured = Pick<Storage, 'bytes' | 'pictureBytes' | 'tables' | 'months'>;
type Day = Storage['days'][number];

/** Parts of a day beside the tables; no table has such a name. */
const ALL = '(all)';
const PICTURES = '(pictures)';
const DAY_MS = 86_400_000;

/** Every table with its partitions taken together; those of the queue by "pgboss.". Sizes are as on disk. */
const tables = sql`
  SELECT CASE WHEN space.nspname = 'public' THEN '' ELSE space.nspname || '.' END
      || coalesce(parent.relname, one.relname) AS name,
    sum(pg_total_relation_size(one.oid))::bigint AS bytes,
    sum(pg_indexes_size(one.oid))::bigint AS index_bytes,
    sum(coalesce(pg_total_relation_size(nullif(one.reltoastrelid, 0)), 0))::bigint AS long_bytes,
    sum(greatest(one.reltuples, pg_stat_get_live_tuples(one.oid), 0))::bigint AS rows
  FROM pg_class AS one JOIN pg_namespace AS space ON space.oid = one.relnamespace
  LEFT JOIN pg_inherits ON pg_inherits.inhrelid = one.oid
  LEFT JOIN pg_class AS parent ON parent.oid = pg_inherits.inhparent
  WHERE one.relkind = 'r' AND space.nspname IN ('public', 'pgboss')
  GROUP BY 1`;

/** Pictures of facts and of previews stand beside their rows; pages of previews are kept for nothing else. */
const pictures = sql`coalesce(
  sum(long_bytes) FILTER (WHERE name IN ('facts', 'preview_pages', 'previews')), 0)::bigint`;

/** How large the database and its parts are now. Rows are as many as it believes there are. */
export async function measureStorage(db: Kysely<DB>, now: Date): Promise<Measured> {
  const weekAgo = new Date(now.getTime() - 7 * DAY_MS).toISOString().slice(0, 10);
  const sized = await sql<Measured['tables'][number]>`
    SELECT tables.*, (tables.bytes - before.bytes)::bigint AS grew_in_week
    FROM (${tables}) AS tables
    LEFT JOIN storage_days AS before ON before.part = tables.name AND before.day = ${weekAgo}::date
    ORDER BY tables.bytes DESC, name`.execute(db);
  const whole = await sql<{ bytes: number; pictureBytes: number }>`
    SELECT pg_database_size(current_database()) AS bytes, ${pictures} AS picture_bytes FROM (${tables}) AS tables
  `.execute(db);
  const months = await sql<Measured['months'][number]>`
    SELECT replace(right(one.relname, 7), '_', '-') AS name, pg_total_relation_size(one.oid) AS bytes,
      greatest(one.reltuples, pg_stat_get_live_tuples(one.oid), 0)::bigint AS rows
    FROM pg_inherits JOIN pg_class AS one ON one.oid = inhrelid
    WHERE inhparent = 'public.facts'::regclass AND one.relname ~ '^facts_[0-9]{4}_[0-9]{2}$'
    ORDER BY one.relname DESC`.execute(db);
  const [first] = whole.rows;
  if (first === undefined) throw new Error('The size of the database came without a row');
  return { ...first, tables: sized.rows, months: months.rows };
}

/** Writes today's sizes where nobody has; one of any number of processes does. Returns how many parts it wrote. */
export async function writeStorageDay(db: Kysely<DB>, now: Date): Promise<number> {
  const day = now.toISOString().slice(0, 10);
  const { numAffectedRows } = await sql`
    WITH tables AS MATERIALIZED (
      SELECT * FROM (${tables}) AS tables
      WHERE NOT EXISTS (SELECT FROM storage_days WHERE day = ${day}::date AND part = ${ALL}))
    INSERT INTO storage_days (day, part, bytes)
    SELECT ${day}::date, part, bytes FROM (
      SELECT name AS part, bytes FROM tables
      UNION ALL SELECT ${ALL}, pg_database_size(current_database()) WHERE EXISTS (SELECT FROM tables)
      UNION ALL SELECT ${PICTURES}, ${pictures} FROM tables HAVING count(*) > 0) AS parts
    ORDER BY part
    ON CONFLICT (day, part) DO NOTHING`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** The sizes of the days of a time until today, oldest first; null for a day on which nobody measured. */
export async function listStorageDays(db: Kysely<DB>, { since, now }: { since: Date; now: Date }): Promise<Day[]> {
  const [first, last] = [since, now].map((at) => at.toISOString().slice(0, 10));
  const { rows } = await sql<Day>`
    SELECT to_char(days.day, 'YYYY-MM-DD') AS day, whole.bytes, pictures.bytes AS picture_bytes
    FROM generate_series(${first}::date, ${last}::date, interval '1 day') AS days (day)
    LEFT JOIN storage_days AS whole ON whole.day = days.day AND whole.part = ${ALL}
    LEFT JOIN storage_days AS pictures ON pictures.day = days.day AND pictures.part = ${PICTURES}
    ORDER BY days.day`.execute(db);
  return rows;
}
