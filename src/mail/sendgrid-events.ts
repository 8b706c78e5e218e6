import { EventWebhook, EventWebhookHeader } from '@sendgrid/eventwebhook';
import { z } from 'zod';
import type { DeliveryEvent, DeliveryEventKind } from '@/domain/email/delivery';

/**
 * A signature counts so long: what we did not take is posted again for a day, and nothing says that it is signed anew.
 * What somebody posts once more within it changes nothing, for each event counts once by its id.
 */
const REPLAY_WINDOW_MS = 25 * 60 * 60_000;
/** Clocks differ. */
const EARLY_MS = 10 * 60_000;

/**
 * Whether SendGrid signed this body with the key of the event webhook within the last day. `body` is the raw
 * body: a single byte more or less is another one.
 */
export function isFromSendGrid(headers: Headers, body: string, { key, now }: { key: string; now: Date }): boolean {
  const signature = headers.get(EventWebhookHeader.SIGNATURE());
  const timestamp = headers.get(EventWebhookHeader.TIMESTAMP());
  if (!signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return false;
  const age = now.getTime() - Number(timestamp) * 1_000;
  if (age > REPLAY_WINDOW_MS || age < -EARLY_MS) return false;
  try {
    const webhook = new EventWebhook();
    return webhook.verifySignature(webhook.convertPublicKeyToECDSA(key), body, signature, timestamp);
  } catch {
    // A signature, or a key, that is none.
    return false;
  }
}

const LONGEST_REASON = 500;

const Event = z.object({
  event: z.string(),
  sg_event_id: z.string().regex(/^[\x21-\x7e]{1,200}$/),
  /** Our custom argument. */
  notification_id: z.uuid(),
  /** Seconds since the epoch. */
  timestamp: z.number().int().min(1_000_000_000).max(9_999_999_999),
  /** Of a bounce: "bounce" for good, "blocked" for now. */
  type: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  response: z.string().optional().catch(undefined),
});

const KINDS: Record<string, DeliveryEventKind> = {
  processed: 'processed',
  deferred: 'deferred',
  delivered: 'delivered',
  open: 'open',
  click: 'click',
  bounce: 'bounce',
  dropped: 'dropped',
  spamreport: 'spam_report',
  unsubscribe: 'unsubscribe',
  group_unsubscribe: 'group_unsubscribe',
};

/**
 * The events of a webhook's body that are about emails of ours; what is of another kind or form is left out. Throws
 * SyntaxError where the body is not a list in JSON.
 */
export function readSendGridEvents(body: string): DeliveryEvent[] {
  const all: unknown = JSON.parse(body);
  if (!Array.isArray(all)) throw new SyntaxError('The body is no list of events.');
  return all.flatMap((one): DeliveryEvent[] => {
    const parsed = Event.safeParse(one);
    if (!parsed.success || !Object.hasOwn(KINDS, parsed.data.event)) return [];
    const { event, sg_event_id: id, notification_id: notificationId, timestamp, type, reason, response } = parsed.data;
    const kind = event === 'bounce' && type === 'blocked' ? 'blocked' : (KINDS[event] as DeliveryEventKind);
    return [{ id, notificationId, kind, reason: plain(reason ?? response), at: new Date(timestamp * 1_000) }];
  });
}

/** One short line: what a server says may hold anything. */
function plain(text: string | undefined): string | null {
  const line = (text ?? '').replace(/[\p{C}\s]+/gu, ' ').trim();
  return line === '' ? null : line.slice(0, LONGEST_REASON);
}
