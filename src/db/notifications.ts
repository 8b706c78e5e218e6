import type { Kysely, Transaction } from 'kysely';
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
export interface Notification {
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
