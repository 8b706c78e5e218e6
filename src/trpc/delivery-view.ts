import { z } from 'zod';
import type { EmailState } from '@/db/email/inbox';
import { DELIVERY_STATUSES } from '@/domain/email/delivery';

/** How far the email of a notification has come. */
export const DeliveryView = z.strictObject({
  state: z.enum(['pending', 'sending', 'unconfirmed', 'sent', 'failed', 'suppressed', 'withheld', 'gathered']),
  /** When it goes out, of one that waits for its time. */
  waitsUntil: z.date().nullable(),
  /** Why it waits for others; null where it does not. */
  gather: z.enum(['minute', 'digest', 'quiet', 'limit']).nullable(),
  /** Whether it came in one email with others. */
  isGathered: z.boolean(),
  /** No mail service had it: it is to be read at /outbox, and nowhere else. */
  isInOutbox: z.boolean(),
  sentAt: z.date().nullable(),
  deliveredAt: z.date().nullable(),
  openedAt: z.date().nullable(),
  clickedAt: z.date().nullable(),
  /** The plan's: null until it was accepted. */
  status: z.enum(DELIVERY_STATUSES).nullable(),
  /** Why there was no email, of one that was withheld or suppressed and where that still holds. */
  withoutEmail: z.enum(['monitor_off', 'all_off', 'bounce', 'spam', 'unsubscribe', 'admin']).nullable(),
  /** Of one that failed: it was tried for a day, and not refused. */
  gaveUp: z.boolean(),
});
export type DeliveryView = z.infer<typeof DeliveryView>;

/** As `flows/upkeep/send-one.ts` ends its last error. */
const GAVE_UP = /, at every try for 24 hours$/;

export function viewDelivery(email: EmailState): DeliveryView {
  const { state, nextAttemptAt, gather, isGathered, withoutEmail, deliveryStatus: status, sendGridMessageId } = email;
  const gaveUp = state === 'failed' && GAVE_UP.test(email.lastError ?? '');
  const { sentAt, deliveredAt, openedAt, clickedAt } = email;
  const isInOutbox = state === 'sent' && status === 'sent' && sendGridMessageId === null;
  const waitsUntil = state === 'pending' ? nextAttemptAt : null;
  return {
    state,
    waitsUntil,
    gather,
    isGathered,
    isInOutbox,
    sentAt,
    deliveredAt,
    openedAt,
    clickedAt,
    status,
    withoutEmail,
    gaveUp,
  };
}
