import { describe, expect, it } from 'vitest';
import { openSession } from '@/db/sessions';
import { findPerson } from '@/db/users';
import { isWhitelisted } from '@/db/whitelist';
import { chargeDay } from '@/domain/limits';
import { accountDeps } from '@/test/account-deps';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { endSessions } from '../account/end-access';
import { registerPerson } from '../account/register-person';
import { admitWaiting, setBeta } from './admit-person';
import { listPeople } from './list-people';
import { admitAddress, readWhitelist, setAddressActive } from './manage-whitelist';
import { readStats } from './read-stats';
import { suspendPerson } from './restrict-person';

const database = useDatabase();
const NOW = new Date('2026-11-22T12:00:00Z');
const NOBODY = '00000000-0000-4000-8000-000000000000';

function deps(states: { name: 'claude' | 'offline'; healthy: boolean }[] = [{ name: 'offline', healthy: true }]) {
  const probe = async () => [];
  const readers = { state: () => states, probe } as unknown as Parameters<typeof readStats>[0]['readers'];
  const queue = { probe: async () => undefined } as Parameters<typeof readStats>[0]['queue'];
  return { ...accountDeps(database), db: database.db, now: () => NOW, readers, queue };
}

async function signIn(userId: string) {
  const times = { now: NOW, expiresAt: new Date('2027-01-01T00:00:00Z') };
  return openSession(database.db, userId, { userAgent: null, ip: null }, times);
}

describe('listPeople', () => {
  it('gives every person once over its pages, also where accounts were made in the same moment', async () => {
    const createdAt = new Date('2026-01-01T00:00:00Z');
    const made: { id: string }[] = [];
    for (let n = 0; n < 5; n += 1) made.push(await insertUser(database.db, { name: 'Pager 100%', createdAt }));
    await insertMonitor(database.db, { userId: made[0]!.id });
    const seen: { id: string; monitorCount: number }[] = [];
    let cursor: string | undefined;
    do {
      const page = await listPeople(deps(), { search: ' pager 100% ', limit: 2, cursor });
      expect(page.total).toBe(5);
      seen.push(...page.people);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.map((person) => person.id).sort()).toEqual(made.map((person) => person.id).sort());
    expect(seen.find((person) => person.id === made[0]!.id)?.monitorCount).toBe(1);
    expect((await listPeople(deps(), { search: 'pager_100', limit: 2 })).total).toBe(0);
  });
});

describe('setBeta and suspendPerson', () => {
  it('open and close the beta', async () => {
    const user = await insertUser(database.db, { isBetaUser: false });
    const request = { personId: user.id, isBetaUser: true, actorId: NOBODY };
    expect(await setBeta(deps(), request)).toEqual({
      id: user.id,
      email: user.email,
      isBetaUser: true,
      suspendedAt: null,
    });
    expect(await setBeta(deps(), request)).toMatchObject({ isBetaUser: true });
    await expect(setBeta(deps(), { ...request, personId: NOBODY })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('end the sign-ins of who is suspended, for good', async () => {
    const user = await insertUser(database.db);
    await signIn(user.id);
    const request = { personId: user.id, reason: 'Spam', actorId: NOBODY };
    expect(await suspendPerson(deps(), request)).toMatchObject({ suspendedAt: NOW });
    expect(await suspendPerson(deps(), { ...request, reason: null })).toMatchObject({ suspendedAt: null });
    expect(await endSessions(deps(), { personId: user.id, actorId: NOBODY })).toBe(0);
  });

  it('do not let an admin lock themselves out', async () => {
    const admin = await insertUser(database.db, { role: 'admin' });
    const request = { personId: admin.id, reason: 'oops', actorId: admin.id };
    await expect(suspendPerson(deps(), request)).rejects.toMatchObject({ code: 'conflict', reason: 'own_account' });
  });

  it('signs out everywhere', async () => {
    const user = await insertUser(database.db);
    await signIn(user.id);
    await signIn(user.id);
    expect(await endSessions(deps(), { personId: user.id, actorId: NOBODY })).toBe(2);
    const stranger = { personId: NOBODY, actorId: NOBODY };
    await expect(endSessions(deps(), stranger)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the whitelist', () => {
  it('admits an address, says who did it, revokes it, and takes it back', async () => {
    const admin = await insertUser(database.db, { role: 'admin' });
    const added = await admitAddress(deps(), { email: 'New@Example.org', actorId: admin.id });
    expect(added.admitted).toBe(false);
    const entryId = added.entry.id;
    expect(await isWhitelisted(database.db, 'new@example.org')).toBe(true);
    const { entries } = await readWhitelist(deps(), { limit: 10 });
    const listed = { email: 'new@example.org', addedBy: admin.id, addedByEmail: admin.email, isActive: true };
    expect(entries[0]).toMatchObject(listed);
    const off = { entryId, isActive: false, actorId: admin.id };
    expect((await setAddressActive(deps(), off)).entry).toMatchObject({ ...listed, isActive: false });
    expect(await isWhitelisted(database.db, 'new@example.org')).toBe(false);
    expect((await setAddressActive(deps(), off)).entry.isActive).toBe(false);
    await expect(setAddressActive(deps(), { ...off, entryId: NOBODY })).rejects.toMatchObject({ code: 'not_found' });
    expect((await admitAddress(deps(), { email: 'new@example.org', actorId: admin.id })).entry).toEqual(entries[0]);
  });
});

describe('admission', () => {
  const admissions = async (email: string) =>
    (await accountDeps(database).mailsTo(email)).filter((mail) => mail.subject.startsWith('You are in'));

  it('mails somebody once that they are in, and nothing when they are put out', async () => {
    const user = await insertUser(database.db, { isBetaUser: false });
    const request = { personId: user.id, isBetaUser: true, actorId: NOBODY };
    await Promise.all([setBeta(deps(), request), setBeta(deps(), request), setBeta(deps(), request)]);
    const mails = await admissions(user.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ kind: 'account', text: expect.stringContaining('/monitors/new') });
    await setBeta(deps(), { ...request, isBetaUser: false });
    expect(await accountDeps(database).mailsTo(user.email)).toHaveLength(1);
  });

  it('lets in who waits when their address is put on the whitelist', async () => {
    const waiting = await insertUser(database.db, { isBetaUser: false, email: 'Waits@Example.org' });
    const added = await admitAddress(deps(), { email: 'waits@example.org', actorId: waiting.id });
    expect(added.admitted).toBe(true);
    expect(await findPerson(database.db, waiting.id)).toMatchObject({ isBetaUser: true });
    expect(await admissions('Waits@Example.org')).toHaveLength(1);
    const again = await admitAddress(deps(), { email: 'waits@example.org', actorId: waiting.id });
    expect(again).toEqual({ ...added, admitted: false });
  });

  it('does not tell the suspended that the door is open', async () => {
    const user = await insertUser(database.db, { isBetaUser: false, suspendedAt: NOW });
    await setBeta(deps(), { personId: user.id, isBetaUser: true, actorId: NOBODY });
    expect(await accountDeps(database).mailsTo(user.email)).toEqual([]);
  });

  it('leaves nobody waiting who registers while their address is put on the list', async () => {
    const admin = await insertUser(database.db, { role: 'admin' });
    for (let n = 0; n < 8; n += 1) {
      const email = `race${n}@example.org`;
      const registration = { email, name: 'Racer', password: 'Correct9horse', timeZone: 'UTC' };
      const [person] = await Promise.all([
        registerPerson(deps(), registration, { everyone: false }),
        admitAddress(deps(), { email, actorId: admin.id }),
      ]);
      expect(await findPerson(database.db, person.id)).toMatchObject({ isBetaUser: true });
    }
  });

  it('lets in everybody who waits where the beta was opened to all', async () => {
    const waiting = await insertUser(database.db, { isBetaUser: false });
    const suspended = await insertUser(database.db, { isBetaUser: false, suspendedAt: NOW });
    expect(await admitWaiting(deps())).toBeGreaterThan(0);
    expect(await admitWaiting(deps())).toBe(0);
    expect(await admissions(waiting.email)).toHaveLength(1);
    expect(await findPerson(database.db, suspended.id)).toMatchObject({ isBetaUser: false });
  });

  it('lists who waits, without admins and the suspended', async () => {
    const name = 'Filter Case';
    const waiting = await insertUser(database.db, { name, isBetaUser: false });
    const suspended = await insertUser(database.db, { name, isBetaUser: false, suspendedAt: NOW });
    await insertUser(database.db, { name, isBetaUser: false, role: 'admin' });
    await insertUser(database.db, { name, isBetaUser: true });
    const found = async (only?: 'waiting' | 'suspended') => {
      const { people, total } = await listPeople(deps(), { search: name, only, limit: 10 });
      expect(people).toHaveLength(total);
      return people.map((person) => person.id);
    };
    expect(await found('waiting')).toEqual([waiting.id]);
    expect(await found('suspended')).toEqual([suspended.id]);
    expect(await found()).toHaveLength(4);
  });
});

describe('readStats', () => {
  it('counts, and calls nothing healthy that it has not seen', async () => {
    const before = await readStats(deps());
    expect(before.health).toMatchObject({
      database: { health: 'healthy' },
      aiProviders: { health: 'unknown', detail: expect.stringContaining('No model is set up') },
      emailService: { health: 'unknown', detail: expect.stringContaining('outbox') },
      scrapingService: { health: 'unknown', detail: expect.stringContaining('Too few') },
      queue: { health: 'healthy' },
      limits: { health: 'unknown', detail: 'Nothing was counted in PostgreSQL yet.' },
    });
    const monitor = await insertMonitor(database.db, { isActive: false });
    const after = await readStats(deps());
    expect(after.totalUsers).toBe(before.totalUsers + 1);
    expect(after.totalMonitors - after.activeMonitors).toBe(before.totalMonitors - before.activeMonitors + 1);
    expect(after.health.database.health).not.toBe('critical');
    expect(monitor.isActive).toBe(false);
  });

  it('tells of readers, mails and pages that fail', async () => {
    const monitor = await insertMonitor(database.db);
    const { userId } = monitor;
    const recent = new Date(NOW.getTime() - 30 * 60_000);
    for (let n = 0; n < 6; n += 1) {
      await database.db
        .insertInto('evaluations')
        .values({
          monitorId: monitor.id,
          userId,
          phase: 'done',
          outcome: 'blocked',
          requestedAt: recent,
          finishedAt: recent,
          chargeDay: chargeDay(NOW),
        })
        .execute();
      await database.db
        .insertInto('aiUsage')
        .values({ at: recent, reader: 'claude', purpose: 'read', latencyMs: 1, outcome: n < 1 ? 'timeout' : 'ok' })
        .execute();
    }
    const mail = { userId, recipient: 'a@b.example', subject: 's', htmlContent: '', plainTextContent: '' };
    await database.db
      .insertInto('emailNotifications')
      .values({ ...mail, kind: 'account', createdAt: recent })
      .execute();
    const { health } = await readStats(deps([{ name: 'claude', healthy: true }]));
    expect(health).toMatchObject({
      aiProviders: { health: 'warning', detail: expect.stringContaining('1 of 6') },
      emailService: { health: 'warning', detail: expect.stringContaining('1 wait') },
      scrapingService: { health: 'critical', detail: expect.stringContaining('6 of the last 6') },
    });
    const broken = await readStats(deps([{ name: 'claude', healthy: false }]));
    expect(broken.health.aiProviders).toMatchObject({ health: 'critical', detail: expect.stringContaining('claude') });
  });
});
