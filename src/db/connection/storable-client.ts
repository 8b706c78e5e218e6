import pg from 'pg';
import { storableText } from '@/domain/written/storable-text';
import { jsonText } from '../json-column';

/**
 * A connection to which no text gets that the server refuses: half a surrogate pair inside JSON, U+0000 anywhere. Texts
 * come from pages, models and people, and are cut; whoever forgets that once would answer 500.
 */
export class StorableClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // The pool listens only while nobody has it. Unheard, a connection that breaks between two statements of a
    // transaction would be an uncaught exception; whoever asks next is told by that.
    this.on('error', () => undefined);
  }

  // biome-ignore lint/suspicious/noExplicitAny: pg's own overloads
  override query(statement: any, values?: any, callback?: any): any {
    return super.query(statement, Array.isArray(values) ? values.map(storableValue) : values, callback);
  }
}

/** A value of a statement; objects that pg would write as JSON are written here. */
export function storableValue(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storableValue);
  return isPlain(value) ? jsonText(value) : value;
}

/** Dates, bytes and what writes itself (`toPostgres`) are pg's own affair. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || 'toPostgres' in value) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
