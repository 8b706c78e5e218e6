import { expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { insertRefreshBatch } from '@/db/refresh-batches';
import { SUMMARY_SHOWN_MS } from '@/domain/refresh-batch';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';
import { createContext } from '../init';
import { createCaller } from '../root';

const database = useDatabase();
const rest = useRest(database);

interface Given {
  /** How long ago its evaluation ended, in milliseconds; null while it is under way. */
  endedAgo: number | null;
}

/**
 * A person with a refresh of one monitor, asked for two minutes before its end; and the procedures as they call them.
 */
async function withBatch({ endedAgo }: Given) {
  const { id: userId } = await insertUser(database.db);
  const { id: monitorId } = await insertMonitor(database.db, { userId });
  const requestedAt = new Date(Date.now() - (endedAgo ?? 0) - 120_000);
  const evaluationId = await evaluate(userId, monitorId, requestedAt, endedAgo);
  const items = [{ monitorId, evaluationId, refusal: null }];
  await database.db.transaction().execute((trx) => insertRefreshBatch(trx, { userId, requestedAt, items }));
  const token = await openBearerSession(userId, { userAgent: null, ip: null });
  const headers = new Headers({ authorization: `Bearer ${token}` });
  const { refreshBatch } = createCaller(await createContext(headers, rest.surroundings));
  return { userId, monitorId, refreshBatch };
}

async function evaluate(userId: string, monitorId: string, requestedAt: Date, endedAgo: number | null) {
  const end = { phase: 'done', outcome: 'value', sentence: 'No alert.' } as const;
  const row = { monitorId, userId, requestedAt, chargeDay: requestedAt.toISOString().slice(0, 10) };
  const { id } = await database.db
    .insertInto('evaluations')
    .values(endedAgo === null ? row : { ...row, ...end, finishedAt: new Date(Date.now() - endedAgo) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

it('the summary of a refresh of many is shown for a while after its end, and goes then', async () => {
  const fresh = await withBatch({ endedAgo: SUMMARY_SHOWN_MS - 60_000 });
  expect(await fresh.refreshBatch.latest()).toMatchObject({ items: [{ evaluation: { phase: 'done' } }] });
  const old = await withBatch({ endedAgo: SUMMARY_SHOWN_MS + 1_000 });
  expect(await old.refreshBatch.latest()).toBeNull();
});

it('it goes with the next check, of whichever monitor', async () => {
  const { userId, refreshBatch } = await withBatch({ endedAgo: 30_000 });
  expect(await refreshBatch.latest()).not.toBeNull();
  const { id: monitorId } = await insertMonitor(database.db, { userId });
  await evaluate(userId, monitorId, new Date(), null);
  expect(await refreshBatch.latest()).toBeNull();
});

it('while it is under way it stays, whatever else is checked', async () => {
  const { userId, refreshBatch } = await withBatch({ endedAgo: null });
  const { id: monitorId } = await insertMonitor(database.db, { userId });
  await evaluate(userId, monitorId, new Date(), null);
  expect(await refreshBatch.latest()).toMatchObject({ endedAt: null });
});

it('once it is put away it stays away', async () => {
  const { refreshBatch } = await withBatch({ endedAgo: 1_000 });
  const batch = await refreshBatch.latest();
  await refreshBatch.close({ batchId: batch?.id ?? '' });
  expect(await refreshBatch.latest()).toBeNull();
});
