import { type Kysely, sql } from 'kysely';
import type { DB } from './types';

/** So far ahead of ours another process's clock may be; what lies further ahead was written by one set back since. */
const AHEAD_MS = 10 * 60_000;
/** An email that waits for nothing but another try waits no longer (flows/upkeep/send-one.ts, with room). */
const LONGEST_PAUSE_MS = 2 * 60 * 60_000;

/**
 * Leases that end later than any that could be given now are shortened to one from now: whoever holds one keeps it,
 * and renews or gives it back as ever; that of a dead process is over soon instead of when the clock has caught up.
 * Returns how many there were.
 */
export async function shortenLeases(
  db: Kysely<DB>,
  now: Date,
  leaseMs: { evaluation: number; email: number },
): Promise<number> {
  const from = (ms: number) => new Date(now.getTime() + ms);
  const evaluations = await db
    .updateTable('evaluations')
    .set({ leaseExpiresAt: from(leaseMs.evaluation) })
    .where('phase', 'in', ['loading', 'reading', 'deciding'])
    .where('leaseExpiresAt', '>', from(leaseMs.evaluation + AHEAD_MS))
    .executeTakeFirst();
  const emails = await db
    .updateTable('emailNotifications')
    .set({ leaseExpiresAt: from(leaseMs.email) })
    .where('state', '=', 'sending')
    .where('leaseExpiresAt', '>', from(leaseMs.email + AHEAD_MS))
    .executeTakeFirst();
  return Number(evaluations.numUpdatedRows) + Number(emails.numUpdatedRows);
}

/**
 * Emails that wait and were written ahead of now wait as long from now as they would have; those that were to be tried
 * again ahead of now are tried now. Returns how many there were.
 */
export async function pullEmailsBack(db: Kysely<DB>, now: Date): Promise<number> {
  const written = await db
    .updateTable('emailNotifications')
    .set({ createdAt: now, nextAttemptAt: sql`next_attempt_at - (created_at - ${now}::timestamptz)` })
    .where('state', 'in', ['pending', 'unconfirmed'])
    .where('createdAt', '>', new Date(now.getTime() + AHEAD_MS))
    .executeTakeFirst();
  const tried = await db
    .updateTable('emailNotifications')
    .set({ nextAttemptAt: now })
    .where('state', '=', 'pending')
    .where((eb) => eb.or([eb('gather', 'is', null), eb('gather', '=', 'minute')]))
    .where('nextAttemptAt', '>', new Date(now.getTime() + LONGEST_PAUSE_MS))
    .executeTakeFirst();
  return Number(written.numUpdatedRows) + Number(tried.numUpdatedRows);
}
