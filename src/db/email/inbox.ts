import { type Kysely, sql, type Transaction } from 'kysely';
import type { DeliveryStatus, SuppressionReason } from '@/domain/email/delivery';
import type { InboxPart } from '@/domain/email/inbox-part';
import { News } from '@/domain/email/news';
import type { GatherReason } from '@/domain/email/timing';
import type { DB, EmailNotifications } from '../types';
import { NEWS_KINDS } from './email-plans';
import { inLockOrder } from './lock-order';

type Connection = Kysely<DB> | Transaction<DB>;
type State = 'failed' | 'gathered' | 'pending' | 'sending' | 'sent' | 'suppressed' | 'unconfirmed' | 'withheld';

/** What became of a notification's email: its own, or the one in which it was gathered. */
export interface EmailState {
  state: State;
  /** When it goes out, of one that waits. */
  nextAttemptAt: Date;
  gather: GatherReason | null;
  isGathered: boolean;
  sentAt: Date | null;
  deliveredAt: Date | null;
  openedAt: Date | null;
  clickedAt: Date | null;
  deliveryStatus: DeliveryStatus | null;
  /** The mail service's own; null where none had it: it lies in the outbox of this copy. */
  sendGridMessageId: string | null;
  lastError: string | null;
  withoutEmail: WithoutEmail | null;
}

/** Why a notification had no email, as far as that still holds: emails are off, or its address takes none. */
type WithoutEmail = 'monitor_off' | 'all_off' | SuppressionReason;

/**
 * A column of the email that went out, in a query of `mail` and of the `holder` in which it may have been gathered.
 */
export function held<Type>(column: keyof EmailNotifications & string) {
  return sql<Type>`coalesce(${sql.ref(`holder.${column}`)}, ${sql.ref(`mail.${column}`)})`;
}

/** Who wants no email at all is told that, whatever they chose for the monitor. */
const WITHOUT_EMAIL = sql<WithoutEmail | null>`
  CASE coalesce(holder.state, mail.state)
    WHEN 'suppressed' THEN (SELECT reason FROM suppressions WHERE lower(email) = lower(mail.recipient))
    WHEN 'withheld' THEN (
      SELECT CASE WHEN monitor_id IS NULL THEN 'all_off' ELSE 'monitor_off' END
      FROM email_preferences AS chosen
      WHERE chosen.user_id = mail.user_id AND mode = 'off' AND (monitor_id IS NULL OR monitor_id = mail.monitor_id)
      ORDER BY monitor_id NULLS FIRST
      LIMIT 1)
  END`;

const STATE = [
  held<State>('state').as('state'),
  held<Date>('nextAttemptAt').as('nextAttemptAt'),
  held<Date | null>('sentAt').as('sentAt'),
  held<Date | null>('deliveredAt').as('deliveredAt'),
  held<Date | null>('openedAt').as('openedAt'),
  held<Date | null>('clickedAt').as('clickedAt'),
  held<DeliveryStatus | null>('deliveryStatus').as('deliveryStatus'),
  held<string | null>('sendGridMessageId').as('sendGridMessageId'),
  held<string | null>('lastError').as('lastError'),
  sql<boolean>`mail.gathered_in IS NOT NULL`.as('isGathered'),
  WITHOUT_EMAIL.as('withoutEmail'),
] as const;

function mailsOf(db: Connection, userId: string) {
  return db
    .selectFrom('emailNotifications as mail')
    .leftJoin('emailNotifications as holder', 'holder.id', 'mail.gatheredIn')
    .select(['mail.id', 'mail.monitorId', 'mail.kind', 'mail.subject', 'mail.createdAt', 'mail.gather'])
    .select(STATE)
    .where('mail.userId', '=', userId)
    .orderBy('mail.createdAt', 'desc')
    .orderBy('mail.id', 'desc');
}

/** What was told about one monitor of this person, newest first. */
export function listMonitorNotifications(db: Connection, userId: string, monitorId: string, limit: number) {
  return mailsOf(db, userId).where('mail.monitorId', '=', monitorId).limit(limit).execute();
}

/** The person's emails, newest first; those that are gathered are in another one of them. */
export function listEmails(db: Connection, userId: string, { limit }: { limit: number }) {
  return mailsOf(db, userId)
    .select('mail.recipient')
    .where('mail.gatheredIn', 'is', null)
    .where('mail.state', '<>', 'withheld')
    .limit(limit)
    .execute();
}

/** What stands in one of the person's emails; null if there is none. */
export async function findEmail(db: Connection, userId: string, id: string) {
  const row = await db
    .selectFrom('emailNotifications')
    .select(['id', 'subject', 'recipient', 'htmlContent as html', 'plainTextContent as text'])
    .where('userId', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

interface Place {
  createdAt: Date;
  id: string;
}

const KINDS_OF: Record<InboxPart, readonly (typeof NEWS_KINDS)[number][] | readonly ['account']> = {
  alerts: ['alert'],
  problems: ['error', 'recovered'],
  account: ['account'],
};

interface InboxPage {
  limit: number;
  before?: Place | undefined;
  unreadOnly: boolean;
  /** All that was told of monitors where none is given. */
  part?: InboxPart | undefined;
}

/** Every alert of a person and what else was told of their monitors, newest first, from before `before`. */
export async function listInbox(db: Connection, userId: string, { limit, before, unreadOnly, part }: InboxPage) {
  const rows = await mailsOf(db, userId)
    .leftJoin('monitors', (join) =>
      join.onRef('monitors.id', '=', 'mail.monitorId').on('monitors.deletedAt', 'is', null),
    )
    .select(['mail.readAt', 'mail.news', 'mail.evaluationId', 'monitors.name as monitorName'])
    .where('mail.kind', 'in', part ? KINDS_OF[part] : NEWS_KINDS)
    .$if(unreadOnly, (query) => query.where('mail.readAt', 'is', null))
    .$if(before !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('mail.createdAt', 'mail.id'), '<', eb.tuple(before?.createdAt as Date, before?.id as string)),
      ),
    )
    .limit(limit)
    .execute();
  return rows.map(({ news, ...row }) => ({ ...row, news: News.safeParse(news).data ?? null }));
}

/** How many alerts and the like a person has not read. */
export async function countUnread(db: Connection, userId: string): Promise<number> {
  const { count } = await db
    .selectFrom('emailNotifications')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('userId', '=', userId)
    .where('kind', 'in', NEWS_KINDS)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Marks these as read, or as unread with `now` null; all of the person's without `ids`. Returns how many changed. */
export async function markRead(
  db: Connection,
  userId: string,
  { ids, now }: { ids?: readonly string[] | undefined; now: Date | null },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('emailNotifications')
    .set({ readAt: now })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('emailNotifications as own')
        .select('own.id')
        .where('own.userId', '=', userId)
        .where('own.kind', 'in', NEWS_KINDS)
        .where('own.readAt', now === null ? 'is not' : 'is', null)
        .$if(ids !== undefined, (query) => query.where('own.id', 'in', [...(ids ?? [])]))
        .$call(inLockOrder),
    )
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** What the provider told of an email of this person, in its order. */
export function listEmailEvents(db: Connection, userId: string, id: string) {
  return db
    .selectFrom('emailEvents as event')
    .innerJoin('emailNotifications as mail', 'mail.id', 'event.notificationId')
    .select(['event.kind', 'event.reason', 'event.at'])
    .where('mail.userId', '=', userId)
    .where('mail.id', '=', id)
    .orderBy('event.at')
    .orderBy('event.id')
    .execute();
}
