import { beforeEach, describe, expect, it } from 'vitest';
import { findSuppression, liftSuppression } from '@/db/email/suppressions';
import type { DeliveryEventKind } from '@/domain/email/delivery';
import { useDatabase } from '@/test/database';
import { addresses, useMailOffice } from '@/test/mail-office';
import { sendNotifications } from './send-notifications';
import { takeEmailEvents } from './take-email-events';

const database = useDatabase();
const office = useMailOffice(database);
const ADA = 'ada@example.org';
const CONFIRM_MS = 10 * 60_000;

let told: number;
beforeEach(() => {
  told = 0;
});

const event = (notificationId: string, kind: DeliveryEventKind, reason: string | null = null) => {
  told += 1;
  return { id: `e-${told}`, notificationId, kind, reason, at: office.now };
};
const take = (...events: ReturnType<typeof event>[]) => takeEmailEvents(office.deps(), events);
/** Ids of mails to Ada that were sent, one a day. */
async function sent(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let one = 0; one < count; one += 1) {
    ids.push(...(await office.write(ADA)));
    await sendNotifications(office.deps());
    office.pass(24 * 60);
  }
  return ids;
}

describe('events of an email', () => {
  it('move it on, in any order and however often they are told', async () => {
    const [id = ''] = await sent(1);
    const delivered = event(id, 'delivered');
    office.pass(5);
    const opened = event(id, 'open');
    await take(opened, delivered, opened);
    await take(delivered);
    const row = await office.rowOf(id);
    expect(row).toMatchObject({ state: 'sent', deliveryStatus: 'delivered', deliveredAt: delivered.at });
    expect(row.openedAt).toEqual(opened.at);
    expect(row.sentAt?.getTime()).toBeLessThan(delivered.at.getTime());
    expect(await database.db.selectFrom('emailEvents').select('id').execute()).toHaveLength(2);
  });

  it('of one that we do not know are left out', async () => {
    const [id = ''] = await sent(1);
    const strange = event('7f1c2a54-6f3f-4a0e-9d59-0f0b1d6f8a11', 'bounce');
    expect(await take(strange, event(id, 'delivered'))).toBe(1);
    expect(await findSuppression(database.db, ADA)).toBeNull();
  });

  it('are taken ten thousand at once, by several at a time', async () => {
    const ids = await office.write(...addresses(50));
    await sendNotifications(office.deps());
    const many = Array.from({ length: 10_000 }, (_, at) => event(ids[at % ids.length] ?? '', 'delivered'));
    await Promise.all([take(...many), take(...[...many].reverse()), take(...many.slice(0, 3_000))]);
    const rows = await database.db.selectFrom('emailNotifications').select('deliveryStatus').execute();
    expect(rows.map(({ deliveryStatus }) => deliveryStatus)).toEqual(ids.map(() => 'delivered'));
  });
});

describe('an email whose answer was not seen', () => {
  beforeEach(() => {
    office.confirmEmailMs = CONFIRM_MS;
  });

  /** Its sender died in the middle: the stub has it, and nobody knows. */
  async function lost(): Promise<string> {
    const [id = ''] = await office.write(ADA);
    office.sendgrid.answer = () => ({ status: 202, afterMs: 20_000 });
    const deps = office.deps();
    const mail = { name: 'sendgrid' as const, send: async () => UNSEEN, release: async () => true };
    await sendNotifications({ ...deps, mail });
    office.sendgrid.answer = () => ({ status: 202 });
    return id;
  }
  const UNSEEN = { sent: false as const, refusal: 'unseen' as const, error: 'SendGrid did not answer' };

  it('is sent again when nothing was told of it for ten minutes', async () => {
    const id = await lost();
    expect(await office.rowOf(id)).toMatchObject({ state: 'unconfirmed', deliveryStatus: null, sentAt: null });
    office.pass(9);
    expect(await sendNotifications(office.deps())).toBe(0);
    office.pass(2);
    expect(await sendNotifications(office.deps())).toBe(1);
    expect(await office.rowOf(id)).toMatchObject({ state: 'sent' });
  });

  it('is not when an event tells of it', async () => {
    const id = await lost();
    office.pass(3);
    await take(event(id, 'processed'));
    expect(await office.rowOf(id)).toMatchObject({ state: 'sent', deliveryStatus: 'sent', lastError: null });
    office.pass(60);
    expect(await sendNotifications(office.deps())).toBe(0);
    expect(office.sendgrid.asked).toBe(0);
  });
});

describe('an address that bounces, complains or unsubscribes', () => {
  it.each<[DeliveryEventKind, string]>([
    ['bounce', 'bounce'],
    ['spam_report', 'spam'],
    ['unsubscribe', 'unsubscribe'],
    ['group_unsubscribe', 'unsubscribe'],
  ])('(%s) gets no more email, with the reason', async (kind, reason) => {
    const [id = ''] = await sent(1);
    await take(event(id, kind, '550 no such user'));
    expect(await findSuppression(database.db, 'Ada@Example.org')).toMatchObject({ reason, detail: '550 no such user' });
    const [next] = await office.write(ADA);
    await database.db
      .updateTable('emailNotifications')
      .set({ kind: 'alert' })
      .where('id', '=', next ?? '')
      .execute();
    await sendNotifications(office.deps());
    expect(await office.rowOf(next)).toMatchObject({ state: 'suppressed' });
  });

  it('that only unsubscribed still gets what concerns its account', async () => {
    const [id = ''] = await sent(1);
    await take(event(id, 'unsubscribe'));
    const [next] = await office.write(ADA);
    await sendNotifications(office.deps());
    expect(await office.rowOf(next)).toMatchObject({ state: 'sent' });
  });

  it('is given up after three refusals for now, and has email again when that is lifted', async () => {
    const ids = await sent(4);
    for (const id of ids.slice(0, 2)) await take(event(id, 'blocked', '452 over quota'));
    expect(await findSuppression(database.db, ADA)).toBeNull();
    await take(event(ids[2] ?? '', 'blocked'));
    expect(await findSuppression(database.db, ADA)).toMatchObject({ reason: 'bounce' });
    office.pass(1);
    const { id: suppressed = '' } = (await findSuppression(database.db, ADA)) ?? {};
    await database.db.transaction().execute((trx) => liftSuppression(trx, suppressed, office.now));
    office.pass(1);
    await take(event(ids[3] ?? '', 'delivered'));
    expect(await findSuppression(database.db, ADA)).toBeNull();
    await take(event(ids[3] ?? '', 'spam_report'));
    expect(await findSuppression(database.db, ADA)).toMatchObject({ reason: 'spam' });
  });
});
