import { type Kysely, sql } from 'kysely';
import type { DB } from '../types';

/** A sealed answer of a model. */
export interface KeptAnswer {
  key: string;
  /** At most 64 KB. */
  sealed: Buffer;
  /** With whose account it goes. */
  userId: string | null;
  keptAt: Date;
  expiresAt: Date;
}

export async function findAnswer(db: Kysely<DB>, key: string, now: Date): Promise<Buffer | null> {
  const row = await db
    .selectFrom('aiAnswers')
    .select('sealed')
    .where('key', '=', key)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return row?.sealed ?? null;
}

/** Keeps an answer; a later one to the same question takes its place. */
export async function keepAnswer(db: Kysely<DB>, answer: KeptAnswer): Promise<void> {
  await db
    .insertInto('aiAnswers')
    .values(answer)
    .onConflict((conflict) => conflict.column('key').doUpdateSet(answer))
    .execute();
}

/** Removes those whose time is over, and of the others all but the `most` that were kept last. Returns how many. */
export async function pruneAnswers(db: Kysely<DB>, now: Date, most: number): Promise<number> {
  const removed = await db
    .deleteFrom('aiAnswers')
    .where((eb) =>
      eb.or([
        eb('expiresAt', '<=', now),
        eb('key', 'in', eb.selectFrom('aiAnswers').select('key').orderBy('keptAt', 'desc').orderBy('key').offset(most)),
      ]),
    )
    .executeTakeFirst();
  return Number(removed.numDeletedRows);
}

/** Counts a question that was answered without a call, or that needed one. */
export async function countAnswer(db: Kysely<DB>, kind: 'known' | 'asked', now: Date): Promise<void> {
  const [known, asked] = kind === 'known' ? [1, 0] : [0, 1];
  await db
    .insertInto('aiAnswerDays')
    .values({ day: now.toISOString().slice(0, 10), known, asked })
    .onConflict((conflict) =>
      conflict.column('day').doUpdateSet((eb) => ({
        known: eb('aiAnswerDays.known', '+', known),
        asked: eb('aiAnswerDays.asked', '+', asked),
      })),
    )
    .execute();
}

/** Questions since one UTC day and before another that needed no call, and those that needed one. */
export async function sumAnswers(
  db: Kysely<DB>,
  since: string,
  before: string,
): Promise<{ known: number; asked: number }> {
  return db
    .selectFrom('aiAnswerDays')
    .select([
      sql<number>`coalesce(sum(known), 0)::int`.as('known'),
      sql<number>`coalesce(sum(asked), 0)::int`.as('asked'),
    ])
    .where('day', '>=', since)
    .where('day', '<', before)
    .executeTakeFirstOrThrow();
}
