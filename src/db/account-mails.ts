import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from './types';

/** A mail as it is shown where none leaves the machine. */
export interface ShownMail {
  id: string;
  subject: string;
  recipient: string;
  html: string;
  text: string;
}

/** The newest mail with this subject to an account whose address is not confirmed, written since a time; or null. */
export async function findMailToUnconfirmed(
  db: Kysely<DB>,
  { email, subject, since }: { email: string; subject: string; since: Date },
): Promise<ShownMail | null> {
  const mail = await db
    .selectFrom('emailNotifications as mail')
    .innerJoin('users', 'users.id', 'mail.userId')
    .select(['mail.id', 'mail.subject', 'mail.recipient', 'mail.htmlContent as html', 'mail.plainTextContent as text'])
    .where(sql<boolean>`lower(users.email) = lower(${email})`)
    .where(sql<boolean>`lower(mail.recipient) = lower(users.email)`)
    .where('users.emailVerifiedAt', 'is', null)
    .where('mail.kind', '=', 'account')
    .where('mail.subject', '=', subject)
    .where('mail.createdAt', '>=', since)
    .orderBy('mail.createdAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return mail ?? null;
}

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
