import { expect, it } from 'vitest';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { setSettings } from '@/test/process-settings';
import { useRest } from '@/test/rest-client';

const database = useDatabase();
const rest = useRest(database);

const PERSON = { email: 'ada@example.org', password: 'Correct1Horse', name: 'Ada' };

it('register answers known and unknown addresses alike where they must be confirmed first', async () => {
  setSettings({
    DATABASE_URL: database.connectionString,
    AUTH_SECRET: 'a secret of the tests that is long enough',
    VERIFY_EMAIL: 'true',
  });
  await insertUser(database.db, { email: 'known@example.org' });
  for (const email of ['known@example.org', PERSON.email]) {
    const answer = await rest.send('POST', '/api/auth/register', { body: { ...PERSON, email } });
    const user = { id: null, email, name: 'Ada' };
    expect([answer.status, await answer.json()]).toEqual([201, { success: true, user, token: null }]);
  }
});

it('google without fields names them, and says where it is not set up', async () => {
  const bare = await rest.send('POST', '/api/auth/oauth/google', { body: {} });
  expect(bare.status).toBe(400);
  expect(Object.keys((await bare.json()).error.fields)).toEqual(['code', 'redirectUri']);
  const body = { code: 'a-code', redirectUri: 'https://program.example/google' };
  const whole = await rest.send('POST', '/api/auth/oauth/google', { body });
  expect([whole.status, (await whole.json()).error.reason]).toEqual([404, 'no_google']);
});
