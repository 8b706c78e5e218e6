import type { ColumnType } from 'kysely';

/** A jsonb column: comes out as T, goes in as T or as its JSON text (arrays must go in as text). */
export type JsonColumn<T> = ColumnType<T, T | string, T | string>;

/** The text of a jsonb value; null stays SQL's null, where JSON.stringify would make it JSON's. */
export function jsonText(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
