import { expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { mintApiToken } from '@/auth/secret';
import { insertApiToken } from '@/db/api-tokens';
import type { TokenScope } from '@/domain/account/account-access';
import { useDatabase } from '@/test/database';
import { insertHistory, insertMonitor, insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';
import { createContext } from '../init';
import { createEvidenceHandler } from './evidence';

const database = useDatabase();
const rest = useRest(database);
const guard = { admit: async () => undefined, succeed: async () => undefined };

async function ask(id: string, token?: string): Promise<Response> {
  const show = createEvidenceHandler(
    (headers) => createContext(headers, rest.surroundings),
    () => guard as never,
  );
  const headers = new Headers(token === undefined ? {} : { authorization: `Bearer ${token}` });
  return show(new Request(`http://localhost:3000/api/evidence/${id}`, { headers }), id);
}

async function aPicture() {
  const monitor = await insertMonitor(database.db);
  await insertHistory(database.db, monitor, [{ at: new Date(), crop: Buffer.from('a picture') }]);
  const token = await openBearerSession(monitor.userId, { userAgent: null, ip: null });
  const detail = await (await rest.send('GET', `/api/monitors/${monitor.id}`, { token })).json();
  return { userId: monitor.userId, token, detail };
}

async function apiToken(userId: string, scopes: TokenScope[]): Promise<string> {
  const { secret, hash } = mintApiToken();
  const token = { userId, name: 'A program', tokenHash: hash, hint: 'hint', scopes, createdAt: new Date() };
  await database.db.transaction().execute((trx) => insertApiToken(trx, token, 20));
  return secret;
}

it('is at the address that facts and history tell, for their owner and programs that may read', async () => {
  const { userId, token, detail } = await aPicture();
  const [{ id, pictureUrl }] = detail.facts;
  expect(pictureUrl).toBe(`http://localhost:3000/api/evidence/${id}`);
  expect(detail.history[0].pictureUrl).toBe(pictureUrl);
  for (const who of [token, await apiToken(userId, ['read'])]) {
    const answer = await ask(id, who);
    expect([answer.status, await answer.text()]).toEqual([200, 'a picture']);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  }
});

it('is refused in the contract’s shape to everybody else', async () => {
  const { userId, detail } = await aPicture();
  const { id } = detail.facts[0];
  const other = await openBearerSession((await insertUser(database.db)).id, { userAgent: null, ip: null });
  const cases: [string, string | undefined, number, string][] = [
    [id, undefined, 401, 'signed_out'],
    [id, 'x.y.z', 401, 'bad_token'],
    [id, await apiToken(userId, ['refresh']), 403, 'missing_scope'],
    [id, other, 404, 'picture_not_found'],
    ['no-id', other, 404, 'picture_not_found'],
  ];
  for (const [which, token, status, reason] of cases) {
    const answer = await ask(which, token);
    expect([answer.status, (await answer.json()).error.reason]).toEqual([status, reason]);
  }
});
