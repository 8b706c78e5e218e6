import { recordEmailEvents } from '@/db/email/email-events';
import { suppressAsTold } from '@/db/email/suppressions';
import type { DeliveryEvent } from '@/domain/email/delivery';
import { isFromSendGrid, readSendGridEvents } from '@/mail/sendgrid-events';
import type { Deps } from '../deps';

/** So many are written at once. */
const MOST_AT_ONCE = 1_000;

export type WebhookEnd = 'taken' | 'not_signed' | 'not_events';

/**
 * Takes a post of SendGrid's event webhook, whose raw body is `body` and whose verification key `key`. Nothing of one
 * that is not signed with it, or holds no list of events.
 */
export async function takeWebhook(
  deps: Pick<Deps, 'db' | 'now' | 'log'>,
  { headers, body, key }: { headers: Headers; body: string; key: string },
): Promise<WebhookEnd> {
  if (!isFromSendGrid(headers, body, { key, now: deps.now() })) return 'not_signed';
  const events = eventsOf(body);
  if (events === null) return 'not_events';
  await takeEmailEvents(deps, events);
  return 'taken';
}

function eventsOf(body: string): DeliveryEvent[] | null {
  try {
    return readSendGridEvents(body);
  } catch {
    return null;
  }
}

/**
 * Takes what the mail service tells of emails that it has: each event once, in any order, of emails that we know. Moves
 * their notifications on, and gives no more email to addresses that bounce, complain or unsubscribe. Returns how many
 * notifications were told of.
 */
export async function takeEmailEvents(
  { db, now, log }: Pick<Deps, 'db' | 'now' | 'log'>,
  events: readonly DeliveryEvent[],
): Promise<number> {
  let told = 0;
  for (let from = 0; from < events.length; from += MOST_AT_ONCE) {
    const some = events.slice(from, from + MOST_AT_ONCE);
    const suppressed = await db.transaction().execute(async (trx) => {
      const ids = await recordEmailEvents(trx, some);
      told += ids.length;
      return suppressAsTold(trx, ids, now());
    });
    for (const { reason } of suppressed) log.warn({ reason }, 'an address gets no more email');
  }
  return told;
}
