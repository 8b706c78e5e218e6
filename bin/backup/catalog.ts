import pg from 'pg';

/** Texts of times and numbers are the same whatever the settings of server and machine. */
const SAME_TEXT = `
  SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres'; SET statement_timeout = 0`;

/** A connection of its own for as long as `use` takes. */
export async function withClient<Result>(
  connectionString: string,
  use: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString, application_name: 'monitors-backup' });
  await client.connect();
  try {
    await client.query(SAME_TEXT);
    return await use(client);
  } finally {
    await client.end();
  }
}

/**
 * The tables whose rows are kept. Not the queue (its jobs are those of a process that is gone; checks that waited are
 * given back), nor counts of limits, which the database itself does not keep over a crash, nor what migrations write.
 */
export async function listTables(client: pg.Client): Promise<{ name: string; columns: string[]; key: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[] | null }>(`
    SELECT c.relname AS name,
      array(SELECT attname::text FROM pg_attribute
        WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum) AS columns,
      (SELECT array_agg(a.attname::text ORDER BY k.at) FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k (num, at),
        pg_attribute a WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = k.num) AS key
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p'
      AND c.relname NOT LIKE 'kysely_migration%'
    ORDER BY c.relname`);
  return rows.map(({ name, columns, key }) => ({ name, columns, key: key ?? columns }));
}

/** The partitions of facts that are months. */
export async function listMonths(client: pg.Client): Promise<{ name: string; bound: string }[]> {
  const { rows } = await client.query<{ name: string; bound: string }>(`
    SELECT c.relname AS name, pg_get_expr(c.relpartbound, c.oid) AS bound
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'public.facts'::regclass AND pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT'
    ORDER BY c.relname`);
  return rows;
}
