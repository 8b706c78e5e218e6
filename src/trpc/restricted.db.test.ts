import { TRPCError } from '@trpc/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { PEER_ADDRESS_HEADER } from '@/auth/request-origin';
import { insertRestriction } from '@/db/restrictions';
import type { RestrictionKind } from '@/domain/account/judge-abuse';
import { ABUSE_PATTERNS } from '@/domain/limits';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';
import { describeError } from './error-map';
import { createContext } from './init';
import { createCaller } from './root';

const database = useDatabase();
const rest = useRest(database);
const ENDS = new Date(Date.now() + 3_600_000);
const SENTENCE = 'Tell me when the Kettle One costs less than $300 https://shop.example.org/kettle-one';

interface Somebody {
  id: string;
  token: string;
  call: ReturnType<typeof createCaller>;
}

async function somebody(given: Parameters<typeof insertUser>[1] = {}): Promise<Somebody> {
  const { id } = await insertUser(database.db, given);
  const token = await openBearerSession(id, { userAgent: null, ip: null });
  const headers = new Headers({ authorization: `Bearer ${token}`, [PEER_ADDRESS_HEADER]: '::ffff:81.2.69.160' });
  headers.set('user-agent', 'curl/9');
  return { id, token, call: createCaller(await createContext(headers, rest.surroundings)) };
}

const restrict = (userId: string, kind: RestrictionKind) =>
  database.db.transaction().execute((trx) =>
    insertRestriction(trx, {
      ...{ userId, kind, pattern: 'hammering', reason: 'Because of the test.', seen: 9, setBy: null },
      ...{ now: new Date(), endsAt: ENDS },
    }),
  );

/** The reason of a refusal; "in" where there was none. */
async function reasonOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'in';
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return describeError(error).reason;
  }
}

let admin: Somebody;
beforeAll(async () => {
  admin = await somebody({ role: 'admin' });
});

describe('a restriction', () => {
  it.each<[RestrictionKind, string[]]>([
    ['refresh', ['refresh.start']],
    ['write', ['monitors.preview', 'monitors.create', 'monitors.update']],
    ['all', ['refresh.start', 'monitors.preview', 'monitors.create', 'monitors.update']],
  ])('of kind %s closes what it says and nothing else', async (kind, closed) => {
    const { id, call } = await somebody();
    const monitor = await insertMonitor(database.db, { userId: id });
    await restrict(id, kind);
    const acts: Record<string, () => Promise<unknown>> = {
      'refresh.start': () => call.refresh.start({ monitorId: monitor.id }),
      'monitors.preview': () => call.monitors.preview({ prompt: SENTENCE }),
      'monitors.create': () => call.monitors.create({ prompt: SENTENCE }),
      'monitors.update': () => call.monitors.update({ id: monitor.id, name: 'Kettle' }),
      'monitors.list': () => call.monitors.list(),
      'account.requestExport': () => call.account.requestExport(),
      'account.sessions': () => call.account.sessions(),
      'account.revokeOtherSessions': () => call.account.revokeOtherSessions(),
      'monitors.delete': () => call.monitors.delete({ id: monitor.id }),
      'account.requestDeletion': () => call.account.requestDeletion({ password: '' }),
    };
    const reasons: string[] = [];
    for (const [name, act] of Object.entries(acts)) if ((await reasonOf(act())) === 'restricted') reasons.push(name);
    expect(reasons).toEqual(closed);
  });

  it('is told with its reason, its end and when to come again, also by REST, where deleting stays open', async () => {
    const { id, token, call } = await somebody();
    const monitor = await insertMonitor(database.db, { userId: id });
    await restrict(id, 'all');
    expect(await call.account.restrictions()).toMatchObject([
      { kind: 'all', reason: 'Because of the test.', endsAt: ENDS },
    ]);
    for (const [method, path, body] of [
      ['POST', `/api/monitors/${monitor.id}/refresh`, undefined],
      ['POST', '/api/monitors', { prompt: SENTENCE }],
      ['PUT', `/api/monitors/${monitor.id}`, { name: 'Kettle' }],
    ] as const) {
      const answer = await rest.send(method, path, { token, body });
      expect([path, answer.status]).toEqual([path, 429]);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(3_500);
      const { error } = await answer.json();
      expect(error).toMatchObject({ code: 'limited', reason: 'restricted' });
      expect(error.message).toMatch(/paused for you until .* UTC\. Because of the test\.$/);
    }
    expect((await rest.send('DELETE', `/api/monitors/${monitor.id}`, { token })).status).toBe(200);
    expect((await rest.send('GET', '/api/monitors', { token })).status).toBe(200);
  });

  it('is listed for admins, shows with the person, and is lifted by them', async () => {
    const { id, call } = await somebody({ name: 'Zora Restricted' });
    await restrict(id, 'refresh');
    const seen = async () => (await admin.call.admin.people.list({ search: 'Zora Restricted' })).people[0];
    expect(await seen()).toMatchObject({ restrictedUntil: ENDS });
    const { restrictions } = await admin.call.admin.restrictions.list({ limit: 1 });
    expect(restrictions).toMatchObject([{ userId: id, liftedAt: null, seen: 9 }]);
    expect(await admin.call.admin.restrictions.lift({ id })).toBe(1);
    expect(await seen()).toMatchObject({ restrictedUntil: null });
    expect(await call.account.restrictions()).toEqual([]);
    expect(await reasonOf(admin.call.admin.restrictions.lift({ id }))).toBe('no_restriction');
    const { acts } = await admin.call.admin.audit.list({ person: id, action: 'restriction.lift' });
    expect(acts).toMatchObject([{ actor: 'admin', actorId: admin.id, ip: '81.2.69.160', userAgent: 'curl/9' }]);
  });
});

describe('what is noticed', () => {
  const counted = async (userId: string) =>
    database.db.selectFrom('refusals').select(['pattern', 'count']).where('userId', '=', userId).execute();

  it('refused refreshes, once each, by the pages and by REST', async () => {
    const { id, token, call } = await somebody();
    const monitor = await insertMonitor(database.db, { userId: id, lastManualRefresh: new Date() });
    expect(await reasonOf(call.refresh.start({ monitorId: monitor.id }))).toBe('refresh_too_soon');
    expect((await rest.send('POST', `/api/monitors/${monitor.id}/refresh`, { token })).status).toBe(429);
    expect(await counted(id)).toEqual([{ pattern: 'hammering', count: 2 }]);
  });

  it('a refresh of many of which nothing was allowed, once however many they are', async () => {
    const { id, call } = await somebody();
    const given = { userId: id, lastManualRefresh: new Date() };
    for (let n = 0; n < 3; n += 1) await insertMonitor(database.db, given);
    expect((await call.refreshBatch.start({})).items).toHaveLength(3);
    expect(await counted(id)).toEqual([{ pattern: 'hammering', count: 1 }]);
  });

  it('refused URLs, in previews and in new monitors; other refusals are not counted', async () => {
    const { id, call } = await somebody();
    const source = 'http://192.168.0.1/admin';
    const failure = { outcome: 'url_refused', message: 'This address is private.', retryable: false } as const;
    rest.deps.scraper.pages.set(source, failure);
    const prompt = `Tell me when the Kettle One costs less than $300 ${source}`;
    expect(await reasonOf(call.monitors.create({ prompt }))).toBe('url_refused');
    expect((await call.monitors.preview({ prompt })).reading?.outcome).toBe('url_refused');
    expect(await reasonOf(call.monitors.byId({ id: crypto.randomUUID() }))).toBe('monitor_not_found');
    expect(await counted(id)).toEqual([{ pattern: 'refused_urls', count: 2 }]);
  });

  it('hammering ends in a restriction that the next refusal names', async () => {
    const { id, call } = await somebody();
    const monitor = await insertMonitor(database.db, { userId: id, lastManualRefresh: new Date() });
    const reasons: string[] = [];
    for (let n = 0; n < ABUSE_PATTERNS.hammering.limit + 2; n += 1)
      reasons.push(await reasonOf(call.refresh.start({ monitorId: monitor.id })));
    expect(reasons.slice(-2)).toEqual(['refresh_too_soon', 'restricted']);
    expect(await call.account.restrictions()).toMatchObject([{ kind: 'refresh' }]);
  });
});
