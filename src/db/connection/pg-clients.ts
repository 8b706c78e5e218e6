import { createHash } from 'node:crypto';
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
function storableValue(value: unknown): unknown {
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

/** Statements that a process keeps prepared on each connection; lists of changing length must not fill the server. */
const MOST = 300;
const names = new Map<string, string>();

/**
 * The schema changed under a connection, or a pooler gave it another server: 0A000 also is "cached plan must not …".
 */
const STALE = new Set(['0A000', '26000']);
let prepares = true;

/**
 * A connection on which each read is parsed and planned once, not at every call: of a short one that is half of the
 * server's work. Only for connections that are the server's own: behind a pooler that shares them by transaction
 * (PgBouncer, Neon's and Supabase's pooled addresses) a statement may be asked of a server that never prepared it.
 */
export class PreparingClient extends StorableClient {
  // biome-ignore lint/suspicious/noExplicitAny: pg's own overloads; only Kysely calls it, with a text and its values
  override query(statement: any, values?: any, callback?: any): any {
    // Texts without values may hold several commands, which only the simple protocol takes. Of what is written the
    // server would plan, after some calls, for values that it does not know: a partial index then is no longer found
    // for ON CONFLICT … WHERE kind = $1, and the statement fails.
    const plain = callback === undefined && Array.isArray(values) && values.length > 0 && isRead(statement);
    const name = plain && prepares ? nameOf(statement) : null;
    if (name === null) return super.query(statement, values, callback);
    return super.query({ name, text: statement, values: values.map(storableValue) }).catch((error: unknown) => {
      if (!STALE.has(String((error as { code?: unknown }).code))) throw error;
      prepares = false;
      // Nothing was carried out. Inside a transaction it is too late: that one fails with what began it.
      return super.query(statement, values).catch(() => {
        throw error;
      });
    });
  }
}

function isRead(statement: unknown): statement is string {
  return typeof statement === 'string' && /^select\b/i.test(statement);
}

function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST) return known ?? null;
  const name = `m_${createHash('sha256').update(text).digest('base64url').slice(0, 32)}`;
  names.set(text, name);
  return name;
}
