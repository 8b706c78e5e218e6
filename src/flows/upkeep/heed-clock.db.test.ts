import { describe, expect, it } from 'vitest';
import { claimNotification, markSent } from '@/db/email/notification-claims';
import { useDatabase } from '@/test/database';
import { insertMonitor } from '@/test/factories';
import { useMailOffice } from '@/test/mail-office';
import { useRefreshes } from '@/test/refreshes';
import { heedClock } from './heed-clock';

const database = useDatabase();
const world = useRefreshes(database);
const office = useMailOffice(database);

const DAY_MS = 24 * 60 * 60_000;
const at = (now: Date) => ({ ...world.deps(), now: () => now });
const later = (from: Date, ms: number) => new Date(from.getTime() + ms);

describe('a clock that was set back by a day', () => {
  it('leaves a check no longer under way than its lease is long, and a live worker its lease', async () => {
    const monitor = await insertMonitor(database.db);
    const id = await world.queue(monitor);
    const ahead = later(world.now, DAY_MS + 15_000);
    const of = database.db.updateTable('evaluations').where('id', '=', id);
    await of.set({ phase: 'reading', leaseExpiresAt: ahead, leaseToken: crypto.randomUUID() }).execute();
    expect(await heedClock(at(world.now))).toBe(1);
    expect(await heedClock(at(world.now))).toBe(0);
    const row = await database.db
      .selectFrom('evaluations')
      .select(['phase', 'leaseExpiresAt', 'leaseToken'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const { leaseMs } = world.deps().settings;
    expect(row).toMatchObject({ phase: 'reading', leaseExpiresAt: later(world.now, leaseMs) });
    expect(row.leaseToken).not.toBeNull();
  });

  it('does not send an email twice that is on its way, nor keep one of a dead sender', async () => {
    const [id] = await office.write('ada@example.org');
    const lease = { leaseMs: 60_000, confirmMs: 0 };
    const held = await claimNotification(database.db, later(office.now, DAY_MS), lease);
    expect(held?.id).toBe(id);
    expect(await heedClock(at(office.now))).toBe(1);
    expect(await claimNotification(database.db, office.now, lease)).toBeNull();
    expect((await claimNotification(database.db, later(office.now, 61_000), lease))?.id).toBe(id);
    if (held) expect(await markSent(database.db, held, { now: office.now, messageId: null, strike: true })).toBe(false);
    expect((await office.rowOf(id)).state).toBe('sending');
  });

  it('lets emails wait as long as they would have, and the next try come', async () => {
    const [ahead, tried, digest, due] = await office.write(
      ...['one@example.org', 'two@example.org', 'three@example.org', 'four@example.org'],
    );
    const set = (id: string | undefined, values: { createdAt?: Date; nextAttemptAt: Date; gather?: 'digest' }) =>
      database.db
        .updateTable('emailNotifications')
        .set(values)
        .where('id', '=', id ?? '')
        .execute();
    await set(ahead, { createdAt: later(office.now, DAY_MS), nextAttemptAt: later(office.now, DAY_MS + 30_000) });
    await set(tried, { nextAttemptAt: later(office.now, DAY_MS) });
    await set(digest, { nextAttemptAt: later(office.now, DAY_MS), gather: 'digest' });
    expect(await heedClock(at(office.now))).toBe(2);
    expect(await heedClock(at(office.now))).toBe(0);
    const dueAt = async (id: string | undefined) => (await office.rowOf(id)).nextAttemptAt;
    expect(await dueAt(ahead)).toEqual(later(office.now, 30_000));
    expect(await dueAt(tried)).toEqual(office.now);
    expect(await dueAt(digest)).toEqual(later(office.now, DAY_MS));
    expect(await dueAt(due)).toEqual(office.now);
  });
});
