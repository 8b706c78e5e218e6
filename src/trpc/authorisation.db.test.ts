import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type AnyProcedure, TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { mintApiToken } from '@/auth/secret';
import { insertApiToken } from '@/db/api-tokens';
import type { TokenScope } from '@/domain/account-access';
import { findEvidence } from '@/flows/find-evidence';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';
import { describeError } from './error-map';
import { createContext } from './init';
import { ROUTES } from './rest/routes';
import { appRouter, createCaller } from './root';

const database = useDatabase();
const rest = useRest(database);

const ACTORS = ['nobody', 'stranger', 'waiting', 'owner', 'suspended', 'admin', 'read', 'refresh', 'write'] as const;
/** Stranger and owner are in the beta; the last three are API tokens of the owner with one scope. */
type Actor = (typeof ACTORS)[number];

/** "in": past the guards, whatever came of it then. */
type Answer = 'in' | 401 | 403 | 404;

const SOMEBODY: Record<Actor, Answer> = {
  nobody: 401,
  stranger: 'in',
  waiting: 'in',
  owner: 'in',
  suspended: 401,
  admin: 'in',
  read: 403,
  refresh: 403,
  write: 403,
};

const ACCESS = {
  // A token that is no good is refused even where none is needed.
  anybody: { ...SOMEBODY, nobody: 'in', read: 'in', refresh: 'in', write: 'in' },
  signedIn: SOMEBODY,
  beta: { ...SOMEBODY, waiting: 403 },
  admin: { ...SOMEBODY, stranger: 404, waiting: 404, owner: 404 },
} as const satisfies Record<string, Record<Actor, Answer>>;

interface Row {
  who: keyof typeof ACCESS;
  /** The scope that lets an API token in. */
  scope?: TokenScope;
  /** Makes the input that names something of the owner's: to others it is not there. Made anew for every call. */
  own?: () => Promise<Record<string, string | string[]>>;
}

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
async function ownBatch() {
  const { id } = await database.db
    .insertInto('refreshBatches')
    .values({ userId: ownerId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { batchId: id };
}
const ownMonitorIds = async () => ({ monitorIds: [(await ownMonitor()).id] });

const admin: Row = { who: 'admin' };
const anybody: Row = { who: 'anybody' };
const signedIn: Row = { who: 'signedIn' };

/** Every procedure of the pages. A new one needs its row here. */
const PROCEDURES: Record<string, Row> = {
  'auth.me': anybody,
  'auth.register': anybody,
  'auth.signIn': anybody,
  'auth.signOut': anybody,
  'auth.withGoogle': anybody,
  'auth.forgotPassword': anybody,
  'auth.resetPassword': anybody,
  'auth.link': anybody,
  'auth.confirmLink': anybody,
  'account.restrictions': signedIn,
  'account.updateProfile': signedIn,
  'account.sessions': signedIn,
  'account.revokeSession': signedIn,
  'account.revokeOtherSessions': signedIn,
  'account.access': signedIn,
  'account.changeEmail': signedIn,
  'account.cancelEmailChange': signedIn,
  'account.connectGoogle': signedIn,
  'account.disconnectGoogle': signedIn,
  'account.changePassword': signedIn,
  'account.resendVerification': signedIn,
  'account.tokens': signedIn,
  'account.createToken': signedIn,
  'account.revokeToken': signedIn,
  'account.requestDeletion': signedIn,
  'account.keepAccount': signedIn,
  'account.export': signedIn,
  'account.requestExport': signedIn,
  'monitors.list': { who: 'beta', scope: 'read' },
  'monitors.byId': { who: 'beta', scope: 'read', own: ownMonitor },
  'monitors.facts': { who: 'beta', scope: 'read', own: ownMonitor },
  'monitors.notifications': { who: 'beta', scope: 'read' },
  'monitors.preview': { who: 'beta', scope: 'write' },
  'monitors.create': { who: 'beta', scope: 'write' },
  'monitors.update': { who: 'beta', scope: 'write', own: ownMonitor },
  'monitors.delete': { who: 'beta', scope: 'write', own: ownMonitor },
  'refresh.start': { who: 'beta', scope: 'refresh', own: ownMonitorId },
  'refresh.progress': { who: 'beta', scope: 'read', own: ownEvaluation },
  'refresh.allowance': { who: 'beta', scope: 'read' },
  'refreshBatch.start': { who: 'beta', scope: 'refresh', own: ownMonitorIds },
  'refreshBatch.latest': { who: 'beta', scope: 'read' },
  'refreshBatch.progress': { who: 'beta', scope: 'read', own: ownBatch },
  'refreshBatch.close': { who: 'beta', scope: 'refresh', own: ownBatch },
  'sources.ofMonitor': { who: 'beta', scope: 'read', own: ownMonitor },
  'sources.ofMine': { who: 'beta', scope: 'read' },
  'sources.list': admin,
  'outbox.list': signedIn,
  'admin.people': admin,
  'admin.setBeta': admin,
  'admin.suspend': admin,
  'admin.unsuspend': admin,
  'admin.signOutEverywhere': admin,
  'admin.whitelist': admin,
  'admin.addToWhitelist': admin,
  'admin.revokeFromWhitelist': admin,
  'admin.restrictions': admin,
  'admin.liftRestrictions': admin,
  'admin.audit': admin,
  'admin.stats': admin,
};

/** Every endpoint of the contract. */
const ENDPOINTS: Record<string, Row> = {
  'POST /api/auth/register': anybody,
  'POST /api/auth/login': anybody,
  'POST /api/auth/oauth/google': anybody,
  'POST /api/auth/logout': signedIn,
  'GET /api/monitors': { who: 'beta', scope: 'read' },
  'POST /api/monitors': { who: 'beta', scope: 'write' },
  'GET /api/monitors/{id}': { who: 'beta', scope: 'read', own: ownMonitor },
  'PUT /api/monitors/{id}': { who: 'beta', scope: 'write', own: ownMonitor },
  'DELETE /api/monitors/{id}': { who: 'beta', scope: 'write', own: ownMonitor },
  'GET /api/monitors/{id}/history': { who: 'beta', scope: 'read', own: ownMonitor },
  'GET /api/monitors/{id}/evaluations': { who: 'beta', scope: 'read', own: ownMonitor },
  'POST /api/monitors/{id}/refresh': { who: 'beta', scope: 'refresh', own: ownMonitor },
  'GET /api/admin/users': admin,
  'POST /api/admin/users/{id}/beta': admin,
  'GET /api/admin/stats': admin,
};

/** Every file of routes, and what guards it. */
const ROUTE_FILES: Record<string, string> = {
  '[...rest]': 'the endpoints above',
  'auth/login': 'the endpoints above',
  'auth/oauth/google': 'the endpoints above',
  'auth/logout': 'the endpoints above',
  'auth/register': 'the endpoints above',
  'auth/[...nextauth]': 'next-auth itself',
  'cron/housekeeping': 'who knows CRON_SECRET',
  'cron/work': 'who knows CRON_SECRET',
  'evidence/[factId]': 'the owner only; below',
  'exports/[id]': 'the owner only',
  'openapi.json': 'public',
  session: 'the session check and nothing more',
  'trpc/[trpc]': 'the procedures above',
};

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
    const result = await (procedure as (input: unknown) => Promise<unknown>)(await row.own?.());
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
  const { id = crypto.randomUUID() } = (await row.own?.()) ?? {};
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
    expect(await findEvidence(rest.deps, { userId: ownerId, factId })).toMatchObject({ mediaType: 'image/webp' });
    expect(await findEvidence(rest.deps, { userId: userIds.stranger, factId })).toBeNull();
    expect(await findEvidence(rest.deps, { userId: userIds.admin, factId })).toBeNull();
  });
});
