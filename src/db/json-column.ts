import type { ColumnType } from 'kysely';

/** A jsonb column: comes out as T, goes in as T or as its JSON text (arrays must go in as text). */
export type JsonColumn<T> = ColumnType<T, T | string, T | string>;
