import { NextRequest } from 'next/server';
import { encode } from 'next-auth/jwt';
import { afterAll, expect, it } from 'vitest';
import { closeDb } from '@/db/connection/connection';
import { setSettings } from '@/test/process-settings';
import { authHandlers } from './next-auth';

const SECRET = 'a secret of the tests that is long enough';
const COOKIE = 'monitors.session';
setSettings({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none', AUTH_SECRET: SECRET });
afterAll(closeDb);

it('nobody is signed out because the database does not answer', async () => {
  const handlers = authHandlers(() => Promise.reject(new Error('Nobody comes from Google here')));
  const value = await encode({ token: { sid: crypto.randomUUID() }, secret: SECRET, salt: COOKIE });
  const request = new NextRequest('http://localhost:3000/api/auth/session', {
    headers: { cookie: `${COOKIE}=${value}` },
  });
  const answer = await handlers.GET(request);
  expect(await answer.json()).toMatchObject({ unknown: true });
  const kept = answer.headers.getSetCookie().filter((line) => line.startsWith(COOKIE));
  expect(kept.length).toBeGreaterThan(0);
  for (const line of kept) expect(line).toMatch(/^monitors\.session=\w/);
});
