import { describe, expect, it } from 'vitest';
import { findCrop, listFacts } from '@/db/facts';
import { listHistory } from '@/db/history';
import { findMonitorById } from '@/db/monitors';
import { findSourceHealth } from '@/db/source-health';
import { useDatabase } from '@/test/database';
import { insertMonitor, interpretation } from '@/test/factories';
import { SHOP_URL, UNAVAILABLE, useRefreshes } from '@/test/refreshes';
import { sendNotifications } from '../upkeep/send-notifications';
import { runEvaluation } from './run-evaluation';

const database = useDatabase();
const world = useRefreshes(database);

describe('runEvaluation', () => {
  it('alerts at 283 and at 290 of 310, 283, 279, 305, 290, and mails each once', async () => {
    const monitor = await insertMonitor(database.db);
    const alerts: boolean[] = [];
    for (const price of ['$310.00', '$283.00', '$279.00', '$305.00', '$290.00']) {
      world.shop(price);
      alerts.push((await world.refresh(monitor)).alert);
    }
    expect(alerts).toEqual([false, true, false, false, true]);
    expect(world.mails.map((mail) => mail.subject)).toEqual([
      'Kettle One is $283.00 (was $310.00)',
      'Kettle One is $290.00 (was $305.00)',
    ]);
    const after = await findMonitorById(database.db, monitor.id);
    expect(after).toMatchObject({ triggerCount: 2, evaluationCount: 5, armed: false, lastOutcome: 'value' });
    expect((await world.factsOf(monitor.id)).map((fact) => fact.changeType)).toEqual([
      'new',
      'decrease',
      'decrease',
      'increase',
      'decrease',
    ]);
  });

  it('says in the mail what changed, why, the quote, the source and the local time', async () => {
    const monitor = await insertMonitor(database.db);
    const chosen = { timeZone: 'Asia/Tokyo', locale: 'en-US' };
    await database.db.updateTable('users').set(chosen).where('id', '=', monitor.userId).execute();
    world.shop('$283.00');
    await world.refresh(monitor);
    const [mail] = world.mails;
    for (const part of [
      '$283.00 is below $300.00',
      '“$283.00”',
      SHOP_URL,
      'November 22, 2026 at 9:00 PM',
      `/monitors/${monitor.id}`,
    ]) {
      expect(mail?.text).toContain(part);
      expect(mail?.html.length).toBeGreaterThan(500);
    }
  });

  it('escapes what a page says', async () => {
    const monitor = await insertMonitor(database.db, { name: '<script>alert(1)</script>' });
    world.shop('$283.00');
    await world.refresh(monitor);
    expect(world.mails[0]?.html).not.toContain('<script>alert');
  });

  it('serves the second refresh by the recipe with a cheap look, and a new value with a full look', async () => {
    const monitor = await insertMonitor(database.db);
    world.shop('$310.00');
    await world.refresh(monitor);
    expect(world.scraper.looks).toEqual(['full', 'cheap']);
    world.scraper.looks.length = 0;
    expect(await world.refresh(monitor)).toMatchObject({
      look: 'cheap',
      reader: 'recipe',
      outcome: 'value',
      tokens: 0,
    });
    expect(world.scraper.looks).toEqual(['cheap']);
    world.scraper.looks.length = 0;
    world.shop('$299.00');
    expect(await world.refresh(monitor)).toMatchObject({ look: 'full', reader: 'recipe', alert: true });
    expect(world.scraper.looks).toEqual(['cheap', 'full']);
  });

  it('keeps the picture of a value that a cheap look confirms, with its time, until the value is another', async () => {
    const monitor = await insertMonitor(database.db);
    world.scraper.crop = { bytes: new Uint8Array([1, 2, 3]), mediaType: 'image/webp', width: 1, height: 1 };
    world.shop('$310.00');
    for (const look of ['full', 'cheap', 'cheap']) expect((await world.refresh(monitor)).look).toBe(look);
    const [third, second, first] = await listFacts(database.db, monitor.id, { limit: 3 });
    expect(first?.pictureTakenAt).toEqual(first?.extractedAt);
    for (const fact of [second, third]) {
      expect(fact).toMatchObject({ look: 'cheap', pictureTakenAt: first?.extractedAt });
      const picture = await findCrop(database.db, monitor.userId, fact?.id ?? '');
      expect(picture).toMatchObject({ bytes: Buffer.from([1, 2, 3]), mediaType: 'image/webp' });
    }
    expect(await findCrop(database.db, (await insertMonitor(database.db)).userId, third?.id ?? '')).toBeNull();
    world.scraper.crop = null;
    world.shop('$309.00');
    await world.refresh(monitor);
    await world.refresh(monitor);
    const [confirmed, changed] = await listFacts(database.db, monitor.id, { limit: 2 });
    expect([confirmed, changed]).toMatchObject([
      { look: 'cheap', pictureTakenAt: null },
      { look: 'full', pictureTakenAt: null },
    ]);
  });

  it('writes with a fact what went wrong on the way to it', async () => {
    const other = 'https://other.example.org/kettle-one';
    const sources = [other, SHOP_URL];
    const monitor = await insertMonitor(database.db, { interpretation: interpretation({ sources }) });
    world.scraper.pages.set(other, UNAVAILABLE);
    world.shop('$310.00');
    await world.refresh(monitor);
    const [fact] = await listFacts(database.db, monitor.id, { limit: 1 });
    expect(fact?.errors).toEqual([`${other} could not be read: The page did not answer.`]);
  });

  it('moves nothing on a failure, gives the charge back, and mails once an episode', async () => {
    const monitor = await insertMonitor(database.db);
    world.shop('$310.00');
    await world.refresh(monitor);
    const before = await findMonitorById(database.db, monitor.id);
    world.scraper.pages.set(SHOP_URL, UNAVAILABLE);
    for (let failure = 0; failure < 5; failure += 1) {
      expect(await world.refresh(monitor)).toMatchObject({
        outcome: 'unavailable',
        alert: false,
        chargeReturned: true,
      });
    }
    const after = await findMonitorById(database.db, monitor.id);
    expect(after).toMatchObject({
      currentValue: before?.currentValue,
      baseline: before?.baseline,
      armed: before?.armed,
      failureStreak: 5,
    });
    expect(world.mails.map((mail) => mail.subject)).toEqual(['Kettle One below $300: cannot be read at the moment']);
    expect(await world.used(monitor.userId)).toBe(1);
    world.shop('$310.00');
    await world.refresh(monitor);
    expect(world.mails.at(-1)?.subject).toContain('works again');
    expect(await world.factsOf(monitor.id)).toHaveLength(2);
  });

  it('never takes an error page for a value or a change', async () => {
    const monitor = await insertMonitor(database.db);
    world.shop('$310.00');
    await world.refresh(monitor);
    world.scraper.pages.set(SHOP_URL, {
      html: '<title>503</title><h1>Service Unavailable</h1><p>Only $1.00 left</p>',
      status: 503,
    });
    expect((await world.refresh(monitor)).outcome).toBe('unavailable');
    world.scraper.pages.set(SHOP_URL, { html: '<html><body></body></html>' });
    expect((await world.refresh(monitor)).outcome).toBe('empty');
    expect(world.mails).toEqual([]);
  });

  it('leaves of a failure what the page showed, and where', async () => {
    const monitor = await insertMonitor(database.db);
    world.shop('$310.00');
    await world.refresh(monitor);
    const html =
      '<title>Moving</title><h1>We are moving</h1><p>Back on Monday, with more teapots than ever before.</p>';
    world.scraper.pages.set(SHOP_URL, { html });
    await world.refresh(monitor);
    const [row] = await listHistory(database.db, monitor.id, { limit: 1 });
    expect(row).toMatchObject({
      failed: {
        ...{ outcome: 'fact_missing', source: SHOP_URL, chargeReturned: false },
        shown: { title: 'Moving', text: expect.stringContaining('Back on Monday') },
      },
    });
  });

  it('reads a suspicious jump a second time before it counts', async () => {
    const monitor = await insertMonitor(database.db);
    world.shop('$310.00');
    await world.refresh(monitor);
    world.scraper.looks.length = 0;
    world.scraper.before = async () => {
      const fulls = world.scraper.looks.filter((look) => look === 'full').length;
      world.shop(fulls < 2 ? '$31.00' : '$310.00');
    };
    expect(await world.refresh(monitor)).toMatchObject({ outcome: 'unverified', alert: false });
    expect(world.mails).toEqual([]);
    expect((await findMonitorById(database.db, monitor.id))?.currentValue).toMatchObject({ number: '310' });
  });

  it('writes nothing when the lease was lost in the middle', async () => {
    const monitor = await insertMonitor(database.db);
    world.shop('$283.00');
    world.scraper.before = async () => {
      await database.db
        .updateTable('evaluations')
        .set({ leaseToken: null, phase: 'queued' })
        .where('monitorId', '=', monitor.id)
        .execute();
    };
    const evaluation = await world.refresh(monitor);
    expect(evaluation.phase).not.toBe('done');
    expect(await world.factsOf(monitor.id)).toEqual([]);
    expect(world.mails).toEqual([]);
  });

  it('ends as internal, with the charge back, when our own code fails', async () => {
    const monitor = await insertMonitor(database.db);
    world.scraper.before = async () => {
      throw new Error('a bug');
    };
    expect(await world.refresh(monitor)).toMatchObject({ outcome: 'internal', chargeReturned: true });
    expect(await world.used(monitor.userId)).toBe(0);
  });

  it('carries out one evaluation once, however often it is delivered', async () => {
    const monitor = await insertMonitor(database.db);
    world.shop('$283.00');
    const id = await world.queue(monitor);
    await Promise.all([1, 2, 3, 4].map(() => runEvaluation(world.deps(), id)));
    await sendNotifications(world.deps());
    expect(await world.factsOf(monitor.id)).toHaveLength(1);
    expect(world.mails).toHaveLength(1);
  });

  it('waits for no mail: it writes the notification and wakes whoever sends', async () => {
    const monitor = await insertMonitor(database.db);
    world.shop('$283.00');
    let woken = 0;
    const send = () => new Promise<never>(() => undefined);
    const wakeMail = () => {
      woken += 1;
    };
    await runEvaluation(
      { ...world.deps(), mail: { name: 'sendgrid', send, release: async () => true }, wakeMail },
      await world.queue(monitor),
    );
    expect(woken).toBe(1);
    const written = database.db.selectFrom('emailNotifications').select('state').where('monitorId', '=', monitor.id);
    expect(await written.execute()).toEqual([{ state: 'pending' }]);
  });
});

describe('change monitors', () => {
  it('measures from the first reading, then from the value at the last alert', async () => {
    const monitor = await insertMonitor(database.db, {
      interpretation: interpretation({
        type: 'change',
        trigger: { kind: 'change', op: 'changes_by', amount: null, percent: '10', text: null },
      }),
    });
    const alerts: boolean[] = [];
    for (const price of ['$100.00', '$95.00', '$91.00', '$89.00', '$85.00', '$80.00']) {
      world.shop(price);
      alerts.push((await world.refresh(monitor)).alert);
    }
    expect(alerts).toEqual([false, false, false, true, false, true]);
  });
});

describe('the health of sources', () => {
  it('counts how the page was loaded, by host', async () => {
    world.now = new Date('2027-03-01T12:00:00Z');
    const monitor = await insertMonitor(database.db);
    world.shop('$310.00');
    await world.refresh(monitor);
    world.scraper.pages.set(SHOP_URL, UNAVAILABLE);
    await world.refresh(monitor);
    const [health] = await findSourceHealth(database.db, ['shop.example.org'], world.now);
    expect(health?.day.failures).toEqual({ unavailable: 2 });
    // A full look and a cheap one to learn from; then a cheap one and, since that failed, a full one.
    expect(health?.day.looks).toBe(4);
  });
});
