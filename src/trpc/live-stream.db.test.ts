import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { hashSecret } from '@/auth/secret';
import { insertApiToken, revokeApiTokens } from '@/db/api-tokens';
import { createDb } from '@/db/client';
import { insertEvaluation } from '@/db/evaluations';
import { insertRefreshBatch } from '@/db/refresh-batches';
import { revokeSessions } from '@/db/sessions';
import { LIMITS } from '@/domain/limits';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';
import { createContext } from './init';
import { createCaller } from './root';

const database = useDatabase();
const rest = useRest(database);
const NOW = new Date();

interface Somebody {
  id: string;
  call: ReturnType<typeof createCaller>;
  evaluationId: string;
  batchId: string;
}

const open: AsyncIterator<unknown>[] = [];
afterEach(async () => {
  for (const stream of open.splice(0)) void stream.return?.();
});

async function callOf(bearer: string) {
  return createCaller(await createContext(new Headers({ authorization: `Bearer ${bearer}` }), rest.surroundings));
}

async function somebody(): Promise<Somebody> {
  const { id } = await insertUser(database.db);
  const monitor = await insertMonitor(database.db, { userId: id });
  const { evaluationId, batchId } = await database.db.transaction().execute(async (trx) => {
    const request = { monitorId: monitor.id, userId: id, chargeDay: '2026-11-29', requestedAt: NOW };
    const evaluation = await insertEvaluation(trx, request);
    if (evaluation === null) throw new Error('It was not queued');
    const items = [{ monitorId: monitor.id, evaluationId: evaluation.id, refusal: null }];
    return {
      evaluationId: evaluation.id,
      batchId: await insertRefreshBatch(trx, { userId: id, requestedAt: NOW, items }),
    };
  });
  const call = await callOf(await openBearerSession(id, { userAgent: null, ip: null }));
  return { id, call, evaluationId, batchId };
}

/** Opens a stream and takes its first state, so that it is under way. */
async function opened(stream: Promise<AsyncIterable<unknown>>): Promise<AsyncIterator<unknown>> {
  const iterator = (await stream)[Symbol.asyncIterator]();
  open.push(iterator);
  expect((await iterator.next()).done).toBe(false);
  return iterator;
}

const signedOut = expect.objectContaining({ code: 'UNAUTHORIZED' });

let ada: Somebody;
beforeAll(async () => {
  ada = await somebody();
});

describe('a stream of progress', () => {
  it('ends within seconds of the end of the session behind it, others go on', async () => {
    const bob = await somebody();
    const ends = [
      await opened(bob.call.refresh.progress({ evaluationId: bob.evaluationId })),
      await opened(bob.call.refreshBatch.progress({ batchId: bob.batchId })),
    ];
    const stays = await opened(ada.call.refresh.progress({ evaluationId: ada.evaluationId }));
    await revokeSessions(database.db, bob.id, null, new Date());
    for (const stream of ends) await expect(stream.next()).rejects.toEqual(signedOut);
    await database.db.updateTable('evaluations').set({ phase: 'loading' }).where('id', '=', ada.evaluationId).execute();
    expect((await stays.next()).value).toMatchObject({ phase: 'loading' });
  }, 15_000);

  it.each(['refresh', 'refreshBatch'] as const)('of %s says in words that the database is away', async (router) => {
    const bearer = await openBearerSession(ada.id, { userAgent: null, ip: null });
    const ctx = await createContext(new Headers({ authorization: `Bearer ${bearer}` }), rest.surroundings);
    const call = createCaller(ctx);
    const { evaluationId, batchId } = ada;
    const ofBatch = router === 'refreshBatch';
    const stream = await (ofBatch ? call.refreshBatch.progress({ batchId }) : call.refresh.progress({ evaluationId }));
    const { db } = createDb('postgresql://nobody@127.0.0.1:1/none');
    ctx.deps.db = db;
    await expect(opened(Promise.resolve(stream))).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      cause: { reason: 'database_down' },
    });
    await db.destroy();
  });

  it('ends with the API token behind it', async () => {
    const eve = await somebody();
    const secret = `mon_${'x'.repeat(43)}`;
    const token = { userId: eve.id, name: 'mine', hint: 'xxxx', scopes: ['read' as const], createdAt: NOW };
    await database.db
      .transaction()
      .execute((trx) => insertApiToken(trx, { ...token, tokenHash: hashSecret(secret) }, 10));
    const call = await callOf(secret);
    const stream = await opened(call.refresh.progress({ evaluationId: eve.evaluationId }));
    await revokeApiTokens(database.db, eve.id, new Date());
    await expect(stream.next()).rejects.toEqual(signedOut);
  }, 15_000);

  it.each([{ suspendedAt: NOW }, { isBetaUser: false }])(
    'ends when its person is %o',
    async (changed) => {
      const eve = await somebody();
      const stream = await opened(eve.call.refresh.progress({ evaluationId: eve.evaluationId }));
      await database.db.updateTable('users').set(changed).where('id', '=', eve.id).execute();
      await expect(stream.next()).rejects.toEqual(signedOut);
    },
    15_000,
  );

  it('is refused to a person who has twenty, in words, until one of them is left', async () => {
    const max = await somebody();
    const progress = () => max.call.refresh.progress({ evaluationId: max.evaluationId });
    const streams = [];
    for (let count = 0; count < LIMITS.streamsPerPerson; count += 1) streams.push(await opened(progress()));
    await expect(opened(progress())).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      message: 'You follow too many checks at once. Close other tabs of Monitors!, then reload this one.',
      cause: { reason: 'too_many_streams' },
    });
    await opened(ada.call.refresh.progress({ evaluationId: ada.evaluationId }));
    await streams[0]?.return?.();
    await opened(progress());
  }, 30_000);
});
