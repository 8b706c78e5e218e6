import { type Kysely, sql, type Transaction } from 'kysely';
import type { EmailCount, EmailCounts } from '@/domain/email/rates';
import { jsonText } from '../json-column';
import type { DB } from '../types';

export interface EmailDayCount {
  kind: EmailCount;
  at: Date;
}

/** Adds emails to the counts of their UTC days. */
export async function countEmailDays(
  db: Kysely<DB> | Transaction<DB>,
  counted: readonly EmailDayCount[],
): Promise<void> {
  if (counted.length === 0) return;
  const rows = counted.map(({ kind, at }) => ({ kind, day: at.toISOString().slice(0, 10) }));
  await sql`
    INSERT INTO email_days (day, kind, count)
    SELECT day, kind, count(*) FROM jsonb_to_recordset(${jsonText(rows)}::jsonb) AS told (day date, kind text)
    -- In one order, so that two at a time do not wait for each other.
    GROUP BY day, kind ORDER BY day, kind
    ON CONFLICT (day, kind) DO UPDATE SET count = email_days.count + excluded.count`.execute(db);
}

/** The counts of the days since one, the newest first. */
export async function listEmailDays(db: Kysely<DB>, since: Date): Promise<{ day: string; counts: EmailCounts }[]> {
  const rows = await db
    .selectFrom('emailDays')
    .select([sql<string>`to_char(day, 'YYYY-MM-DD')`.as('day'), sql<EmailCount>`kind`.as('kind'), 'count'])
    .where(sql<boolean>`day >= ${since}::date`)
    .orderBy('day', 'desc')
    .execute();
  return [...Map.groupBy(rows, ({ day }) => day)].map(([day, own]) => ({
    day,
    counts: Object.fromEntries(own.map(({ kind, count }) => [kind, count])),
  }));
}
