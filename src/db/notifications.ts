import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { FactValue } from '@/domain/value';
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

/** An email notification that is due, taken under a lease by one sender. */
export interface ClaimedNotification {
  id: string;
  recipient: string;
  subject: string;
  htmlContent: string;
  plainTextContent: string;
  attempts: number;
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

/**
 * Takes up to `limit` due notifications, so that no other sender has them at the same time. One whose sender died
 * becomes due again when its lease is over.
 */
export async function claimNotifications(
  db: Kysely<DB>,
  now: Date,
  leaseMs: number,
  limit: number,
): Promise<ClaimedNotification[]> {
  return db
    .updateTable('emailNotifications')
    .set({
      state: 'sending',
      attempts: sql`attempts + 1`,
      leaseExpiresAt: new Date(now.getTime() + leaseMs),
    })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('emailNotifications')
        .select('id')
        .where((due) =>
          due.or([
            due.and([due('state', '=', 'pending'), due('nextAttemptAt', '<=', now)]),
            due.and([due('state', '=', 'sending'), due('leaseExpiresAt', '<', now)]),
          ]),
        )
        .orderBy('nextAttemptAt')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'recipient', 'subject', 'htmlContent', 'plainTextContent', 'attempts'])
    .execute();
}

export async function markSent(db: Connection, id: string, now: Date, messageId: string | null): Promise<void> {
  await db
    .updateTable('emailNotifications')
    .set({
      state: 'sent',
      sentAt: now,
      deliveryStatus: 'sent',
      sendGridMessageId: messageId,
      leaseExpiresAt: null,
      lastError: null,
    })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .execute();
}

/** Strikes the secrets of links out of a mail that has left: from then on only its receiver has them. */
export async function strikeSecrets(db: Connection, id: string): Promise<void> {
  const strike = (column: string) => sql<string>`regexp_replace(${sql.ref(column)}, 'secret=[\\w-]+', 'secret=…', 'g')`;
  await db
    .updateTable('emailNotifications')
    .set({ htmlContent: strike('html_content'), plainTextContent: strike('plain_text_content') })
    .where('id', '=', id)
    .execute();
}

/** Puts a notification back for another try at `nextAttemptAt`, or ends it as failed where that is null. */
export async function markUnsent(db: Connection, id: string, error: string, nextAttemptAt: Date | null): Promise<void> {
  await db
    .updateTable('emailNotifications')
    .set({
      state: nextAttemptAt ? 'pending' : 'failed',
      lastError: error,
      leaseExpiresAt: null,
      ...(nextAttemptAt ? { nextAttemptAt } : {}),
    })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .execute();
}

/** Ends a notification whose address must get no more mail. */
export async function markSuppressed(db: Connection, id: string): Promise<void> {
  await db
    .updateTable('emailNotifications')
    .set({ state: 'suppressed', leaseExpiresAt: null })
    .where('id', '=', id)
    .execute();
}

/** True where mail to this address bounced for good, was called spam, or was unsubscribed. */
export async function isSuppressed(db: Connection, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('suppressions')
    .select('id')
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst();
  return row !== undefined;
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
