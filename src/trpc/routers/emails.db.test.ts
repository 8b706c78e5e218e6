import { beforeEach, describe, expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { authSecret } from '@/auth/secret';
import { mintUnsubscribeToken } from '@/auth/unsubscribe-token';
import { saveEmailPreference } from '@/db/email/email-preferences';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';
import { createContext } from '../init';
import { createCaller } from '../root';

const database = useDatabase();
const rest = useRest(database);
const DAILY = { mode: 'daily', digestHour: 18, quiet: { from: '22:00', to: '07:00' } } as const;

let person: { id: string; email: string };
let own: Awaited<ReturnType<typeof callerOf>>;

beforeEach(async () => {
  await database.db.deleteFrom('suppressions').execute();
  await database.db.deleteFrom('emailDays').execute();
  person = await insertUser(database.db);
  own = await callerOf(person);
});

async function callerOf({ id }: { id: string }) {
  const token = await openBearerSession(id, { userAgent: null, ip: null });
  return createCaller(await createContext(new Headers({ authorization: `Bearer ${token}` }), rest.surroundings));
}
const admin = async () => (await callerOf(await insertUser(database.db, { role: 'admin' }))).admin.emails;
/** Suppresses so many addresses, a minute apart; the last is the newest. */
async function suppress(...emails: string[]): Promise<void> {
  const values = emails.map((email, at) => ({
    ...{
      email,
      reason: 'bounce' as const,
      detail: '550 no such user',
      createdAt: new Date(Date.UTC(2026, 10, 29, 9, at)),
    },
  }));
  await database.db.insertInto('suppressions').values(values).execute();
}

describe('choosing how emails come', () => {
  it('begins gathered, and keeps what was chosen', async () => {
    const usual = { mode: 'gathered', digestHour: 8, quiet: null, byLinkAt: null };
    expect(await own.emails.preferences()).toEqual({ all: usual, monitors: [], mostADay: 30, suppression: null });
    await own.emails.choose(DAILY);
    expect((await own.emails.preferences()).all).toEqual({ ...DAILY, byLinkAt: null });
    expect((await (await callerOf(await insertUser(database.db))).emails.preferences()).all).toEqual(usual);
  });

  it.each([
    { ...DAILY, mode: 'sometimes' },
    { ...DAILY, digestHour: 24 },
    { ...DAILY, digestHour: 7.5 },
    { ...DAILY, quiet: { from: '22:00', to: '24:00' } },
    { ...DAILY, quiet: { from: '9:00', to: '10:00' } },
    { ...DAILY, quiet: { from: '22:00' } },
  ])('refuses %j', async (choice) => {
    await expect(own.emails.choose(choice as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect((await own.emails.preferences()).all.mode).toBe('gathered');
  });

  it('is of a monitor where its owner says so, until they take it back', async () => {
    const { id, name } = await insertMonitor(database.db, { userId: person.id, name: 'Tea' });
    await own.monitors.chooseEmails({ id, mode: 'at_once' });
    const chosen = { monitorId: id, name, mode: 'at_once', byLinkAt: null };
    expect((await own.emails.preferences()).monitors).toEqual([chosen]);
    await own.monitors.chooseEmails({ id, mode: null });
    expect((await own.emails.preferences()).monitors).toEqual([]);
  });

  it('is not for somebody else’s monitor', async () => {
    const { id } = await insertMonitor(database.db);
    await expect(own.monitors.chooseEmails({ id, mode: 'off' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await database.db.selectFrom('emailPreferences').select('id').where('monitorId', '=', id).execute()).toEqual(
      [],
    );
  });

  it('takes back what a link did', async () => {
    const choice = { userId: person.id, monitorId: null, mode: 'off' as const, byLinkAt: new Date(), now: new Date() };
    await database.db.transaction().execute((trx) => saveEmailPreference(trx, choice));
    expect((await own.emails.preferences()).all.byLinkAt).toEqual(choice.byLinkAt);
    await own.emails.choose({ ...DAILY, mode: 'gathered' });
    expect((await own.emails.preferences()).all).toMatchObject({ mode: 'gathered', byLinkAt: null });
  });

  it('tells who reads it why their address takes none', async () => {
    await suppress(person.email.toUpperCase());
    expect((await own.emails.preferences()).suppression).toEqual({
      reason: 'bounce',
      detail: '550 no such user',
      since: new Date(Date.UTC(2026, 10, 29, 9)),
    });
  });
});

describe('what a link ends', () => {
  it('is shown to whoever has its token, signed in or not, and nothing changes', async () => {
    const { id: monitorId } = await insertMonitor(database.db, { userId: person.id, name: 'Tea' });
    const token = mintUnsubscribeToken(authSecret(), { userId: person.id, monitorId }, new Date());
    const { emails } = createCaller(await createContext(new Headers(), rest.surroundings));
    const found = { monitorName: 'Tea', isOff: false, isAllOff: false };
    expect(await emails.unsubscription({ token })).toEqual(found);
    expect(await emails.unsubscription({ token })).toEqual(found);
    expect(await emails.unsubscription({ token: token.slice(0, -1) })).toBeNull();
    expect((await own.emails.preferences()).monitors).toEqual([]);
  });
});

describe('suppressions', () => {
  it('come to admins by pages, newest first, with whose address it is', async () => {
    await suppress('a@example.org', 'b@example.org', person.email, 'd@example.org', 'e@example.org');
    const emails = await admin();
    const first = await emails.suppressions({ limit: 3 });
    const rest = await emails.suppressions({ limit: 3, cursor: first.nextCursor });
    const all = [...first.suppressions, ...rest.suppressions];
    expect(all.map(({ email }) => email)).toEqual([
      ...['e@example.org', 'd@example.org', person.email, 'b@example.org', 'a@example.org'],
    ]);
    expect(all.find(({ email }) => email === person.email)?.userId).toBe(person.id);
    expect(all[0]?.userId).toBeNull();
    expect(rest.nextCursor).toBeNull();
  });

  it('are lifted once, by admins only, and stand in the audit', async () => {
    await suppress(person.email);
    const emails = await admin();
    const [{ id } = { id: '' }] = (await emails.suppressions({})).suppressions;
    await expect(own.admin.emails.lift({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await own.emails.preferences()).suppression).not.toBeNull();
    await emails.lift({ id });
    expect((await own.emails.preferences()).suppression).toBeNull();
    await expect(emails.lift({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const acts = await database.db.selectFrom('auditLog').select('action').where('subjectId', '=', id).execute();
    expect(acts).toEqual([{ action: 'suppression.lift' }]);
  });

  it('and figures are for admins only', async () => {
    await expect(own.admin.emails.suppressions({})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(own.admin.emails.days({})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

it('the admin sees what became of each day’s emails, newest first', async () => {
  const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
  const counts = [
    { day: day(1), kind: 'accepted', count: 7 },
    { day: day(0), kind: 'accepted', count: 3 },
    { day: day(0), kind: 'delivered', count: 2 },
    { day: day(40), kind: 'accepted', count: 9 },
  ];
  await database.pool.query(
    'INSERT INTO email_days SELECT * FROM jsonb_to_recordset($1) AS given (day date, kind text, count integer)',
    [JSON.stringify(counts)],
  );
  const emails = await admin();
  expect(await emails.days({})).toEqual([
    { day: day(0), counts: { accepted: 3, delivered: 2 } },
    { day: day(1), counts: { accepted: 7 } },
  ]);
  expect(await emails.days({ days: 1 })).toEqual([{ day: day(0), counts: { accepted: 3, delivered: 2 } }]);
});
