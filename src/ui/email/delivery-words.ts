import { MOST_A_DAY } from '@/domain/email/modes';
import type { Locale } from '@/domain/written/locales';
import type { DeliveryView } from '@/trpc/delivery-view';
import { formatClock, formatDateTime, formatDay } from '../time/time-words';

interface Reading {
  /** The moment that stands beside the words: what is of the same day is told by its clock alone. */
  beside: Date;
  /** Epoch ms. */
  now: number;
  /** The person's IANA zone. */
  timeZone: string;
  locale: Locale;
}

const DAY_MS = 86_400_000;

/** What became of a notification's email, in plain words with the reason: "Emailed 14:05, delivered". */
export function deliveryWords(delivery: DeliveryView, reading: Reading): string {
  switch (delivery.state) {
    case 'pending':
      return waitingWords(delivery, reading);
    case 'sending':
    case 'gathered':
      return 'Being sent';
    case 'unconfirmed':
      return 'Being sent: the mail service has not said yet whether it has it';
    case 'failed':
      return delivery.gaveUp
        ? 'Could not be sent: the mail service could not be used for a day'
        : 'Could not be sent: the mail service refused it. See whether your address is right';
    case 'sent':
      return sentWords(delivery, reading);
    default:
      return `Not ${delivery.state === 'withheld' ? 'emailed' : 'sent'}: ${withoutWords(delivery)}`;
  }
}

const WITHOUT: Record<NonNullable<DeliveryView['withoutEmail']>, string> = {
  monitor_off: 'you turned emails of this monitor off',
  all_off: 'you turned emails off',
  bounce: 'your address bounced',
  spam: 'an email to your address was reported as spam',
  unsubscribe: 'you unsubscribed in your mail program',
  admin: 'an admin stopped emails to your address',
};

function withoutWords({ withoutEmail, state }: DeliveryView): string {
  if (withoutEmail !== null) return WITHOUT[withoutEmail];
  // It was mended since, and nobody keeps what it was.
  return state === 'withheld' ? 'emails of it were turned off' : 'your address took no email then';
}

function waitingWords({ gather, waitsUntil }: DeliveryView, reading: Reading): string {
  const isDue = waitsUntil === null || waitsUntil.getTime() <= reading.now;
  if (isDue || gather === 'minute') return gather === null || isDue ? 'Being sent' : 'Waits a minute for others';
  const when = soonWords(waitsUntil, reading);
  switch (gather) {
    case 'digest':
      return `Waits for your daily email ${when}`;
    case 'quiet':
      return `Waits for the end of your quiet hours ${when}`;
    case 'limit':
      return `Waits for the last email of the day ${when}: at most ${MOST_A_DAY} come a day`;
    default:
      return `Is tried again ${when}`;
  }
}

/** "at 08:00", "tomorrow at 08:00", "on 3 Dec 2026, 08:00". */
function soonWords(at: Date, { now, timeZone, locale }: Reading): string {
  const day = formatDay(at, timeZone);
  const clock = formatClock(at, timeZone, locale);
  if (day === formatDay(new Date(now), timeZone)) return `at ${clock}`;
  if (day === formatDay(new Date(now + DAY_MS), timeZone)) return `tomorrow at ${clock}`;
  return `on ${formatDateTime(at, timeZone, locale)}`;
}

function sentWords(delivery: DeliveryView, { beside, timeZone, locale }: Reading): string {
  const { isGathered, isInOutbox, sentAt, status } = delivery;
  const at = (moment: Date) =>
    formatDay(moment, timeZone) === formatDay(beside, timeZone)
      ? formatClock(moment, timeZone, locale)
      : formatDateTime(moment, timeZone, locale);
  const alone = isInOutbox ? 'In the outbox' : 'Emailed';
  const together = isInOutbox ? 'In the outbox with others' : 'In one email with others';
  const sent = `${isGathered ? together : alone}${sentAt ? ` ${at(sentAt)}` : ''}`;
  if (status === 'bounce') return `${sent}, and sent back: your address did not take it`;
  if (status === 'spam') return `${sent}, and reported as spam`;
  if (status === 'unsubscribe') return `${sent}; you unsubscribed in your mail program`;
  if (delivery.openedAt) return `${sent}, opened ${at(delivery.openedAt)}`;
  return status === 'delivered' ? `${sent}, delivered` : sent;
}

/** Whether the words tell of something that went wrong, or that somebody has to mend. */
export function isTrouble({ state, status }: DeliveryView): boolean {
  return (
    state === 'failed' || state === 'suppressed' || (state === 'sent' && (status === 'bounce' || status === 'spam'))
  );
}

const SOON_MS = 90_000;

/** Whether what became of it will be known in a moment. `now` in epoch ms. */
export function isUnderWay({ state, waitsUntil }: DeliveryView, now: number): boolean {
  if (state === 'pending') return waitsUntil !== null && Math.abs(waitsUntil.getTime() - now) < SOON_MS;
  return state === 'sending' || state === 'gathered';
}
