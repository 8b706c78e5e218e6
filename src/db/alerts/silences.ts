import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '../types';

export interface Silence {
  id: string;
  rule: string;
  /** Null: all that the rule speaks of. */
  subject: string | null;
  reason: string;
  until: Date;
  createdAt: Date;
}

export async function insertSilence(
  trx: Transaction<DB>,
  silence: Omit<Silence, 'id'> & { createdBy: string },
): Promise<string> {
  const { id } = await trx.insertInto('alertSilences').values(silence).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Lifts a silence that holds; null where there is none. */
export async function liftSilence(
  trx: Transaction<DB>,
  id: string,
  now: Date,
): Promise<{ rule: string; subject: string | null } | null> {
  const row = await trx
    .updateTable('alertSilences')
    .set({ liftedAt: now })
    .where('id', '=', id)
    .where('liftedAt', 'is', null)
    .where('until', '>', now)
    .returning(['rule', 'subject'])
    .executeTakeFirst();
  return row ?? null;
}

/** Those that hold, the one that ends last first. */
export function listSilences(db: Kysely<DB>, now: Date): Promise<Silence[]> {
  return db
    .selectFrom('alertSilences')
    .select(['id', 'rule', 'subject', 'reason', 'until', 'createdAt'])
    .where('liftedAt', 'is', null)
    .where('until', '>', now)
    .orderBy('until', 'desc')
    .execute();
}

/** Whether a silence holds of the episode in a statement's own `episode`. */
export const isSilenced = (now: Date) => sql<boolean>`EXISTS (SELECT FROM alert_silences AS silence
  WHERE silence.rule = episode.rule AND (silence.subject IS NULL OR silence.subject = episode.subject)
    AND silence.lifted_at IS NULL AND silence.until > ${now})`;
