import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '@/test/database';
import { findLiveSession, listSessions, openSession, revokeSession, revokeSessions, touchSession } from './sessions';
import { insertUser } from './users';

const database = useDatabase();
const now = new Date('2026-03-01T10:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const origin = { userAgent: 'Firefox', ip: '203.0.113.7' };
let ada = '';
let bob = '';

beforeAll(async () => {
  const user = { name: 'A', passwordHash: null, timeZone: 'UTC', isBetaUser: true };
  ada = (await insertUser(database.db, { ...user, email: 'ada@example.org' }))!.id;
  bob = (await insertUser(database.db, { ...user, email: 'bob@example.org' }))!.id;
});

const open = (userId: string) => openSession(database.db, userId, origin, { now, expiresAt: later(60) });

describe('sessions', () => {
  it('belong to a person until they expire', async () => {
    const id = await open(ada);
    expect((await findLiveSession(database.db, id, later(59)))?.person.email).toBe('ada@example.org');
    expect(await findLiveSession(database.db, id, later(60))).toBeNull();
  });

  it('note the sign-in on the account and when they were last used', async () => {
    const id = await open(ada);
    await touchSession(database.db, id, later(7));
    expect((await findLiveSession(database.db, id, later(8)))?.lastSeenAt).toEqual(later(7));
    const user = await database.db.selectFrom('users').select('lastLoginAt').where('id', '=', ada).executeTakeFirst();
    expect(user?.lastLoginAt).toEqual(now);
  });

  it('end at once when they are revoked, by their person only', async () => {
    const id = await open(ada);
    expect(await revokeSession(database.db, bob, id, now)).toBe(false);
    expect(await findLiveSession(database.db, id, now)).not.toBeNull();
    expect(await revokeSession(database.db, ada, id, now)).toBe(true);
    expect(await findLiveSession(database.db, id, now)).toBeNull();
    expect(await revokeSession(database.db, ada, id, now)).toBe(false);
  });

  it('end everywhere but here, and leave other people signed in', async () => {
    await revokeSessions(database.db, ada, null, now);
    const [here, there, others] = [await open(ada), await open(ada), await open(bob)];
    expect(await revokeSessions(database.db, ada, here, now)).toBe(1);
    expect((await listSessions(database.db, ada, now)).map(({ id }) => id)).toEqual([here]);
    expect(await findLiveSession(database.db, there, now)).toBeNull();
    expect(await findLiveSession(database.db, others, now)).not.toBeNull();
  });

  it('do not live while the person is suspended', async () => {
    const id = await open(bob);
    const suspend = (suspendedAt: Date | null) =>
      database.db.updateTable('users').set({ suspendedAt }).where('id', '=', bob).execute();
    await suspend(now);
    expect(await findLiveSession(database.db, id, now)).toBeNull();
    await suspend(null);
    expect(await findLiveSession(database.db, id, now)).not.toBeNull();
  });
});
