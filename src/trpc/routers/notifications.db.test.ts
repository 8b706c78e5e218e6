import { beforeEach, describe, expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import type { News } from '@/domain/email/news';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';
import { type Told, tellNews } from '@/test/tell-news';
import { createContext } from '../init';
import { createCaller } from '../root';

const database = useDatabase();
const rest = useRest(database);

let ada: Told;
let eve: Told;
let inbox: Awaited<ReturnType<typeof callerOf>>['notifications'];

beforeEach(async () => {
  await database.db.deleteFrom('emailNotifications').execute();
  ada = await insertUser(database.db);
  eve = await insertUser(database.db);
  inbox = (await callerOf(ada)).notifications;
});

async function callerOf({ id }: Told) {
  const token = await openBearerSession(id, { userAgent: null, ip: null });
  return createCaller(await createContext(new Headers({ authorization: `Bearer ${token}` }), rest.surroundings));
}

const minute = (at: number) => new Date(Date.UTC(2026, 10, 29, 9, at));
/** Tells Ada so many alerts, a minute apart. */
async function tell(count: number, person = ada): Promise<void> {
  const { id: monitorId } = await insertMonitor(database.db, { userId: person.id, name: 'Tea' });
  for (let at = 0; at < count; at += 1) await tellNews(database.db, minute(at), person, { monitorId });
}
const told = async (news: Partial<News> = {}) => {
  await tellNews(database.db, minute(0), ada, news);
  return (await inbox.list({})).entries[0];
};

describe('the inbox', () => {
  it('tells what was alerted, of which monitor, why, and what became of its email', async () => {
    const monitor = await insertMonitor(database.db, { userId: ada.id, name: 'Aurora One below $300' });
    const entry = await told({ monitorId: monitor.id, monitorName: monitor.name });
    expect(entry).toMatchObject({
      kind: 'alert',
      monitor: { id: monitor.id, name: monitor.name },
      subject: 'Aurora One is $279.00 (was $312.00)',
      news: { sentence: 'Alert: $279.00 is below $300.00.' },
      readAt: null,
      delivery: { state: 'pending', gather: 'minute', withoutEmail: null },
    });
  });

  it('loses with a monitor what was told of it, as its history goes', async () => {
    const monitor = await insertMonitor(database.db, { userId: ada.id });
    await told({ monitorId: monitor.id });
    await (await callerOf(ada)).monitors.delete({ id: monitor.id });
    expect(await inbox.list({})).toEqual({ entries: [], nextCursor: null });
    expect(await inbox.unread()).toBe(0);
  });

  it('names no monitor and tells no news of what has neither', async () => {
    await told();
    await database.db.updateTable('emailNotifications').set({ monitorId: null, news: null }).execute();
    expect((await inbox.list({})).entries).toMatchObject([{ kind: 'alert', monitor: null, news: null }]);
  });

  it('comes by pages, newest first, each entry once, also those of one moment', async () => {
    await tell(5);
    await tell(5);
    const seen: { id: string; createdAt: Date }[] = [];
    let cursor: Awaited<ReturnType<typeof inbox.list>>['nextCursor'] | undefined;
    do {
      const page = await inbox.list({ limit: 3, cursor });
      seen.push(...page.entries);
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(10);
    const times = seen.map(({ createdAt }) => createdAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it('is of one person', async () => {
    await tell(2, eve);
    expect(await inbox.list({})).toEqual({ entries: [], nextCursor: null });
    expect(await inbox.unread()).toBe(0);
  });

  it('tells emails about the account to who asks for them, as read', async () => {
    const mail = { userId: ada.id, recipient: ada.email, kind: 'account' as const, subject: 'Confirm your address' };
    await database.db
      .insertInto('emailNotifications')
      .values({ ...mail, htmlContent: '', plainTextContent: '' })
      .execute();
    expect((await inbox.list({})).entries).toEqual([]);
    const { entries } = await inbox.list({ part: 'account' });
    expect(entries).toMatchObject([{ kind: 'account', subject: mail.subject, monitor: null, news: null }]);
    expect(entries[0]?.readAt).toEqual(entries[0]?.createdAt);
    expect(await (await callerOf(eve)).notifications.list({ part: 'account' })).toMatchObject({ entries: [] });
    expect([await inbox.unread(), await inbox.mark({ read: true })]).toEqual([0, 0]);
  });

  it('comes in parts: what was alerted, and what could not be read', async () => {
    await tell(1);
    await tell(1);
    const [first] = (await inbox.list({})).entries;
    await database.db
      .updateTable('emailNotifications')
      .set({ kind: 'error' })
      .where('id', '=', first?.id ?? '')
      .execute();
    const kinds = async (part: 'alerts' | 'problems') => (await inbox.list({ part })).entries.map(({ kind }) => kind);
    expect([await kinds('alerts'), await kinds('problems')]).toEqual([['alert'], ['error']]);
  });
});

describe('marking', () => {
  it('marks some as read and unread, each change counted once', async () => {
    await tell(3);
    const [first, second] = (await inbox.list({})).entries.map(({ id }) => id);
    const ids = [first ?? '', second ?? ''];
    expect(await inbox.mark({ ids, read: true })).toBe(2);
    expect(await inbox.mark({ ids, read: true })).toBe(0);
    expect(await inbox.unread()).toBe(1);
    expect((await inbox.list({ unreadOnly: true })).entries).toHaveLength(1);
    expect(await inbox.mark({ ids: [first ?? ''], read: false })).toBe(1);
    expect(await inbox.unread()).toBe(2);
  });

  it('marks all, and of nobody else', async () => {
    await tell(3);
    await tell(2, eve);
    expect(await inbox.mark({ read: true })).toBe(3);
    expect(await inbox.unread()).toBe(0);
    expect(await (await callerOf(eve)).notifications.unread()).toBe(2);
  });

  it('changes nothing by the ids of somebody else', async () => {
    await tell(2, eve);
    const others = (await callerOf(eve)).notifications;
    const ids = (await others.list({})).entries.map(({ id }) => id);
    expect(await inbox.mark({ ids, read: true })).toBe(0);
    expect(await others.unread()).toBe(2);
  });

  it('wants at least one id, where it is given any', async () => {
    await expect(inbox.mark({ ids: [], read: true })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('why an alert had no email', () => {
  it('is what its person chose, for as long as they do', async () => {
    const { emails, monitors } = await callerOf(ada);
    const { id: monitorId } = await insertMonitor(database.db, { userId: ada.id });
    await monitors.chooseEmails({ id: monitorId, mode: 'off' });
    expect((await told({ monitorId }))?.delivery).toMatchObject({ state: 'withheld', withoutEmail: 'monitor_off' });
    await emails.choose({ mode: 'off', digestHour: 8, quiet: null });
    expect((await inbox.list({})).entries[0]?.delivery).toMatchObject({ withoutEmail: 'all_off' });
    await emails.choose({ mode: 'gathered', digestHour: 8, quiet: null });
    await monitors.chooseEmails({ id: monitorId, mode: null });
    expect((await inbox.list({})).entries[0]?.delivery).toMatchObject({ state: 'withheld', withoutEmail: null });
  });

  it('is whether one that failed was tried for a day', async () => {
    await told();
    const fail = (lastError: string) =>
      database.db.updateTable('emailNotifications').set({ state: 'failed', lastError }).execute();
    await fail('SendGrid answered 503, at every try for 24 hours');
    expect((await inbox.list({})).entries[0]?.delivery).toMatchObject({ state: 'failed', gaveUp: true });
    await fail('SendGrid answered 400');
    expect((await inbox.list({})).entries[0]?.delivery).toMatchObject({ gaveUp: false });
  });

  it('is why the address takes none', async () => {
    await told();
    await database.db.updateTable('emailNotifications').set({ state: 'suppressed' }).execute();
    const suppression = { email: ada.email.toUpperCase(), reason: 'bounce' as const, detail: null };
    await database.db.insertInto('suppressions').values(suppression).execute();
    expect((await inbox.list({})).entries[0]?.delivery).toMatchObject({ withoutEmail: 'bounce' });
  });
});
