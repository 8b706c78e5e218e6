import type { Compilable, CompiledQuery, Kysely, Transaction } from 'kysely';
import type { DB } from '../types';

type Connection = Kysely<DB> | Transaction<DB>;

/** Stands in a statement for a value that it will be run with. */
class Place {
  constructor(readonly name: string) {}
}

/**
 * A statement that is built at its first use and run again with other values: building it and writing its text takes
 * Kysely as long as reading a short answer does. For what every request asks. In `build` each value may only be given
 * as a parameter, whole: it is not known yet.
 */
export function builtOnce<Values extends Record<string, unknown>, Row>(
  build: (db: Connection, values: Values) => Compilable<Row>,
): (db: Connection, values: Values) => Promise<Row[]> {
  let built: CompiledQuery<Row> | undefined;
  const places = new Proxy({}, { get: (_, name) => new Place(String(name)) }) as Values;
  return async (db, values) => {
    built ??= build(db, places).compile();
    const parameters = built.parameters.map((value) => (value instanceof Place ? values[value.name] : value));
    const { rows } = await db.executeQuery<Row>({ ...built, parameters });
    return rows;
  };
}
