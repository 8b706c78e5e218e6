import { type Kysely, sql } from 'kysely';
import type { ReportedVitals } from '@/domain/reported-vitals';
import { p75, stepOf, type WebVital } from '@/domain/web-vitals';
import type { DB } from './types';

/** Adds what one page told to the counts of its UTC day. */
export async function countWebVitals(db: Kysely<DB>, reported: ReportedVitals, now: Date): Promise<void> {
  const day = now.toISOString().slice(0, 10);
  // In one order, so that two at a time do not wait for each other.
  const rows = reported.map((one) => ({ day, name: one.name, step: stepOf(one), count: 1 }));
  rows.sort((a, b) => a.name.localeCompare(b.name));
  await db
    .insertInto('webVitalDays')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['day', 'name', 'step']).doUpdateSet((eb) => ({ count: eb('webVitalDays.count', '+', 1) })),
    )
    .execute();
}

/** A day's figure: how many pages told it, and what three quarters of them were at or below. */
export interface WebVitalDay {
  day: string;
  name: WebVital;
  pages: number;
  p75: number | null;
}

/** The figures of the days since one, the newest day first. */
export async function listWebVitals(db: Kysely<DB>, since: Date): Promise<WebVitalDay[]> {
  const rows = await db
    .selectFrom('webVitalDays')
    .select([sql<string>`to_char(day, 'YYYY-MM-DD')`.as('day'), sql<WebVital>`name`.as('name'), 'step', 'count'])
    .where(sql<boolean>`day >= ${since}::date`)
    .orderBy('day', 'desc')
    .orderBy('name')
    .execute();
  return [...Map.groupBy(rows, ({ day, name }) => `${day} ${name}`).values()].flatMap((counts) => {
    const [first] = counts;
    const pages = counts.reduce((sum, { count }) => sum + count, 0);
    return first ? [{ day: first.day, name: first.name, pages, p75: p75(counts) }] : [];
  });
}
