import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { SourceTrial, type TriedSources } from '@/domain/source-trials';
import { jsonText } from './json-column';
import type { DB } from './types';

const DAY_MS = 24 * 60 * 60_000;
const KEPT_MS = 90 * DAY_MS;

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** The right to try the ways to sources today. */
export interface TrialClaim {
  day: string;
  token: string;
}

/** Takes the trials of the present UTC day; null where they are done, or somebody else is at them. */
export async function claimTrials(db: Kysely<DB>, now: Date, leaseMs: number): Promise<TrialClaim | null> {
  const day = dayOf(now);
  const lease = { token: sql<string>`gen_random_uuid()`, leaseUntil: new Date(now.getTime() + leaseMs) };
  const taken = await db
    .insertInto('sourceTrials')
    .values({ day, ...lease })
    .onConflict((conflict) =>
      conflict
        .column('day')
        .doUpdateSet(lease)
        .where('sourceTrials.endedAt', 'is', null)
        .where('sourceTrials.leaseUntil', '<=', now),
    )
    .returning('token')
    .executeTakeFirst();
  return taken === undefined ? null : { day, token: taken.token };
}

/** Writes how they went, and forgets what is older than 90 days. False where somebody else has taken them meanwhile. */
export async function finishTrials(
  db: Kysely<DB>,
  { day, token }: TrialClaim,
  { at, trials }: TriedSources,
): Promise<boolean> {
  const written = await db
    .updateTable('sourceTrials')
    .set({ endedAt: at, results: jsonText(trials) })
    .where('day', '=', sql<string>`${day}::date`)
    .where('token', '=', token)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  await db
    .deleteFrom('sourceTrials')
    .where('day', '<', sql<string>`${dayOf(new Date(at.getTime() - KEPT_MS))}::date`)
    .execute();
  return written.numUpdatedRows > 0n;
}

/** The last that are done; null where there never were any. */
export async function findLastTrials(db: Kysely<DB>): Promise<TriedSources | null> {
  const row = await db
    .selectFrom('sourceTrials')
    .select(['endedAt', 'results'])
    .where('endedAt', 'is not', null)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row?.endedAt) return null;
  return { at: row.endedAt, trials: z.array(SourceTrial).parse(row.results) };
}
