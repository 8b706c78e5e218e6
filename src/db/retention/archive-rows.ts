import { type Kysely, sql, type Transaction } from 'kysely';
import { type Month, spanOf } from '@/domain/month';
import type { DB } from '../types';

/** What is archived, and by which time of theirs rows belong to a month. Neither holds an address or a name. */
export const ARCHIVED_TABLES = { facts: 'extracted_at', evaluations: 'requested_at' } as const;
export type ArchivedTableName = keyof typeof ARCHIVED_TABLES;

/** Pictures are in them: a page of rows may be some megabytes. */
const PAGE = 400;
/** Where a page begins: after the row of this time and id. */
interface Cursor {
  time: string;
  id: string;
}
const FIRST: Cursor = { time: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

/** The columns of a table, as the database has them now; not those that it computes. */
export async function listColumns(db: Kysely<DB>, table: ArchivedTableName): Promise<string[]> {
  return (await columnsOf(db, table)).flatMap(({ name, isComputed }) => (isComputed ? [] : [name]));
}

async function columnsOf(db: Kysely<DB>, table: ArchivedTableName): Promise<{ name: string; isComputed: boolean }[]> {
  const { rows } = await sql<{ name: string; isComputed: boolean }>`
    SELECT attname AS name, attgenerated <> '' AS "isComputed" FROM pg_attribute
    WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped
    ORDER BY attnum`.execute(db);
  return rows;
}

/** Rows of a month are those of evaluations that are over, and all facts. */
function ofMonth(table: ArchivedTableName, month: Month) {
  const { from, until } = spanOf(month);
  const time = sql.ref(`kept.${ARCHIVED_TABLES[table]}`);
  const isDone = table === 'evaluations' ? sql`AND kept.phase = 'done'` : sql``;
  return sql`${time} >= ${from.toISOString()}::timestamptz AND ${time} < ${until.toISOString()}::timestamptz ${isDone}`;
}

/**
 * The rows of a month as lines of JSON, a page at a time in one order (facts by id, evaluations by time and id). The
 * same rows are the same lines: jsonb has one text for each value, and times are told in UTC. No transaction stays open
 * between two pages.
 */
export async function* pageLines(
  db: Kysely<DB>,
  table: ArchivedTableName,
  { month, columns }: { month: Month; columns: readonly string[] },
): AsyncGenerator<string[], void, void> {
  const others = (await columnsOf(db, table)).flatMap(({ name }) => (columns.includes(name) ? [] : [name]));
  let after: Cursor = FIRST;
  for (;;) {
    const rows = await db.transaction().execute(async (trx) => {
      // A month that was just brought back has no statistics: it would be sorted anew for each page, indexes or not.
      await sql`SELECT set_config('TimeZone', 'UTC', true), set_config('enable_sort', 'off', true)`.execute(trx);
      return readPage(trx, table, { month, others, after });
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ line }) => line);
    after = last;
  }
}

async function readPage(
  trx: Transaction<DB>,
  table: ArchivedTableName,
  { month, others, after }: { month: Month; others: readonly string[]; after: Cursor },
): Promise<(Cursor & { line: string })[]> {
  const time = sql.ref(`kept.${ARCHIVED_TABLES[table]}`);
  // By the index that leads to a month: facts have one of each month by id, evaluations one of all by time.
  const [isLater, order] =
    table === 'facts'
      ? [sql`kept.id > ${after.id}::uuid`, sql`kept.id`]
      : [sql`(${time}, kept.id) > (${after.time}::timestamptz, ${after.id}::uuid)`, sql`${time}, kept.id`];
  const { rows } = await sql<Cursor & { line: string }>`
    SELECT ${time}::text AS time, kept.id, (to_jsonb(kept) - ${[...others]}::text[])::text AS line
    FROM ${sql.table(table)} AS kept
    WHERE ${ofMonth(table, month)} AND ${isLater}
    ORDER BY ${order} LIMIT ${PAGE}`.execute(trx);
  return rows;
}

/** How many rows of a month are in the database. */
export async function countRows(db: Kysely<DB>, table: ArchivedTableName, month: Month): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM ${sql.table(table)} AS kept WHERE ${ofMonth(table, month)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Of which monitors a month has rows. */
export async function listMonitorsOf(db: Kysely<DB>, month: Month): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT kept.monitor_id AS id FROM facts AS kept WHERE ${ofMonth('facts', month)}
    UNION SELECT kept.monitor_id FROM evaluations AS kept WHERE ${ofMonth('evaluations', month)}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Which of these monitors are there. */
export async function findPresentMonitors(db: Kysely<DB>, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM monitors WHERE id = ANY(${[...ids]}::uuid[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/**
 * Brings rows back from their lines. Those whose monitor is gone, or belongs to somebody else, stay out; rows that are
 * there already stay as they are. Returns how many came.
 */
export async function insertLines(
  db: Kysely<DB>,
  table: ArchivedTableName,
  { lines, columns }: { lines: readonly string[]; columns: readonly string[] },
): Promise<number> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const values = sql.join(columns.map((column) => sql.ref(`came.${column}`)));
  const owner = table === 'evaluations' ? sql`AND monitors.user_id = came.user_id` : sql``;
  const { numAffectedRows } = await sql`
    INSERT INTO ${sql.table(table)} (${names})
    SELECT ${values} FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${`[${lines.join(',')}]`}::jsonb) AS came
    JOIN monitors ON monitors.id = came.monitor_id ${owner}
    ON CONFLICT DO NOTHING`.execute(db);
  return Number(numAffectedRows ?? 0);
}
