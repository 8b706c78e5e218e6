import { sql, type Transaction } from 'kysely';
import { type Delivery, type DeliveryEvent, type DeliveryEventKind, deliveryOf } from '@/domain/email/delivery';
import type { EmailCount } from '@/domain/email/rates';
import { jsonText } from '../json-column';
import type { DB } from '../types';
import { countEmailDays, type EmailDayCount } from './email-days';
import { inLockOrder } from './lock-order';
import { strikeSecrets } from './notification-claims';

/**
 * Writes events that are new, and moves their notifications to what all their events say together. Events of
 * notifications that we do not know are left out. Returns the ids of the notifications that were told of.
 */
export async function recordEmailEvents(trx: Transaction<DB>, events: readonly DeliveryEvent[]): Promise<string[]> {
  const named = [...new Set(events.map(({ notificationId }) => notificationId))];
  if (named.length === 0) return [];
  const known = await trx
    .selectFrom('emailNotifications')
    .select(['id', 'sentAt'])
    .where('id', 'in', named)
    .$call(inLockOrder)
    .execute();
  const ids = new Set(known.map(({ id }) => id));
  const ours = events.filter(({ notificationId }) => ids.has(notificationId));
  if (ours.length === 0) return [];
  const fresh = await trx
    .insertInto('emailEvents')
    .values(ours)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning(['id'])
    .execute();
  const all = await trx
    .selectFrom('emailEvents')
    .select(['id', 'notificationId', 'kind', 'at'])
    .where('notificationId', 'in', [...ids])
    .orderBy('receivedAt')
    .orderBy('id')
    .execute();
  const deliveries = [...Map.groupBy(all, ({ notificationId }) => notificationId)].flatMap(([id, own]) => {
    const delivery = deliveryOf(own);
    return delivery ? [{ id, ...delivery }] : [];
  });
  await writeDeliveries(trx, deliveries);
  const unseen = known.filter(({ sentAt }) => sentAt === null).map(({ id }) => id);
  await countEmailDays(trx, countedOf(all, { fresh: new Set(fresh.map(({ id }) => id)), unseen: new Set(unseen) }));
  return [...ids];
}

type Told = Pick<DeliveryEvent, 'id' | 'notificationId' | 'kind' | 'at'>;

/** What is new to the counts: of each email the first event of a kind, and that it was accepted where nobody saw it. */
function countedOf(
  all: readonly Told[],
  { fresh, unseen }: { fresh: ReadonlySet<string>; unseen: ReadonlySet<string> },
): EmailDayCount[] {
  const counted: EmailDayCount[] = [];
  for (const [id, events] of Map.groupBy(all, ({ notificationId }) => notificationId)) {
    const [first] = events;
    if (first && unseen.has(id)) counted.push({ kind: 'accepted', at: first.at });
    for (const [kind, own] of Map.groupBy(events, ({ kind: told }) => COUNTED[told])) {
      const isNew = own.every((event) => fresh.has(event.id));
      if (kind && isNew && own[0]) counted.push({ kind, at: own[0].at });
    }
  }
  return counted;
}

/** Under what an event is counted; null where it is not. */
const COUNTED: Record<DeliveryEventKind, EmailCount | null> = {
  processed: null,
  deferred: null,
  delivered: 'delivered',
  open: 'open',
  click: 'click',
  bounce: 'bounce',
  blocked: 'blocked',
  dropped: 'dropped',
  spam_report: 'spam_report',
  unsubscribe: 'unsubscribe',
  group_unsubscribe: 'unsubscribe',
};

/** Whoever tells of an email has taken it, whatever its sender had seen: it is sent, and its lease counts no more. */
async function writeDeliveries(trx: Transaction<DB>, deliveries: ({ id: string } & Delivery)[]): Promise<void> {
  const rows = deliveries.map(({ id, status, sentAt, deliveredAt, openedAt, clickedAt }) => ({
    ...{ id, status, sent: sentAt, delivered: deliveredAt, opened: openedAt, clicked: clickedAt },
  }));
  await sql`
    UPDATE email_notifications AS email SET
      state = 'sent',
      delivery_status = told.status,
      sent_at = coalesce(email.sent_at, told.sent),
      delivered_at = told.delivered,
      opened_at = told.opened,
      clicked_at = told.clicked,
      lease_token = NULL,
      lease_expires_at = NULL,
      last_error = NULL,
      html_content = ${strikeSecrets('email.html_content')},
      plain_text_content = ${strikeSecrets('email.plain_text_content')}
    FROM jsonb_to_recordset(${jsonText(rows)}::jsonb) AS told (id uuid, status text, sent timestamptz,
      delivered timestamptz, opened timestamptz, clicked timestamptz)
    WHERE email.id = told.id`.execute(trx);
}
