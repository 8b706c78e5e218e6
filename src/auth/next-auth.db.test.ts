import { NextRequest } from 'next/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDb } from '@/db/connection/connection';
import { ABUSE_LIMITS } from '@/domain/limits';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { setSettings } from '@/test/process-settings';
import { browserCookie, rememberBrowser } from './known-browser';
import { authHandlers } from './next-auth';
import { hashPassword } from './password';
import { PEER_ADDRESS_HEADER } from './request-origin';

const database = useDatabase();
const BASE = 'http://localhost:3000/api/auth';
const handlers = authHandlers(() => Promise.reject(new Error('Nobody comes from Google here')));

beforeAll(async () => {
  setSettings({
    DATABASE_URL: database.connectionString,
    AUTH_SECRET: 'a secret of the tests that is long enough',
    VERIFY_EMAIL: 'false',
  });
  await insertUser(database.db, { email: 'ada@example.org', passwordHash: await hashPassword('Correct1Horse') });
});
afterAll(closeDb);

/** A sign-in as a form without our page would send it. Returns what the answer says of it. */
async function post(email: string, password: string, address: string, known = ''): Promise<string | null> {
  const asked = await handlers.GET(new NextRequest(`${BASE}/csrf`));
  const { csrfToken } = await asked.json();
  const cookie = asked.headers.getSetCookie().map((line) => line.split(';')[0]);
  const headers = { cookie: [...cookie, known].join('; '), [PEER_ADDRESS_HEADER]: address };
  const body = new URLSearchParams({ csrfToken, email, password });
  const answer = await handlers.POST(
    new NextRequest(`${BASE}/callback/credentials`, { method: 'POST', headers, body }),
  );
  return new URL(answer.headers.get('location') ?? BASE).searchParams.get('code');
}

it("next-auth's own endpoint is limited as our pages are, and spares known browsers", async () => {
  const stranger = '203.0.113.7';
  for (let time = 0; time < ABUSE_LIMITS.signIn.pair.limit; time += 1)
    expect(await post('ada@example.org', 'Wrong1Horse', stranger)).toBe('wrong');
  expect(await post('ada@example.org', 'Correct1Horse', stranger)).toBe('limited');
  expect(await post('ada@example.org', 'Wrong1Horse', '203.0.113.200')).toBe('wrong');
  expect(await post('bob@example.org', 'Wrong1Horse', stranger)).toBe('wrong');
  const known = (email: string) => `${browserCookie()}=${rememberBrowser(undefined, email, new Date())}`;
  expect(await post('ada@example.org', 'Wrong1Horse', stranger, known('ada@example.org'))).toBe('wrong');
  expect(await post('ada@example.org', 'Wrong1Horse', stranger, known('bob@example.org'))).toBe('limited');
});
