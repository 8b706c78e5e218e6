import type { ColumnType } from 'kysely';
import { mapTexts, storableText } from '@/domain/written/storable-text';

/** A jsonb column: comes out as T, goes in as T or as its JSON text (arrays must go in as text). */
export type JsonColumn<T> = ColumnType<T, T | string, T | string>;

/** How JSON writes what jsonb refuses: U+0000, and half a surrogate pair (whole ones are written as they are). */
const REFUSED = /\\u(?:0000|d[89a-f])/;

/**
 * The text of a jsonb value, with nothing in it that jsonb refuses; null stays SQL's null, where JSON.stringify would
 * make it JSON's.
 */
export function jsonText(value: unknown): string | null {
  if (value === null) return null;
  const text = JSON.stringify(value);
  return REFUSED.test(text) ? JSON.stringify(mapTexts(JSON.parse(text), storableText)) : text;
}
