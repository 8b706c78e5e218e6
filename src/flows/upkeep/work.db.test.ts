import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '@/test/database';
import { insertMonitor, interpretation } from '@/test/factories';
import { setSettings } from '@/test/process-settings';
import { realDeps } from '../real-deps';
import { waitForEvaluation } from '../refresh/follow-evaluation';
import { requestRefresh } from '../refresh/request-refresh';
import { drainWork, drainWorkDuring, LOOK_MS } from './drain-work';
import { startWorkBesidePages } from './work';

const database = useDatabase();

/** The settings a process gets from outside: the worker under test builds everything from them by itself. */
beforeAll(() => {
  setSettings({
    DATABASE_URL: database.connectionString,
    LOG_LEVEL: 'silent',
    AUTH_SECRET: 'x'.repeat(32),
  });
});

/** Its source is one that the gate refuses, so that no browser has to start. */
async function askForRefusedSource() {
  const refused = interpretation({ sources: ['http://10.0.0.1/'] });
  const monitor = await insertMonitor(database.db, { interpretation: refused, sourceUrl: 'http://10.0.0.1/' });
  return requestRefresh(realDeps(), { userId: monitor.userId, monitorId: monitor.id });
}

/** An evaluation whose worker was killed: its lease has run out and it was tried often enough. */
async function abandoned() {
  const monitor = await insertMonitor(database.db);
  const evaluation = await requestRefresh(realDeps(), { userId: monitor.userId, monitorId: monitor.id });
  const long = new Date(Date.now() - 3_600_000);
  await database.db
    .updateTable('evaluations')
    .set({ phase: 'reading', attempt: 9, requestedAt: long, startedAt: long, leaseExpiresAt: long })
    .where('id', '=', evaluation.id)
    .execute();
  return evaluation.id;
}

async function dueMail() {
  const { id: monitorId, userId } = await insertMonitor(database.db);
  const content = { subject: 'Kettle One', htmlContent: '<p>Kettle One</p>', plainTextContent: 'Kettle One' };
  const { id } = await database.db
    .insertInto('emailNotifications')
    .values({ userId, monitorId, kind: 'account', recipient: 'ada@example.org', nextAttemptAt: new Date(), ...content })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const outcomeOf = (id: string) =>
  database.db
    .selectFrom('evaluations')
    .select(['phase', 'outcome', 'chargeReturned'])
    .where('id', '=', id)
    .executeTakeFirst();
const stateOf = async (id: string) =>
  (await database.db.selectFrom('emailNotifications').select('state').where('id', '=', id).executeTakeFirst())?.state;

const REFUSED = { phase: 'done', outcome: 'url_refused' };
const ENDED = { phase: 'done', outcome: 'internal', chargeReturned: true };

describe('work', () => {
  it('is drained in one round where nothing runs between requests', async () => {
    const [evaluation, dead, mail] = [await askForRefusedSource(), await abandoned(), await dueMail()];
    const done = await drainWork(realDeps(), 10_000);
    // The job of the dead one is taken too, and finds nothing to do.
    expect(done).toMatchObject({ evaluationsEnded: 1, evaluationsRun: 2 });
    expect(await outcomeOf(evaluation.id)).toMatchObject(REFUSED);
    expect(await outcomeOf(dead)).toMatchObject(ENDED);
    expect(await stateOf(mail)).toBe('sent');
  });

  it('is carried out while somebody waits for what they have just asked for, where nothing else runs', async () => {
    const answer = Promise.withResolvers<void>();
    const working = drainWorkDuring(realDeps(), answer.promise, 20_000);
    const { id, userId } = await askForRefusedSource();
    const ended = await waitForEvaluation(realDeps(), { userId, evaluationId: id });
    expect(ended).toMatchObject(REFUSED);
    answer.resolve();
    const since = performance.now();
    await working;
    expect(performance.now() - since).toBeLessThan(5_000);
  });

  it('is looked for while somebody follows a check whose function was ended in the middle', async () => {
    const followed = Promise.withResolvers<void>();
    const working = drainWorkDuring(realDeps(), followed.promise, 20_000, LOOK_MS);
    // Asked for and abandoned after the first look: only a later one can find it.
    await sleep(1_000);
    const dead = await abandoned();
    await expect.poll(async () => outcomeOf(dead), { timeout: 15_000 }).toMatchObject(ENDED);
    followed.resolve();
    const since = performance.now();
    await working;
    expect(performance.now() - since).toBeLessThan(2_000);
  });

  it('is done beside the pages until it is stopped', async () => {
    const [evaluation, dead, mail] = [await askForRefusedSource(), await abandoned(), await dueMail()];
    const stop = startWorkBesidePages();
    try {
      await expect.poll(async () => (await outcomeOf(evaluation.id))?.phase, { timeout: 20_000 }).toBe('done');
      await expect.poll(() => stateOf(mail), { timeout: 20_000 }).toBe('sent');
    } finally {
      await stop();
    }
    expect(await outcomeOf(evaluation.id)).toMatchObject(REFUSED);
    expect(await outcomeOf(dead)).toMatchObject(ENDED);
  });

  it('stops at once when it has not begun yet', async () => {
    const since = performance.now();
    const stop = startWorkBesidePages();
    await sleep(10);
    await stop();
    expect(performance.now() - since).toBeLessThan(2_000);
  });
});
