import { expect, it } from 'vitest';
import type { DeliveryView } from '@/trpc/delivery-view';
import { deliveryWords, isTrouble, isUnderWay } from './delivery-words';

const at = (time: string) => new Date(`2026-11-29T${time}:00Z`);
const NEW: DeliveryView = {
  ...{ state: 'pending', waitsUntil: at('09:00'), gather: null, isGathered: false, isInOutbox: false },
  ...{ sentAt: null, deliveredAt: null, openedAt: null, clickedAt: null },
  ...{
    status: null,
    withoutEmail: null,
    gaveUp: false,
  },
};
const words = (delivery: Partial<DeliveryView>, now = at('09:00'), timeZone = 'Europe/Oslo') =>
  deliveryWords({ ...NEW, ...delivery }, { beside: at('09:00'), now: now.getTime(), timeZone, locale: 'en' });

it.each<[Partial<DeliveryView>, string]>([
  [{}, 'Being sent'],
  [{ gather: 'minute', waitsUntil: at('09:01') }, 'Waits a minute for others'],
  [{ gather: 'minute' }, 'Being sent'],
  [{ gather: 'digest', waitsUntil: at('17:00') }, 'Waits for your daily email at 18:00'],
  [{ gather: 'digest', waitsUntil: new Date('2026-11-30T07:00:00Z') }, 'Waits for your daily email tomorrow at 08:00'],
  [{ gather: 'quiet', waitsUntil: at('10:00') }, 'Waits for the end of your quiet hours at 11:00'],
  [{ gather: 'limit', waitsUntil: at('22:00') }, 'Waits for the last email of the day at 23:00: at most 30 come a day'],
  [{ waitsUntil: at('09:30') }, 'Is tried again at 10:30'],
  [{ waitsUntil: new Date('2026-12-03T09:30:00Z') }, 'Is tried again on 3 Dec 2026, 10:30'],
  [{ state: 'sending' }, 'Being sent'],
  [{ state: 'unconfirmed' }, 'Being sent: the mail service has not said yet whether it has it'],
  [{ state: 'failed', gaveUp: true }, 'Could not be sent: the mail service could not be used for a day'],
  [{ state: 'failed' }, 'Could not be sent: the mail service refused it. See whether your address is right'],
])('of %j that has not gone out: %s', (delivery, said) => {
  expect(words(delivery)).toBe(said);
});

it.each<[Partial<DeliveryView>, string]>([
  [{ status: 'sent' }, 'Emailed 10:05'],
  [{ status: 'sent', isInOutbox: true }, 'In the outbox 10:05'],
  [{ status: 'sent', isInOutbox: true, isGathered: true }, 'In the outbox with others 10:05'],
  [{ isGathered: true }, 'In one email with others 10:05'],
  [{ status: 'delivered' }, 'Emailed 10:05, delivered'],
  [{ status: 'delivered', openedAt: at('10:20') }, 'Emailed 10:05, opened 11:20'],
  [{ status: 'bounce' }, 'Emailed 10:05, and sent back: your address did not take it'],
  [{ status: 'spam', openedAt: at('10:20') }, 'Emailed 10:05, and reported as spam'],
  [{ status: 'unsubscribe' }, 'Emailed 10:05; you unsubscribed in your mail program'],
  [{ sentAt: new Date('2026-11-30T07:00:00Z'), isGathered: true }, 'In one email with others 30 Nov 2026, 08:00'],
])('of %j that went out: %s', (delivery, said) => {
  expect(words({ state: 'sent', sentAt: at('09:05'), ...delivery })).toBe(said);
});

it.each<[Partial<DeliveryView>, string]>([
  [{ state: 'withheld', withoutEmail: 'monitor_off' }, 'Not emailed: you turned emails of this monitor off'],
  [{ state: 'withheld', withoutEmail: 'all_off' }, 'Not emailed: you turned emails off'],
  [{ state: 'withheld' }, 'Not emailed: emails of it were turned off'],
  [{ state: 'suppressed', withoutEmail: 'bounce' }, 'Not sent: your address bounced'],
  [{ state: 'suppressed', withoutEmail: 'admin' }, 'Not sent: an admin stopped emails to your address'],
  [{ state: 'suppressed' }, 'Not sent: your address took no email then'],
])('of %j that stays in the inbox: %s', (delivery, said) => {
  expect(words(delivery)).toBe(said);
});

it('knows what has to be mended', () => {
  const trouble = (delivery: Partial<DeliveryView>) => isTrouble({ ...NEW, ...delivery });
  expect(trouble({ state: 'sent', status: 'bounce' })).toBe(true);
  expect(trouble({ state: 'suppressed' })).toBe(true);
  expect(trouble({ state: 'withheld' })).toBe(false);
  expect(trouble({ state: 'sent', status: 'delivered' })).toBe(false);
});

it('knows what will be known in a moment', () => {
  const underWay = (delivery: Partial<DeliveryView>) => isUnderWay({ ...NEW, ...delivery }, at('09:00').getTime());
  expect(underWay({ waitsUntil: at('09:01') })).toBe(true);
  expect(underWay({ state: 'sending' })).toBe(true);
  expect(underWay({ waitsUntil: at('17:00') })).toBe(false);
  expect(underWay({ state: 'sent' })).toBe(false);
});
