import { type Kysely, sql, type Transaction } from 'kysely';
import type { News } from '@/domain/email/news';
import type { SendPlan } from '@/domain/email/timing';
import type { FactValue } from '@/domain/value/value';
import { jsonText } from '../json-column';
import type { DB } from '../types';

type Connection = Kysely<DB> | Transaction<DB>;

export interface NewNotification {
  /** For who wants to know what becomes of it. */
  id?: string;
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
  /** What it tells, of one about a monitor. */
  news?: News;
  /** The request of the log that it began with. */
  requestId?: string | null;
  /** When it goes out; null: its person wants no email of it. Without a plan at once. */
  plan?: SendPlan | null;
}

/** Writes a pending notification; one of a kind per evaluation, whatever is retried. */
export async function insertNotification(
  trx: Connection,
  { plan, news, ...notification }: NewNotification,
): Promise<void> {
  const { at, gather } = plan ?? { at: notification.createdAt, gather: null };
  await trx
    .insertInto('emailNotifications')
    .values({
      ...notification,
      state: plan === null ? 'withheld' : 'pending',
      nextAttemptAt: at,
      gather,
      news: jsonText(news ?? null),
      triggerValue: jsonText(notification.triggerValue),
      previousValue: jsonText(notification.previousValue),
    })
    .onConflict((conflict) => conflict.columns(['evaluationId', 'kind']).doNothing())
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
