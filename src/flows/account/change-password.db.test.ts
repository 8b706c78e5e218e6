import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from '@/auth/password';
import { mintApiToken } from '@/auth/secret';
import { findAccountAccess, setGoogleId, setPassword } from '@/db/account-access';
import { findApiToken, insertApiToken } from '@/db/api-tokens';
import { findLiveSession, openSession } from '@/db/sessions';
import { findCredentials } from '@/db/users';
import { FRESH_SIGN_IN_MS } from '@/domain/account/account-access';
import { accountDeps } from '@/test/account-deps';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { changePassword } from './change-password';
import { findStandingAccess } from './end-access';

const database = useDatabase();
const deps = accountDeps(database);
const OLD = 'Old-one-1';

async function person(password: string | null) {
  const user = await insertUser(database.db, { passwordHash: password && (await hashPassword(password)) });
  return { user, here: await signIn(user.id), there: await signIn(user.id) };
}

async function signIn(userId: string): Promise<string> {
  const now = deps.now();
  const expiresAt = new Date(now.getTime() + 3_600_000);
  return openSession(database.db, userId, { userAgent: null, ip: null }, { now, expiresAt });
}

async function mintTokenFor(userId: string): Promise<Buffer> {
  const { hash } = mintApiToken();
  const token = { userId, name: 'ci', tokenHash: hash, hint: 'abcd', createdAt: deps.now() };
  await database.db.transaction().execute((trx) => insertApiToken(trx, { ...token, scopes: ['read'] }, 20));
  return hash;
}

async function passwordIs(email: string, password: string): Promise<boolean> {
  return verifyPassword(password, (await findCredentials(database.db, email))?.passwordHash ?? null);
}

describe('changePassword', () => {
  it('ends the other sessions, keeps this one, and mails the person', async () => {
    const { user, here, there } = await person(OLD);
    await changePassword(deps, { userId: user.id, sessionId: here, password: OLD, newPassword: 'New-one-2' });
    expect(await passwordIs(user.email, 'New-one-2')).toBe(true);
    expect(await findLiveSession(database.db, here, deps.now())).not.toBeNull();
    expect(await findLiveSession(database.db, there, deps.now())).toBeNull();
    expect((await deps.mailsTo(user.email))[0]?.subject).toMatch(/password was changed/);
  });

  it('ends API tokens and a Google link newer than the password, says so, and leaves what it is told to', async () => {
    for (const keep of [undefined, { apiTokens: true, google: true }]) {
      const { user, here } = await person(OLD);
      const hash = await mintTokenFor(user.id);
      await setGoogleId(database.db, user.id, `google-${user.id}`, new Date(user.createdAt.getTime() + 60_000));
      await changePassword(deps, { userId: user.id, sessionId: here, password: OLD, newPassword: 'New-one-2', keep });
      const account = await findAccountAccess(database.db, user.id);
      expect((await findApiToken(database.db, hash)) !== null).toBe(keep !== undefined);
      expect(account?.googleId !== null).toBe(keep !== undefined);
      const text = (await deps.mailsTo(user.email))[0]?.text.replace(/\s+/g, ' ') ?? '';
      expect(text).toContain('All other browsers were signed out.');
      expect(text.includes('Its API token was ended.')).toBe(keep === undefined);
      expect(text.includes('Google no longer signs in to it')).toBe(keep === undefined);
    }
  });

  it('leaves a Google link that is older than the password, and that of an account which had none', async () => {
    const { user, here } = await person(OLD);
    await setPassword(database.db, user.id, user.passwordHash, { now: new Date(user.createdAt.getTime() + 60_000) });
    await setGoogleId(database.db, user.id, `google-${user.id}`, new Date(user.createdAt.getTime() + 30_000));
    const change = { userId: user.id, sessionId: here, password: OLD, newPassword: 'New-one-2' };
    await changePassword(deps, change);
    expect((await findAccountAccess(database.db, user.id))?.googleId).not.toBeNull();
    const other = await person(null);
    await setGoogleId(database.db, other.user.id, `google-${other.user.id}`, deps.now());
    await changePassword(deps, { userId: other.user.id, sessionId: other.here, newPassword: 'First-one-1' });
    const account = await findAccountAccess(database.db, other.user.id);
    expect(account?.googleId).not.toBeNull();
    expect(account && (await findStandingAccess(database.db, account))).toEqual({ apiTokens: 0, newGoogle: false });
  });

  it.each(['Wrong-one-1', '', undefined])('refuses %j as the present password', async (password) => {
    const { user, here, there } = await person(OLD);
    const change = changePassword(deps, { userId: user.id, sessionId: here, password, newPassword: 'New-one-2' });
    await expect(change).rejects.toMatchObject({ code: 'invalid', fields: { password: [expect.any(String)] } });
    expect(await passwordIs(user.email, OLD)).toBe(true);
    expect(await findLiveSession(database.db, there, deps.now())).not.toBeNull();
  });

  it('lets one of five changes at once win', async () => {
    const { user, here } = await person(OLD);
    const changes = Array.from({ length: 5 }, (_, index) =>
      changePassword(deps, { userId: user.id, sessionId: here, password: OLD, newPassword: `Race-${index}-x` }),
    );
    const results = await Promise.allSettled(changes);
    const winners = results.flatMap((result, index) => (result.status === 'fulfilled' ? [index] : []));
    expect(winners).toHaveLength(1);
    expect(await passwordIs(user.email, `Race-${winners[0]}-x`)).toBe(true);
  });

  it('sets the first password of an account without one only after a fresh sign-in', async () => {
    const { user, here } = await person(null);
    await changePassword(deps, { userId: user.id, sessionId: here, newPassword: 'First-one-1' });
    expect(await passwordIs(user.email, 'First-one-1')).toBe(true);
    const other = await person(null);
    deps.pass(FRESH_SIGN_IN_MS + 1_000);
    const late = changePassword(deps, { userId: other.user.id, sessionId: other.here, newPassword: 'First-one-1' });
    await expect(late).rejects.toMatchObject({ reason: 'stale_sign_in' });
    const foreign = { userId: other.user.id, sessionId: await signIn(user.id), newPassword: 'First-one-1' };
    await expect(changePassword(deps, foreign)).rejects.toMatchObject({ reason: 'stale_sign_in' });
  });
});
