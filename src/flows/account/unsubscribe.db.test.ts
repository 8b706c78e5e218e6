import { beforeEach, describe, expect, it, vi } from 'vitest';
import { authSecret } from '@/auth/secret';
import { mintUnsubscribeToken } from '@/auth/unsubscribe-token';
import { findEmailPreferences } from '@/db/email/email-preferences';
import { listInbox } from '@/db/email/inbox';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { useMailOffice } from '@/test/mail-office';
import { sendNotifications } from '../upkeep/send-notifications';
import { chooseEmails, chooseEmailsOf } from './choose-emails';
import { showUnsubscription, unsubscribe } from './unsubscribe';

const database = useDatabase();
const office = useMailOffice(database);
const deps = () => ({ db: database.db, now: () => office.now });
let ada: { id: string; email: string; timeZone: string };

beforeEach(async () => {
  ada = await insertUser(database.db, { timeZone: 'UTC' });
});

const tokenOf = (monitorId: string | null, userId = ada.id) =>
  mintUnsubscribeToken(authSecret(), { userId, monitorId }, office.now);
const subjects = async () => {
  await sendNotifications(office.deps());
  return office.sendgrid.mails.map(({ subject }) => subject);
};

describe('a link that ends emails', () => {
  it('ends those of its monitor, what waits too, and the inbox keeps all', async () => {
    const tea = await insertMonitor(database.db, { userId: ada.id, name: 'Tea' });
    await chooseEmails(deps(), ada, { mode: 'daily', digestHour: 8, quiet: null });
    await office.tell(ada, { monitorId: tea.id, about: 'Tea' }, { about: 'Coffee' });
    expect(await showUnsubscription(deps(), tokenOf(tea.id))).toMatchObject({ monitorName: 'Tea', isOff: false });
    const ended = await unsubscribe(deps(), tokenOf(tea.id), { again: false });
    expect(ended).toMatchObject({ monitorName: 'Tea', isOff: true });
    // Mail programs may press twice.
    expect(await unsubscribe(deps(), tokenOf(tea.id), { again: false })).toMatchObject({ isOff: true });
    office.pass(24 * 60);
    await office.tell(ada, { monitorId: tea.id, about: 'Tea' });
    expect(await subjects()).toEqual(['Coffee is $279.00 (was $312.00)']);
    const inbox = await listInbox(database.db, ada.id, { limit: 10, unreadOnly: true });
    expect(inbox.map(({ state }) => state).sort()).toEqual(['sent', 'withheld', 'withheld']);
    expect((await findEmailPreferences(database.db, ada.id)).monitors).toMatchObject([{ byLinkAt: expect.any(Date) }]);

    expect(await unsubscribe(deps(), tokenOf(tea.id), { again: true })).toMatchObject({ isOff: false });
    await chooseEmails(deps(), ada, { mode: 'at_once', digestHour: 8, quiet: null });
    await office.tell(ada, { monitorId: tea.id, about: 'Tea' });
    expect(await subjects()).toHaveLength(2);
  });

  it('ends those of all monitors, whatever each has of its own, and none about the account', async () => {
    const tea = await insertMonitor(database.db, { userId: ada.id, name: 'Tea' });
    await chooseEmailsOf(deps(), ada, { monitorId: tea.id, mode: 'at_once' });
    const ended = await unsubscribe(deps(), tokenOf(null), { again: false });
    expect(ended).toMatchObject({ monitorName: null, isOff: true });
    await office.tell(ada, { monitorId: tea.id, about: 'Tea' }, { about: 'Coffee' });
    const [account = ''] = await office.write(ada.email);
    await sendNotifications(office.deps());
    expect([...office.sendgrid.accepted.keys()]).toEqual([account]);
    expect(await unsubscribe(deps(), tokenOf(null), { again: true })).toMatchObject({ isOff: false });
  });

  it('ends what waits for another try, and nothing else of what it was gathered with', async () => {
    await office.write(ada.email);
    await sendNotifications(office.deps());
    const tea = await insertMonitor(database.db, { userId: ada.id, name: 'Tea' });
    await office.tell(ada, { about: 'First' });
    await sendNotifications(office.deps());
    await office.tell(ada, { monitorId: tea.id, about: 'Tea' }, { about: 'Coffee' }, { about: 'Milk' });
    office.pass(1);
    office.sendgrid.answer = () => ({ status: 503 });
    await sendNotifications(office.deps());
    expect(await office.states()).toEqual({ sent: 2, gathered: 3, pending: 1 });
    await unsubscribe(deps(), tokenOf(tea.id), { again: false });
    office.sendgrid.answer = () => ({ status: 202 });
    office.pass(1);
    await sendNotifications(office.deps());
    const body = office.sendgrid.mails.at(-1)?.content[0]?.value ?? '';
    expect([body.includes('Coffee'), body.includes('Milk'), body.includes('Tea is')]).toEqual([true, true, false]);
    expect(await office.states()).toEqual({ sent: 3, gathered: 2, withheld: 1 });
  });

  it('ends what is being sent, where it has to be sent again', async () => {
    const answer = Promise.withResolvers<void>();
    await chooseEmails(deps(), ada, { mode: 'at_once', digestHour: 8, quiet: null });
    await office.tell(ada, { about: 'Coffee' });
    office.sendgrid.answer = () => ({ status: 503, until: answer.promise });
    const sending = sendNotifications(office.deps());
    await vi.waitFor(() => expect(office.sendgrid.asked).toBe(1));
    await unsubscribe(deps(), tokenOf(null), { again: false });
    answer.resolve();
    await sending;
    office.sendgrid.answer = () => ({ status: 202 });
    office.pass(60);
    expect(await subjects()).toEqual([]);
    expect(await office.states()).toEqual({ withheld: 1 });
  });

  it('brings nothing back that is not off: what was chosen since stays', async () => {
    await chooseEmails(deps(), ada, { mode: 'daily', digestHour: 6, quiet: null });
    expect(await unsubscribe(deps(), tokenOf(null), { again: true })).toMatchObject({ isOff: false });
    expect((await findEmailPreferences(database.db, ada.id)).all).toMatchObject({ mode: 'daily', digestHour: 6 });
  });

  it('says where a link of one monitor cannot bring anything back, since all are off', async () => {
    const tea = await insertMonitor(database.db, { userId: ada.id, name: 'Tea' });
    await unsubscribe(deps(), tokenOf(null), { again: false });
    const off = { monitorName: 'Tea', isOff: true, isAllOff: true };
    expect(await showUnsubscription(deps(), tokenOf(tea.id))).toEqual(off);
    expect(await unsubscribe(deps(), tokenOf(tea.id), { again: true })).toEqual(off);
  });

  it('ends nothing with a token that is cut, too old, of somebody else’s monitor or of nobody', async () => {
    const tea = await insertMonitor(database.db);
    const bad = [tokenOf(tea.id), tokenOf(null, tea.id), tokenOf(null).slice(0, -2), '', 'a.b', 'x'.repeat(100_000)];
    for (const token of bad) {
      expect(await showUnsubscription(deps(), token)).toBeNull();
      expect(await unsubscribe(deps(), token, { again: false })).toBeNull();
    }
    const old = tokenOf(null);
    office.pass(401 * 24 * 60);
    expect(await unsubscribe(deps(), old, { again: false })).toBeNull();
    expect((await findEmailPreferences(database.db, ada.id)).all).toMatchObject({ mode: 'gathered', byLinkAt: null });
  });
});

describe('an account that is suspended, or about to be removed', () => {
  it.each(['suspendedAt', 'deletionRequestedAt'])('(%s) gets no more alerts by email', async (since) => {
    await office.tell(ada, { about: 'Tea' });
    const reason = since === 'suspendedAt' ? { suspendedReason: 'abuse' } : {};
    await database.db
      .updateTable('users')
      .set({ [since]: office.now, ...reason })
      .where('id', '=', ada.id)
      .execute();
    const [account = ''] = await office.write(ada.email);
    await sendNotifications(office.deps());
    expect([...office.sendgrid.accepted.keys()]).toEqual([account]);
    expect(await office.states()).toEqual({ sent: 1, withheld: 1 });
  });
});

describe('choosing for one monitor', () => {
  it('is for its owner', async () => {
    const tea = await insertMonitor(database.db);
    const choice = chooseEmailsOf(deps(), ada, { monitorId: tea.id, mode: 'off' });
    await expect(choice).rejects.toMatchObject({ reason: 'monitor_not_found' });
  });
});
