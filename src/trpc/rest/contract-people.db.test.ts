import { describe, expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';

const database = useDatabase();
const rest = useRest(database);

async function tokenOf(given: Parameters<typeof insertUser>[1] = {}) {
  const user = await insertUser(database.db, given);
  return { user, token: await openBearerSession(user.id, { userAgent: null, ip: null }) };
}

describe('accounts', () => {
  const person = { email: 'Ada@Example.org', password: 'Correct1Horse', name: 'Ada' };

  it('registers, signs in, signs out, and the token ends with that', async () => {
    const registered = await rest.send('POST', '/api/auth/register', { body: person });
    expect(registered.status).toBe(201);
    const opened = await registered.json();
    expect(opened).toEqual({
      success: true,
      user: { id: expect.any(String), email: 'ada@example.org', name: 'Ada' },
      token: expect.any(String),
    });
    const login = await rest.send('POST', '/api/auth/login', {
      body: { email: person.email, password: person.password },
    });
    expect(login.status).toBe(200);
    const { token, user } = await login.json();
    expect(user).toEqual({ ...opened.user, isBetaUser: true });
    expect((await rest.send('GET', '/api/monitors', { token })).status).toBe(200);
    expect(await (await rest.send('POST', '/api/auth/logout', { token })).json()).toEqual({ success: true });
    const ended = await rest.send('GET', '/api/monitors', { token });
    expect(ended.status).toBe(401);
    expect(ended.headers.get('www-authenticate')).toBe('Bearer');
    expect((await rest.send('GET', '/api/monitors', { token: opened.token })).status).toBe(200);
  });

  it('says which fields are wrong, and refuses those it does not know', async () => {
    const wrong = await rest.send('POST', '/api/auth/register', { body: { email: 'x', password: 'short', name: '' } });
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toEqual({
      error: {
        code: 'invalid',
        reason: 'validation',
        message: 'Invalid email address',
        fields: { email: expect.any(Array), password: expect.any(Array), name: ['Name is required'] },
        requestId: expect.any(String),
      },
    });
    const extra = await rest.send('POST', '/api/auth/register', { body: { ...person, role: 'admin' } });
    expect(extra.status).toBe(400);
    expect((await extra.json()).error.message).toContain('role');
  });

  it('answers an unknown address and a wrong password alike', async () => {
    await insertUser(database.db, { email: 'known@example.org' });
    const answers = [];
    for (const email of ['known@example.org', 'unknown@example.org']) {
      const answer = await rest.send('POST', '/api/auth/login', { body: { email, password: 'Wrong1Horse' } });
      const { error } = await answer.json();
      answers.push({ status: answer.status, ...error, requestId: null });
    }
    expect(answers[0]).toMatchObject({ status: 401, reason: 'wrong_credentials' });
    expect(answers[0]).toEqual(answers[1]);
  });

  it('tells who knows the password why an account is suspended, and nobody else', async () => {
    const body = { name: 'Sue', email: 'sue@example.org', password: 'Correct1Horse' };
    await rest.send('POST', '/api/auth/register', { body });
    const suspended = { suspendedAt: new Date(), suspendedReason: 'Many sentences about one page.' };
    await database.db.updateTable('users').set(suspended).where('email', '=', body.email).execute();
    const login = async (password: string) =>
      (await (await rest.send('POST', '/api/auth/login', { body: { email: body.email, password } })).json()).error;
    expect(await login(body.password)).toMatchObject({
      reason: 'suspended',
      message: expect.stringMatching(
        /suspended: Many sentences about one page\. .* write to whoever runs this server\./,
      ),
    });
    expect(await login('Wrong1Horse')).toMatchObject({ reason: 'wrong_credentials' });
  });
});

describe('administration', () => {
  it('is for admins; to others there is nothing', async () => {
    const admin = await tokenOf({ role: 'admin' });
    const { token, user } = await tokenOf({ isBetaUser: false });
    expect((await rest.send('GET', '/api/admin/users', { token })).status).toBe(404);
    const path = `/api/admin/users?search=${user.email}`;
    expect(await (await rest.send('GET', path, admin)).json()).toEqual({
      users: [
        {
          id: user.id,
          email: user.email,
          name: user.name,
          isBetaUser: false,
          monitorCount: 0,
          lastLogin: expect.stringMatching(/Z$/),
          createdAt: user.createdAt.toISOString(),
        },
      ],
      total: 1,
      nextCursor: null,
    });
    const waiting = await rest.send('GET', '/api/monitors', { token });
    expect([waiting.status, (await waiting.json()).error.reason]).toEqual([403, 'waiting']);
    const body = { isBetaUser: true };
    const admitted = await rest.send('POST', `/api/admin/users/${user.id}/beta`, { ...admin, body });
    expect(await admitted.json()).toEqual({
      success: true,
      user: { id: user.id, email: user.email, isBetaUser: true },
    });
    expect((await rest.send('GET', '/api/monitors', { token })).status).toBe(200);
    const stats = await (await rest.send('GET', '/api/admin/stats', admin)).json();
    expect(Object.keys(stats)).toEqual([
      ...['totalUsers', 'betaUsers', 'totalMonitors', 'activeMonitors', 'dailyEvaluations', 'emailsSent24h'],
      'systemHealth',
      'systemHealthWhy',
    ]);
    expect(Object.keys(stats.systemHealth)).toHaveLength(4);
    expect(Object.keys(stats.systemHealthWhy)).toEqual(Object.keys(stats.systemHealth));
    for (const why of Object.values(stats.systemHealthWhy)) expect(why).toMatch(/\w.*\.$/);
  });
});
