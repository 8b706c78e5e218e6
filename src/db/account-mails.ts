import type { Kysely, Transaction } from 'kysely';
import type { DB } from './types';

/** Whether a mail about the account with this subject was written since a time. */
export async function hasAccountMailSince(
  db: Kysely<DB> | Transaction<DB>,
  { userId, subject, since }: { userId: string; subject: string; since: Date },
): Promise<boolean> {
  const row = await db
    .selectFrom('emailNotifications')
    .select('id')
    .where('userId', '=', userId)
    .where('kind', '=', 'account')
    .where('subject', '=', subject)
    .where('createdAt', '>=', since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
