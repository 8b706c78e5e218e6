import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from '@/auth/password';
import { mintApiToken } from '@/auth/secret';
import { findAccountAccess, setGoogleId } from '@/db/account-access';
import { findApiToken, insertApiToken } from '@/db/api-tokens';
import { findLiveSession, openSession } from '@/db/sessions';
import { findCredentials } from '@/db/users';
import { LINK_LIFETIME_MS } from '@/domain/account/account-access';
import type { MailTransport } from '@/mail/transport';
import { accountDeps } from '@/test/account-deps';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { sendNotifications } from '../upkeep/send-notifications';
import { mailPasswordReset, resetPassword } from './reset-password';

const database = useDatabase();
const deps = accountDeps(database);
const NEW = 'Brand-new-1';

async function signIn(userId: string): Promise<string> {
  const now = deps.now();
  const expiresAt = new Date(now.getTime() + 3_600_000);
  return openSession(database.db, userId, { userAgent: null, ip: null }, { now, expiresAt });
}

async function passwordIs(email: string, password: string): Promise<boolean> {
  return verifyPassword(password, (await findCredentials(database.db, email))?.passwordHash ?? null);
}

describe('a forgotten password', () => {
  it('is replaced by a mailed link, which ends sessions and API tokens and works once', async () => {
    const user = await insertUser(database.db, {
      passwordHash: await hashPassword('Old-one-1'),
      emailVerifiedAt: null,
    });
    const session = await signIn(user.id);
    const { hash } = mintApiToken();
    const token = { userId: user.id, name: 'ci', tokenHash: hash, hint: 'abcd', createdAt: deps.now() };
    await database.db.transaction().execute((trx) => insertApiToken(trx, { ...token, scopes: ['read'] }, 20));

    await setGoogleId(database.db, user.id, 'google-of-a-stranger', new Date(user.createdAt.getTime() + 60_000));

    await mailPasswordReset(deps, user.email.toUpperCase());
    const secret = await deps.secretTo(user.email);
    await resetPassword(deps, { secret, password: NEW });

    expect(await passwordIs(user.email, NEW)).toBe(true);
    expect(await findLiveSession(database.db, session, deps.now())).toBeNull();
    expect(await findApiToken(database.db, hash)).toBeNull();
    expect((await findAccountAccess(database.db, user.id))?.googleId).toBeNull();
    expect(await findCredentials(database.db, user.email)).toMatchObject({ verified: true });
    expect((await deps.mailsTo(user.email))[0]?.subject).toBe('Your password was changed · Monitors!');
    await expect(resetPassword(deps, { secret, password: 'Another-1' })).rejects.toMatchObject({
      reason: 'link_unusable',
    });
    expect(await passwordIs(user.email, NEW)).toBe(true);
  });

  it('lets one of ten that use the link at once set the password', async () => {
    const user = await insertUser(database.db);
    await mailPasswordReset(deps, user.email);
    const secret = await deps.secretTo(user.email);
    const tries = Array.from({ length: 10 }, (_, index) =>
      resetPassword(deps, { secret, password: `Race-${index}-x` }),
    );
    const results = await Promise.allSettled(tries);
    const winners = results.flatMap((result, index) => (result.status === 'fulfilled' ? [index] : []));
    expect(winners).toHaveLength(1);
    expect(await passwordIs(user.email, `Race-${winners[0]}-x`)).toBe(true);
  });

  it('a later link ends the earlier ones once it is used; one that ran out or was forged is refused', async () => {
    const user = await insertUser(database.db);
    await mailPasswordReset(deps, user.email);
    const first = await deps.secretTo(user.email);
    deps.pass(1_000);
    await mailPasswordReset(deps, user.email);
    const second = await deps.secretTo(user.email);
    expect(second).not.toBe(first);
    deps.pass(1_000);
    await resetPassword(deps, { secret: second, password: NEW });
    const refused = { code: 'not_found', reason: 'link_unusable' };
    await expect(resetPassword(deps, { secret: first, password: NEW })).rejects.toMatchObject(refused);

    await mailPasswordReset(deps, user.email);
    const late = await deps.secretTo(user.email);
    const forged = (late.startsWith('A') ? 'B' : 'A') + late.slice(1);
    await expect(resetPassword(deps, { secret: forged, password: NEW })).rejects.toMatchObject(refused);
    deps.pass(LINK_LIFETIME_MS.reset_password);
    await expect(resetPassword(deps, { secret: late, password: NEW })).rejects.toMatchObject(refused);
  });

  it('goes to nobody for an unknown or suspended address, and at most five times an hour', async () => {
    await mailPasswordReset(deps, 'nobody@example.org');
    expect(await deps.mailsTo('nobody@example.org')).toEqual([]);
    const suspended = await insertUser(database.db, { suspendedAt: new Date() });
    await mailPasswordReset(deps, suspended.email);
    expect(await deps.mailsTo(suspended.email)).toEqual([]);
    const user = await insertUser(database.db);
    for (let time = 0; time < 9; time += 1) await mailPasswordReset(deps, user.email);
    expect(await deps.mailsTo(user.email)).toHaveLength(5);
  });

  it('does not follow the account to another address', async () => {
    const user = await insertUser(database.db);
    await mailPasswordReset(deps, user.email);
    const secret = await deps.secretTo(user.email);
    await database.db.updateTable('users').set({ email: 'moved@example.org' }).where('id', '=', user.id).execute();
    await expect(resetPassword(deps, { secret, password: NEW })).rejects.toMatchObject({ reason: 'link_unusable' });
  });

  it('leaves no secret behind once the mail has left', async () => {
    await database.db.deleteFrom('emailNotifications').execute();
    const user = await insertUser(database.db);
    await mailPasswordReset(deps, user.email);
    const secret = await deps.secretTo(user.email);
    const left: string[] = [];
    const mail: MailTransport = {
      name: 'sendgrid',
      release: async () => true,
      send: async (outgoing) => {
        left.push(outgoing.text + outgoing.html);
        return { sent: true, messageId: null };
      },
    };
    expect(await sendNotifications({ ...deps, mail })).toBe(1);
    expect(left[0]).toContain(secret);
    const stored = await database.db.selectFrom('emailNotifications').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(stored)).not.toContain(secret);
    expect(stored.plainTextContent).toContain('secret=…');
  });
});
