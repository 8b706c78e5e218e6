import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDb } from '@/db/connection/connection';
import { useDatabase } from '@/test/database';
import { setSettings } from '@/test/process-settings';
import { DELETE, GET, POST, PUT } from './route';

const database = useDatabase();

beforeAll(() =>
  setSettings({
    DATABASE_URL: database.connectionString,
    AUTH_SECRET: 'a secret of the tests that is long enough',
    VERIFY_EMAIL: 'false',
  }),
);
afterAll(closeDb);

const METHODS = { DELETE, GET, POST, PUT };

it.each([
  ['GET', 'nonsense', 400, 'invalid'],
  ['POST', 'nonsense', 400, 'invalid'],
  ['PUT', 'session', 405, 'method_not_allowed'],
  ['DELETE', 'callback/credentials', 405, 'method_not_allowed'],
  ['GET', 'login', 405, 'method_not_allowed'],
  ['PUT', 'register', 405, 'method_not_allowed'],
] as const)('%s /api/auth/%s is refused in the contract’s shape', async (method, path, status, code) => {
  const answer = await METHODS[method](new Request(`http://localhost:3000/api/auth/${path}`, { method }));
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  const { error } = await answer.json();
  expect([answer.status, error]).toEqual([
    status,
    { code, reason: expect.any(String), message: expect.any(String), fields: {}, requestId: expect.any(String) },
  ]);
});
