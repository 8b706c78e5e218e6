import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { mintApiToken } from '@/auth/secret';
import { insertApiToken } from '@/db/api-tokens';
import { suspendPerson } from '@/flows/admin/restrict-person';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';
import { createContext } from '../init';
import { createAuditCsvHandler } from './audit-csv';

const database = useDatabase();
const rest = useRest(database);

const guard = { admit: async () => undefined, succeed: async () => undefined };
const handle = createAuditCsvHandler(
  (headers) => createContext(headers, rest.surroundings),
  () => guard,
);

async function get(query: string, token?: string): Promise<Response> {
  const headers = new Headers(token === undefined ? {} : { authorization: `Bearer ${token}` });
  return handle(new Request(`http://localhost:3000/api/admin/audit.csv${query}`, { headers }));
}

async function tokenOf(given: Parameters<typeof insertUser>[1]) {
  const { id } = await insertUser(database.db, given);
  return { id, token: await openBearerSession(id, { userAgent: null, ip: null }) };
}

let admin: Awaited<ReturnType<typeof tokenOf>>;
beforeAll(async () => {
  admin = await tokenOf({ role: 'admin' });
});

describe('who may have it', () => {
  it('nobody but an admin who is signed in, and to others it is not there', async () => {
    const { secret, hash } = mintApiToken();
    const apiToken = { userId: admin.id, name: 'ci', tokenHash: hash, hint: 'hint', createdAt: new Date() };
    await database.db
      .transaction()
      .execute((trx) => insertApiToken(trx, { ...apiToken, scopes: ['read', 'refresh', 'write'] }, 10));
    for (const [token, status] of [
      [undefined, 401],
      ['x.y.z', 401],
      [(await tokenOf({})).token, 404],
      [(await tokenOf({ isBetaUser: false })).token, 404],
      [secret, 403],
    ] as const) {
      const answer = await get('', token);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toContain('application/json');
      expect((await answer.json()).error.message).toMatch(/\w/);
    }
    expect((await acts('action=audit.export')).length).toBe(0);
  });
});

async function acts(query: string): Promise<Record<string, string>[]> {
  const answer = await get(`?${query}`, admin.token);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"$/);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  return Papa.parse<Record<string, string>>(await answer.text(), { header: true, skipEmptyLines: true }).data;
}

describe('what is in it', () => {
  it('is what the filter finds, with the reason, and the export itself from then on', async () => {
    const { id: personId } = await insertUser(database.db, { email: 'csv+1@example.org' });
    const reason = '=cmd|"/c calc"!A1, because';
    await suspendPerson(rest.deps, { personId, reason, actorId: admin.id });
    const query = new URLSearchParams({ target: 'CSV+1@example.org', action: 'person.suspend', from: '2020-01-01' });
    expect(await acts(query.toString())).toMatchObject([{ personId, actorId: admin.id, reason: `'${reason}` }]);
    const [told] = await acts('action=audit.export&target=');
    expect(told).toMatchObject({ actorId: admin.id, recordType: 'audit' });
    expect(JSON.stringify(told)).not.toContain('csv+1');
  });

  it.each([
    'from=yesterday',
    'before=+275760-09-13T00:00:00Z',
    'from=-271821-04-20T00:00:00Z',
    'action=everything',
    'actor=root',
    `target=${'x'.repeat(321)}`,
    'sql=DROP',
    '__proto__=x',
    'target=%00',
  ])('is refused by a filter that cannot be: ?%s', async (query) => {
    const answer = await get(`?${query}`, admin.token);
    expect(answer.status).toBe(400);
    expect((await answer.json()).error.code).toBe('invalid');
  });
});
