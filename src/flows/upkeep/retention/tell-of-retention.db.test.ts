import { expect, it } from 'vitest';
import { listActs } from '@/db/admin/audit-list';
import { accountDeps } from '@/test/account-deps';
import { useDatabase } from '@/test/database';
import { insertMonitorWithHistory, insertUser } from '@/test/factories';
import { sendNotifications } from '../send-notifications';
import { tellOfRetention } from './tell-of-retention';

const database = useDatabase();
const at = (time: string) => ({ ...accountDeps(database), db: database.db, now: () => new Date(time) });
/** The first of November 2025 leaves on the first of November 2026. */
const THIRTY_DAYS_BEFORE = '2026-10-02T00:00:00Z';
const tell = (time = THIRTY_DAYS_BEFORE, days = 365) => tellOfRetention(at(time), days);

async function personWithHistory(given: Parameters<typeof insertUser>[1] = {}, days = ['2025-11-03', '2025-11-20']) {
  const user = await insertUser(database.db, given);
  await insertMonitorWithHistory(database.db, days, { userId: user.id });
  return user;
}
const mailsTo = (email: string) => accountDeps(database).mailsTo(email);

it('tells each person once of a month, thirty days before, however many workers do it', async () => {
  const ada = await personWithHistory();
  const young = await personWithHistory({}, ['2026-09-01']);
  expect(await tell('2026-10-01T23:59:59Z')).toBe(0);
  const told = await Promise.all([tell(), tell(), tell()]);
  expect([told.reduce((sum, count) => sum + count, 0), await tell('2026-10-20T00:00:00Z')]).toEqual([1, 0]);
  const [mail, ...more] = await mailsTo(ada.email);
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ subject: 'Some of your history is about to leave · Monitors!', kind: 'account' });
  expect(mail?.text).toContain('yours of November 2025, from 1 November 2026 on, a day at a time.');
  expect(mail?.text).toContain('Get my data: https://monitors.example.org/account#export');
  expect(await mailsTo(young.email)).toEqual([]);
  const acts = await listActs(database.db, { action: 'retention.tell', limit: 10 });
  expect(acts).toMatchObject([{ personId: ada.id, recordId: '2025-11', details: { byEmail: true } }]);
});

it('tells nobody of what has begun to leave, and nothing where days are few', async () => {
  const ada = await personWithHistory();
  expect([await tell('2026-11-01T00:00:00Z'), await tell('2025-11-10T00:00:00Z', 20)]).toEqual([0, 0]);
  expect(await mailsTo(ada.email)).toEqual([]);
  expect(await tell()).toBe(1);
});

it('writes to nobody who wants no emails, is leaving, or is suspended; and after quiet hours', async () => {
  const off = await personWithHistory();
  await database.db.insertInto('emailPreferences').values({ userId: off.id, mode: 'off' }).execute();
  const quiet = await personWithHistory({ timeZone: 'Europe/Oslo' });
  const hours = { mode: 'gathered', quietFrom: '00:00', quietTo: '07:00' } as const;
  await database.db
    .insertInto('emailPreferences')
    .values({ userId: quiet.id, ...hours })
    .execute();
  await personWithHistory({ deletionRequestedAt: new Date() });
  await personWithHistory({ suspendedAt: new Date() });
  expect(await tell()).toBe(2);
  const rows = database.db.selectFrom('emailNotifications').select(['state', 'nextAttemptAt']);
  expect(await rows.where('userId', '=', off.id).execute()).toMatchObject([{ state: 'withheld' }]);
  expect(await rows.where('userId', '=', quiet.id).execute()).toEqual([
    { state: 'pending', nextAttemptAt: new Date('2026-10-02T05:00:00Z') },
  ]);
});

it('sends nothing to an address that gets no more email', async () => {
  const ada = await personWithHistory();
  await database.db.insertInto('suppressions').values({ email: ada.email, reason: 'bounce' }).execute();
  expect(await tell()).toBe(1);
  const sent: string[] = [];
  const send = async ({ to }: { to: string }) => {
    sent.push(to);
    return { sent: true, messageId: 'm-1' } as const;
  };
  await sendNotifications({ ...at('2026-10-02T12:00:00Z'), mail: { name: 'outbox', send, release: async () => true } });
  expect(sent).not.toContain(ada.email);
  expect(sent.length).toBeGreaterThan(0);
});
