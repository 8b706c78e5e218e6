import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDb } from '@/db/client';
import { LATEST_MIGRATION } from '@/db/latest-migration';
import { createOutbox } from '@/mail/transport';
import { createEvaluationQueue, type EvaluationQueue } from '@/queue/evaluation-queue';
import { useDatabase } from '@/test/database';
import { checkReady } from './check-ready';
import type { ProbeDeps } from './probe-parts';

const database = useDatabase();
let queue: EvaluationQueue;
const queueOf = (connectionString: string) =>
  createEvaluationQueue({ connectionString, expireSeconds: 60, resident: false, onError: () => undefined });

beforeAll(() => {
  queue = queueOf(database.connectionString);
});
afterAll(() => queue.stop());

let outsideAsked = 0;
/** Each with a queue of its own to the outside, so that nothing is shared with the question before. */
function depsOf(given: Partial<ProbeDeps> = {}): ProbeDeps {
  const probe = async () => {
    outsideAsked += 1;
    return [];
  };
  const readers = { state: () => [{ name: 'claude', healthy: false }], probe } as unknown as ProbeDeps['readers'];
  const own = { ...queue };
  return { db: database.db, readers, mail: createOutbox(), queue: own, now: () => new Date(), ...given };
}

it('is ready where database, schema and queue are, whatever else there is, and asks nobody outside', async () => {
  expect(await checkReady(depsOf())).toEqual({
    ready: true,
    required: { database: { ready: true }, migrations: { ready: true }, queue: { ready: true } },
    optional: { aiProviders: 'critical', emailService: 'unknown', scrapingService: 'unknown', limits: 'unknown' },
  });
  expect(outsideAsked).toBe(0);
});

it('is not ready on a schema from before, and is on one from after', async () => {
  await sql`INSERT INTO kysely_migration (name, timestamp) VALUES ('9999_of_later', '')`.execute(database.db);
  expect((await checkReady(depsOf())).ready).toBe(true);
  await sql`DELETE FROM kysely_migration WHERE name = ${LATEST_MIGRATION}`.execute(database.db);
  const { ready, required } = await checkReady(depsOf());
  await sql`INSERT INTO kysely_migration (name, timestamp) VALUES (${LATEST_MIGRATION}, '')`.execute(database.db);
  expect(ready).toBe(false);
  expect(required).toMatchObject({ database: { ready: true }, migrations: { ready: false }, queue: { ready: true } });
  expect(required.migrations.why).toContain('brought up to date');
});

it('is not ready without its queue', async () => {
  const gone = { ...queue, probe: () => Promise.reject(new Error('gone')) };
  const { ready, required } = await checkReady(depsOf({ queue: gone }));
  expect([ready, required.queue]).toEqual([false, { ready: false, why: 'The queue of evaluations does not answer.' }]);
});

it('says within its time that a database takes connections and says nothing', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = `postgresql://nobody@127.0.0.1:${(silent.address() as AddressInfo).port}/none`;
  const [{ db }, hanging] = [createDb(address), queueOf(address)];
  const deps = depsOf({ db, queue: hanging });
  const began = performance.now();
  const answers = await Promise.all(Array.from({ length: 50 }, () => checkReady(deps)));
  expect(performance.now() - began).toBeLessThan(3_000);
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toMatchObject({ ready: false, required: { database: { ready: false }, queue: { ready: false } } });
  expect(Object.values(answers[0]?.optional ?? {})).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  silent.close();
  await db.destroy();
}, 20_000);
