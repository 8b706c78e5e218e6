import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type AnyProcedure, TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { mintApiToken } from '@/auth/secret';
import { insertApiToken } from '@/db/api-tokens';
import { findEvidence } from '@/flows/refresh/find-evidence';
import {
  ACCESS,
  ACTORS,
  type Actor,
  type Answer,
  ENDPOINTS,
  type Own,
  PROCEDURES,
  ROUTE_FILES,
  type Row,
} from '@/test/authorisation-table';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';
import { describeError } from './error-map';
import { createContext } from './init';
import { ROUTES } from './rest/routes';
import { appRouter, createCaller } from './root';

const database = useDatabase();
const rest = useRest(database);

let ownerId = '';

const ownMonitor = async () => ({ id: (await insertMonitor(database.db, { userId: ownerId })).id });
const ownMonitorId = async () => ({ monitorId: (await ownMonitor()).id });
async function ownEvaluation() {
  const { monitorId } = await ownMonitorId();
  const { id } = await database.db
    .insertInto('evaluations')
    .values({ monitorId, userId: ownerId, chargeDay: '2026-11-22' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { evaluationId: id };
}
async function ownFailure() {
  const { id: monitorId } = await ownMonitor();
  const at = new Date();
  const { id } = await database.db
    .insertInto('evaluations')
    .values({ monitorId, userId: ownerId, chargeDay: '2026-11-22', phase: 'done', outcome: 'blocked', finishedAt: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id: monitorId, row: { id, at } };
}
async function ownBatch() {
  const { id } = await database.db
    .insertInto('refreshBatches')
    .values({ userId: ownerId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { batchId: id };
}
/** Makes anew, for every call, what its input names. */
const OWN: Record<Own, () => Promise<Record<string, unknown>>> = {
  monitor: ownMonitor,
  discarded: async () => ({
    id: (await insertMonitor(database.db, { userId: ownerId, deletedAt: new Date() })).id,
  }),
  historyRow: ownFailure,
  historyWindow: async () => ({ ...(await ownMonitor()), window: '30d' }),
  monitorMode: async () => ({ ...(await ownMonitor()), mode: null }),
  monitorId: ownMonitorId,
  monitorIds: async () => ({ monitorIds: [(await ownMonitor()).id] }),
  monitorTag: async () => ({ monitorIds: [(await ownMonitor()).id], add: 'home' }),
  evaluation: ownEvaluation,
  batch: ownBatch,
};

const inputOf = async (row: Row) => (row.own ? OWN[row.own]() : undefined);

const userIds = {} as Record<Exclude<Actor, 'nobody'>, string>;

beforeAll(async () => {
  const make = async (given: Parameters<typeof insertUser>[1] = {}) => (await insertUser(database.db, given)).id;
  ownerId = await make();
  const admins = { role: 'admin', isBetaUser: false } as const;
  Object.assign(userIds, {
    stranger: await make(),
    waiting: await make({ isBetaUser: false }),
    admin: await make(admins),
  });
  Object.assign(userIds, { suspended: await make(), owner: ownerId, read: ownerId, refresh: ownerId, write: ownerId });
});

/** A new token of this actor for one call: what the call ends must not end the next one. */
async function tokenOf(actor: Actor): Promise<string | undefined> {
  if (actor === 'nobody') return undefined;
  const userId = userIds[actor];
  if (actor === 'read' || actor === 'refresh' || actor === 'write') {
    const { secret, hash } = mintApiToken();
    const token = { userId, name: actor, tokenHash: hash, hint: 'hint', scopes: [actor], createdAt: new Date() };
    await database.db.transaction().execute((trx) => insertApiToken(trx, token, 10_000));
    return secret;
  }
  const token = await openBearerSession(userId, { userAgent: null, ip: null });
  const suspendedAt = actor === 'suspended' ? new Date() : null;
  await database.db.updateTable('users').set({ suspendedAt }).where('id', '=', userId).execute();
  return token;
}

function expected(row: Row, actor: Actor): Answer {
  if (actor === row.scope) return 'in';
  const answer = ACCESS[row.who][actor];
  return row.own && answer === 'in' && (actor === 'stranger' || actor === 'admin') ? 404 : answer;
}

/** Which guard refused; a refusal that is not a guard's is "in". */
function judge(row: Row, status: number, reason: string): Answer {
  if (status === 401 && (reason === 'signed_out' || reason === 'bad_token')) return 401;
  if (status === 403 && (reason === 'missing_scope' || reason === 'waiting')) return 403;
  return status === 404 && (row.own !== undefined || reason === 'not_found') ? 404 : 'in';
}

async function callProcedure(name: string, row: Row, actor: Actor): Promise<Answer> {
  const token = await tokenOf(actor);
  const headers = new Headers(token === undefined ? {} : { authorization: `Bearer ${token}` });
  try {
    const caller = createCaller(await createContext(headers, rest.surroundings));
    const procedure = name.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], caller);
    const result = await (procedure as (input: unknown) => Promise<unknown>)(await inputOf(row));
    // A subscription's own code runs when its first item is asked for.
    const iterator = (result as AsyncIterable<unknown> | null)?.[Symbol.asyncIterator]?.();
    await iterator?.next();
    await iterator?.return?.();
    return 'in';
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return judge(row, getHTTPStatusCodeFromError(error), describeError(error).reason);
  }
}

async function callEndpoint(endpoint: string, row: Row, actor: Actor): Promise<Answer> {
  const [method = '', path = ''] = endpoint.split(' ');
  const { id = crypto.randomUUID() } = (await inputOf(row)) ?? {};
  const body = method === 'POST' || method === 'PUT' ? { body: {} } : {};
  const answer = await rest.send(method, path.replace('{id}', String(id)), { token: await tokenOf(actor), ...body });
  const { error } = await answer.json();
  return judge(row, answer.status, error?.reason ?? '');
}

async function answersOf(call: (actor: Actor) => Promise<Answer>): Promise<Partial<Record<Actor, Answer>>> {
  const answers: Partial<Record<Actor, Answer>> = {};
  for (const actor of ACTORS) answers[actor] = await call(actor);
  return answers;
}

const expectedOf = (row: Row) => Object.fromEntries(ACTORS.map((actor) => [actor, expected(row, actor)]));

describe('every procedure', () => {
  const names = Object.keys(appRouter._def.procedures as unknown as Record<string, AnyProcedure>);

  it('has a row, and every row a procedure', () => {
    expect(Object.keys(PROCEDURES).sort()).toEqual(names.sort());
  });

  it.each(Object.entries(PROCEDURES))('%s lets in whom it should', async (name, row) => {
    expect(await answersOf((actor) => callProcedure(name, row, actor))).toEqual(expectedOf(row));
  });
});

describe('every endpoint of the contract', () => {
  it('has a row, and every row an endpoint', () => {
    const endpoints = ROUTES.map((route) => `${route.method} ${route.path}`);
    expect(Object.keys(ENDPOINTS).sort()).toEqual(endpoints.sort());
  });

  it.each(Object.entries(ENDPOINTS))('%s lets in whom it should', async (endpoint, row) => {
    expect(await answersOf((actor) => callEndpoint(endpoint, row, actor))).toEqual(expectedOf(row));
  });
});

describe('every route', () => {
  it('has a row', () => {
    const folder = resolve('src/app/api');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('route.ts'),
    );
    expect(files.map((file) => file.replace(/\/route\.ts$/, '')).sort()).toEqual(Object.keys(ROUTE_FILES).sort());
  });

  it("shows the picture of a fact to the monitor's owner only", async () => {
    const { id: monitorId } = await ownMonitor();
    const crop = Buffer.from([1]);
    const { id: factId } = await database.db
      .insertInto('facts')
      .values({
        ...{ monitorId, evaluationId: crypto.randomUUID(), extractedAt: new Date(), outcome: 'absent', source: 'x' },
        ...{ processingTime: 1, changeType: 'new', confidence: 1, quote: '', reader: 'offline', look: 'full' },
        ...{ sentence: '', crop, cropMediaType: 'image/webp' },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    expect(await findEvidence(rest.deps, { userId: ownerId, rowId: factId })).toMatchObject({
      mediaType: 'image/webp',
    });
    expect(await findEvidence(rest.deps, { userId: userIds.stranger, rowId: factId })).toBeNull();
    expect(await findEvidence(rest.deps, { userId: userIds.admin, rowId: factId })).toBeNull();
  });
});
