import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from '@/auth/password';
import { findLiveSession, openSession } from '@/db/sessions';
import { findCredentials } from '@/db/users';
import { FRESH_SIGN_IN_MS } from '@/domain/account-access';
import { accountDeps } from '@/test/account-deps';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { changePassword } from './change-password';

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
