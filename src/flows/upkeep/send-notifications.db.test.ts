import { describe, expect, it } from 'vitest';
import { claimNotification, markFailed, markSent, putBack } from '@/db/email/notification-claims';
import { listOpenFaults, noteFault } from '@/db/email/service-faults';
import { useDatabase } from '@/test/database';
import { addresses, useMailOffice } from '@/test/mail-office';
import { sendNotifications } from './send-notifications';

const database = useDatabase();
const office = useMailOffice(database);

const LEASE = { leaseMs: 60_000, confirmMs: 0 };

/** Each notification was accepted, and once. */
function expectEachOnce(ids: string[]): void {
  expect([...office.sendgrid.accepted.values()].filter((times) => times !== 1)).toEqual([]);
  expect([...office.sendgrid.accepted.keys()].sort()).toEqual([...ids].sort());
}

describe('a slow mail service', () => {
  it('gets each mail once from several senders, however long all of them take together', async () => {
    // Twenty seconds pass in one, so that an answer takes five of them: sixteen take longer than any lease.
    const [since, begun] = [office.now.getTime(), performance.now()];
    const now = () => new Date(since + (performance.now() - begun) * 20);
    office.sendgrid.answer = () => ({ status: 202, afterMs: 250 });
    const ids = await office.write(...addresses(16));
    const first = sendNotifications({ ...office.deps(), now });
    await expect.poll(() => office.sendgrid.asked, { timeout: 10_000 }).toBeGreaterThan(0);
    const senders = [first];
    while ((await office.states()).sent !== 16) senders.push(sendNotifications({ ...office.deps(), now }));
    await Promise.all(senders);
    expectEachOnce(ids);
  });

  it('that refuses some for now gets each of many once in the end', async () => {
    let asked = 0;
    office.sendgrid.answer = () => ({ status: asked++ % 10 === 3 ? 503 : 202, afterMs: (asked * 37) % 120 });
    const ids = await office.write(...addresses(60));
    for (let round = 0; round < 20 && (await office.states()).sent !== 60; round += 1) {
      await Promise.all([1, 2, 3, 4].map(() => sendNotifications(office.deps())));
      office.pass(20);
    }
    expect(await office.states()).toEqual({ sent: 60 });
    expectEachOnce(ids);
  });
});

describe('a lease', () => {
  it('that was lost counts no more: nothing of its holder is written', async () => {
    const [id] = await office.write('ada@example.org');
    const lost = await claimNotification(database.db, office.now, LEASE);
    office.pass(2);
    const held = await claimNotification(database.db, office.now, LEASE);
    if (!lost || !held) throw new Error('Both should have had it');
    expect(lost.id).toBe(held.id);
    const before = await office.rowOf(id);
    const again = { at: office.now, error: 'late', failingSince: null, counts: true };
    expect(await markSent(database.db, lost, { now: office.now, messageId: 'late', strike: true })).toBe(false);
    expect(await markFailed(database.db, lost, 'late')).toBe(false);
    expect(await putBack(database.db, lost, again)).toBe(false);
    expect(await office.rowOf(id)).toEqual(before);
    expect(await markSent(database.db, held, { now: office.now, messageId: 'm', strike: false })).toBe(true);
    expect(await office.rowOf(id)).toMatchObject({ state: 'sent', sendGridMessageId: 'm', leaseToken: null });
  });

  it('is taken over when its holder died', async () => {
    const ids = await office.write('ada@example.org');
    await claimNotification(database.db, office.now, LEASE);
    expect(await sendNotifications(office.deps())).toBe(0);
    office.pass(2);
    expect(await sendNotifications(office.deps())).toBe(1);
    expectEachOnce(ids);
  });
});

describe('a rejected key', () => {
  it.each([401, 403])('(%i) keeps everything, is told once, and all goes out when it is mended', async (status) => {
    office.sendgrid.answer = () => ({ status });
    const ids = await office.write(...addresses(20));
    await sendNotifications(office.deps());
    const { asked } = office.sendgrid;
    expect(await office.states()).toEqual({ pending: 20 });
    // Two days, and only one try a minute.
    for (let hour = 0; hour < 48; hour += 1) {
      office.pass(60);
      await Promise.all([1, 2, 3].map(() => sendNotifications(office.deps())));
    }
    expect(office.sendgrid.asked).toBe(asked + 48);
    expect(await office.states()).toEqual({ pending: 20 });
    expect(office.errors.filter((line) => line.includes('SENDGRID_API_KEY'))).toHaveLength(1);
    expect(await listOpenFaults(database.db)).toMatchObject([
      { service: 'email', detail: `SendGrid answered ${status}` },
    ]);

    office.sendgrid.answer = () => ({ status: 202 });
    expect(await sendNotifications(office.deps())).toBe(0);
    office.pass(1);
    expect(await sendNotifications(office.deps())).toBe(20);
    expectEachOnce(ids);
    expect(await listOpenFaults(database.db)).toEqual([]);
  });

  it('is mended while others look whether they may be sent: they are', async () => {
    const ids = await office.write(...addresses(3));
    await noteFault(database.db, { service: 'email', detail: 'x', now: office.now, nextProbeAt: office.now });
    office.pass(1);
    const { db, held } = holdSecondLook();
    const sending = sendNotifications({ ...office.deps(), db });
    await expect.poll(() => listOpenFaults(database.db)).toEqual([]);
    // The probe has ended by now; the look that began before it says no.
    setTimeout(held.resolve, 50);
    expect(await sending).toBe(3);
    expectEachOnce(ids);
  });

  /** A database whose second answer about faults comes late. */
  function holdSecondLook() {
    const held = Promise.withResolvers<void>();
    let looks = 0;
    const second = new WeakSet<object>();
    const db = database.db.withPlugin({
      transformQuery: ({ node, queryId }) => {
        const isLook = node.kind === 'SelectQueryNode' && JSON.stringify(node.from).includes('service_faults');
        if (isLook && ++looks === 2) second.add(queryId);
        return node;
      },
      transformResult: async ({ result, queryId }) => {
        if (second.has(queryId)) await held.promise;
        return result;
      },
    });
    return { db, held };
  }

  it('takes nothing of the day that a mail has for passing faults', async () => {
    await office.write('ada@example.org');
    for (const [status, minutes] of [
      [503, 20 * 60],
      [401, 20 * 60],
      [503, 20 * 60],
    ] as const) {
      office.sendgrid.answer = () => ({ status });
      await sendNotifications(office.deps());
      office.pass(minutes);
    }
    expect(await office.states()).toEqual({ pending: 1 });
  });
});

describe('a mail service that is down', () => {
  /** Time passes in steps of five minutes, with a try at each. */
  async function passHours(hours: number): Promise<void> {
    for (let minute = 0; minute < hours * 60; minute += 5) {
      await sendNotifications(office.deps());
      office.pass(5);
    }
  }

  it('for three hours loses nothing', async () => {
    office.sendgrid.answer = () => ({ status: 503 });
    const ids = await office.write('ada@example.org', 'bob@example.org');
    await passHours(3);
    expect(await office.states()).toEqual({ pending: 2 });
    // Each was tried less and less often.
    expect(office.sendgrid.asked).toBeLessThan(2 * 25);
    office.sendgrid.answer = () => ({ status: 202 });
    await passHours(0.5);
    expectEachOnce(ids);
  });

  it('for more than a day ends what waits, with the reason', async () => {
    office.sendgrid.answer = () => ({ status: 503 });
    const [id] = await office.write('ada@example.org');
    await passHours(23.5);
    expect(await office.rowOf(id)).toMatchObject({ state: 'pending' });
    await passHours(1);
    expect(await office.rowOf(id)).toMatchObject({
      state: 'failed',
      lastError: 'SendGrid answered 503, at every try for 24 hours',
    });
  });
});

describe('sendNotifications', () => {
  it('ends only the mail that is refused for good', async () => {
    const bad = 'bad@example.org';
    office.sendgrid.answer = (recipient) => ({ status: recipient === bad ? 400 : 202 });
    const [ada, refused, bob] = await office.write('ada@example.org', bad, 'bob@example.org');
    await sendNotifications(office.deps());
    expect(await office.rowOf(refused)).toMatchObject({ state: 'failed', lastError: 'SendGrid answered 400' });
    for (const id of [ada, bob]) expect(await office.rowOf(id)).toMatchObject({ state: 'sent' });
    expect(office.errors).toEqual([]);
  });

  it('sends nothing to a suppressed address', async () => {
    await database.db.insertInto('suppressions').values({ email: 'ADA@example.org', reason: 'bounce' }).execute();
    await office.write('ada@example.org');
    await sendNotifications(office.deps());
    expect(await office.states()).toEqual({ suppressed: 1 });
    expect(office.sendgrid.asked).toBe(0);
  });

  it('writes down that a mail has left, also where the database is busy at that moment', async () => {
    const ids = await office.write('ada@example.org');
    let busy = 2;
    const db = database.db.withPlugin({
      transformQuery: ({ node }) => {
        if (!JSON.stringify(node).includes('"sent"') || busy === 0) return node;
        busy -= 1;
        throw new Error('The database is busy');
      },
      transformResult: async ({ result }) => result,
    });
    await sendNotifications({ ...office.deps(), db });
    expect(busy).toBe(0);
    expect(await office.states()).toEqual({ sent: 1 });
    expectEachOnce(ids);
  });

  it('begins nothing after it was told to stop, and waits for what was begun', async () => {
    office.sendgrid.answer = () => ({ status: 202, afterMs: 100 });
    await office.write(...addresses(30));
    const stopping = new AbortController();
    const sending = sendNotifications(office.deps(), stopping.signal);
    await expect.poll(() => office.sendgrid.asked, { timeout: 10_000 }).toBeGreaterThan(0);
    stopping.abort();
    const sent = await sending;
    expect(sent).toBeLessThan(30);
    expect(await office.states()).toEqual({ sent, pending: 30 - sent });
  });
});
