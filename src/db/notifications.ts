import { type Kysely, sql, type Transaction } from 'kysely';
import type { FactValue } from '@/domain/value/value';
import { jsonText } from './json-column';
import type { DB } from './types';

type Connection = Kysely<DB> | Transaction<DB>;

export interface NewNotification {
  userId: string;
  monitorId: string | null;
  evaluationId: string | null;
  kind: 'alert' | 'error' | 'recovered' | 'account';
  recipient: string;
  subject: string;
  htmlContent: string;
  plainTextContent: string;
  triggerValue: FactValue | null;
  previousValue: FactValue | null;
  changeDetected: boolean;
  createdAt: Date;
}

/** Writes a pending notification; one of a kind per evaluation, whatever is retried. */
export async function insertNotification(trx: Connection, notification: NewNotification): Promise<void> {
  await trx
    .insertInto('emailNotifications')
    .values({
      ...notification,
      nextAttemptAt: notification.createdAt,
      triggerValue: jsonText(notification.triggerValue),
      previousValue: jsonText(notification.previousValue),
    })
    .onConflict((conflict) => conflict.columns(['evaluationId', 'kind']).doNothing())
    .execute();
}

/** A notification as a page shows it. */
interface Notification {
  id: string;
  monitorId: string | null;
  kind: string;
  recipient: string;
  subject: string;
  plainTextContent: string;
  htmlContent: string;
  state: string;
  createdAt: Date;
  sentAt: Date | null;
}

/** The mails about one monitor of this person, newest first, without what stands in them. */
export function listMonitorNotifications(db: Connection, userId: string, monitorId: string, limit: number) {
  return db
    .selectFrom('emailNotifications')
    .select(['id', 'kind', 'subject', 'state', 'createdAt', 'sentAt'])
    .where('userId', '=', userId)
    .where('monitorId', '=', monitorId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** The person's notifications, newest first. */
export async function listNotifications(
  db: Connection,
  userId: string,
  page: { limit: number },
): Promise<Notification[]> {
  return db
    .selectFrom('emailNotifications')
    .select([
      'id',
      'monitorId',
      'kind',
      'recipient',
      'subject',
      'plainTextContent',
      'htmlContent',
      'state',
      'createdAt',
      'sentAt',
    ])
    .where('userId', '=', userId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(page.limit)
    .execute();
}

/** A mail as it is shown where none leaves the machine. */
export interface ShownEmail {
  id: string;
  subject: string;
  recipient: string;
  html: string;
  text: string;
}

/** The newest mail with this subject to an account whose address is not confirmed, written since a time; or null. */
export async function findEmailToUnconfirmed(
  db: Kysely<DB>,
  { email, subject, since }: { email: string; subject: string; since: Date },
): Promise<ShownEmail | null> {
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
export async function hasAccountEmailSince(
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
