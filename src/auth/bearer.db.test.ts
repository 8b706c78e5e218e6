import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { revokeApiToken } from '@/db/api-tokens';
import { closeDb } from '@/db/connection/connection';
import { revokeSessions } from '@/db/sessions';
import { TOKENS_PER_PERSON } from '@/domain/account/account-access';
import { createApiToken } from '@/flows/account/manage-api-tokens';
import { accountDeps } from '@/test/account-deps';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { openBearerSession, resolveBearer } from './bearer';

const database = useDatabase();
const deps = accountDeps(database);
const origin = { userAgent: 'curl', ip: null };
const bearer = (token: string) => new Headers({ authorization: `Bearer ${token}` });
const refused = { code: 'unauthenticated', reason: 'bad_token' };

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', database.connectionString);
});
afterAll(closeDb);

describe('personal API tokens', () => {
  it('speak for their person with their scopes, and end when revoked', async () => {
    const user = await insertUser(database.db);
    const token = await createApiToken(deps, user, { name: 'ci', scopes: ['read', 'refresh'] });
    expect(token.hint).toBe(token.secret.slice(-4));
    const found = await resolveBearer(bearer(token.secret));
    expect(found).toMatchObject({ person: { id: user.id }, sessionId: null, scopes: ['read', 'refresh'] });
    const row = await database.db
      .selectFrom('apiTokens')
      .selectAll()
      .where('id', '=', token.id)
      .executeTakeFirstOrThrow();
    expect(row.lastUsedAt).toBeInstanceOf(Date);
    expect(JSON.stringify(row)).not.toContain(token.secret);
    const stranger = await insertUser(database.db);
    expect(await revokeApiToken(database.db, stranger.id, token.id, deps.now())).toBe(false);
    expect(await revokeApiToken(database.db, user.id, token.id, deps.now())).toBe(true);
    await expect(resolveBearer(bearer(token.secret))).rejects.toMatchObject(refused);
  });

  it('end with their person’s suspension', async () => {
    const user = await insertUser(database.db);
    const { secret } = await createApiToken(deps, user, { name: 'ci', scopes: ['read'] });
    await database.db.updateTable('users').set({ suspendedAt: new Date() }).where('id', '=', user.id).execute();
    await expect(resolveBearer(bearer(secret))).rejects.toMatchObject(refused);
  });

  it('are told to their person by mail, and are twenty at most, also when thirty are made at once', async () => {
    const user = await insertUser(database.db);
    const made = Array.from({ length: 30 }, () => createApiToken(deps, user, { name: 'many', scopes: ['read'] }));
    const results = await Promise.allSettled(made);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(TOKENS_PER_PERSON);
    expect((await deps.mailsTo(user.email))[0]?.subject).toBe('An API token was made · Monitors!');
  });
});

describe('bearer tokens of a session', () => {
  it('are looked up each time, so that ending the session ends them', async () => {
    const user = await insertUser(database.db);
    const token = await openBearerSession(user.id, origin);
    const found = await resolveBearer(bearer(token));
    expect(found).toMatchObject({ person: { id: user.id }, scopes: ['read', 'refresh', 'write'] });
    expect(found?.sessionId).toEqual(expect.any(String));
    await revokeSessions(database.db, user.id, null, deps.now());
    await expect(resolveBearer(bearer(token))).rejects.toMatchObject(refused);
  });
});

describe('other Authorization headers', () => {
  it('none is nobody', async () => {
    expect(await resolveBearer(new Headers())).toBeNull();
  });

  it.each(['', 'Bearer', 'Basic YTpi', 'Bearer x', `Bearer mon_${'a'.repeat(43)}`, `Bearer ${'a'.repeat(5000)}`])(
    '%j is refused, never ignored',
    async (authorization) => {
      await expect(resolveBearer(new Headers({ authorization }))).rejects.toMatchObject(refused);
    },
  );
});
