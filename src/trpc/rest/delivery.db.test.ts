import { expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import type { DeliveryEventKind } from '@/domain/email/delivery';
import { sendNotifications } from '@/flows/upkeep/send-notifications';
import { takeEmailEvents } from '@/flows/upkeep/take-email-events';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { useMailOffice } from '@/test/mail-office';
import { useRest } from '@/test/rest-client';

const database = useDatabase();
const rest = useRest(database);
const office = useMailOffice(database);

/** Ada's monitor, one alert of which is written, and how the contract tells of it. */
async function anAlert() {
  const ada = await insertUser(database.db);
  const { id } = await insertMonitor(database.db, { userId: ada.id });
  await office.write(ada.email);
  await sendNotifications(office.deps());
  await office.tell(ada, { monitorId: id });
  const token = await openBearerSession(ada.id, { userAgent: null, ip: null });
  const shown = async () => (await (await rest.send('GET', `/api/monitors/${id}`, { token })).json()).notifications;
  return { ada, id, shown };
}

it('says nothing of delivery before the service has taken an email', async () => {
  const { shown } = await anAlert();
  expect(await shown()).toMatchObject([{ state: 'pending', sentAt: null, deliveryStatus: null }]);
  office.confirmEmailMs = 600_000;
  const unseen = { sent: false as const, refusal: 'unseen' as const, error: 'SendGrid did not answer' };
  const mail = { name: 'sendgrid' as const, send: async () => unseen, release: async () => true };
  await sendNotifications({ ...office.deps(), mail });
  expect(await shown()).toMatchObject([{ state: 'unconfirmed', sentAt: null, deliveryStatus: null }]);
});

it.each<[DeliveryEventKind, string]>([
  ['deferred', 'sent'],
  ['delivered', 'delivered'],
  ['open', 'delivered'],
  ['click', 'delivered'],
  ['bounce', 'bounce'],
  ['blocked', 'bounce'],
  ['dropped', 'bounce'],
  ['spam_report', 'spam'],
  ['unsubscribe', 'unsubscribe'],
  ['group_unsubscribe', 'unsubscribe'],
])('tells %s as %s', async (kind, deliveryStatus) => {
  const { shown } = await anAlert();
  await sendNotifications(office.deps());
  const [{ id: notificationId, sentAt, sendGridMessageId }] = await shown();
  expect(sentAt).toEqual(expect.stringMatching(/Z$/));
  expect(sendGridMessageId).toBe(`message-${notificationId}`);
  await takeEmailEvents(office.deps(), [{ id: `${kind} of it`, notificationId, kind, reason: null, at: office.now }]);
  expect(await shown()).toMatchObject([{ state: 'sent', sentAt, deliveryStatus }]);
});

it('tells of one that was gathered what became of the email that holds it', async () => {
  const { ada, id, shown } = await anAlert();
  await office.tell(ada, { monitorId: id }, { monitorId: id });
  await sendNotifications(office.deps());
  office.pass(1);
  await sendNotifications(office.deps());
  const holder = [...office.sendgrid.accepted.keys()].at(-1) ?? '';
  await takeEmailEvents(office.deps(), [
    { id: 'open', notificationId: holder, kind: 'open', reason: null, at: office.now },
  ]);
  const gathered = { state: 'sent', sendGridMessageId: `message-${holder}`, deliveryStatus: 'delivered' };
  const openedAt = office.now.toISOString();
  const all = await shown();
  expect(all).toHaveLength(3);
  expect(all.filter((one: { openedAt: string | null }) => one.openedAt === openedAt)).toMatchObject([
    gathered,
    gathered,
  ]);
});
