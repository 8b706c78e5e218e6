import { type Kysely, type Selectable, sql } from 'kysely';
import type { AiSuccesses, DB } from '../types';

/** How often each model's answers counted lately. At most a row for each model and purpose. */
export async function listSuccesses(db: Kysely<DB>): Promise<Selectable<AiSuccesses>[]> {
  return db.selectFrom('aiSuccesses').selectAll().orderBy('reader').orderBy('model').orderBy('purpose').execute();
}

/** Adds a try to counts that halve every `halfLifeMs`; several processes count into the same row. */
export async function noteSuccess(
  db: Kysely<DB>,
  use: Pick<Selectable<AiSuccesses>, 'reader' | 'model' | 'purpose'>,
  given: { counted: boolean; now: Date; halfLifeMs: number },
): Promise<void> {
  const { counted, now, halfLifeMs } = given;
  const successes = counted ? 1 : 0;
  // Of two at a time the earlier may come last: it finds counts that are newer than itself, and halves nothing.
  const passed = sql`greatest(0, extract(epoch FROM excluded.at - ai_successes.at)) * 1000`;
  const left = sql<number>`0.5 ^ (${passed} / ${halfLifeMs})`;
  await db
    .insertInto('aiSuccesses')
    .values({ ...use, tries: 1, successes, at: now })
    .onConflict((conflict) =>
      conflict.columns(['reader', 'model', 'purpose']).doUpdateSet({
        tries: sql<number>`ai_successes.tries * ${left} + excluded.tries`,
        successes: sql<number>`ai_successes.successes * ${left} + excluded.successes`,
        at: sql<Date>`greatest(ai_successes.at, excluded.at)`,
      }),
    )
    .execute();
}
