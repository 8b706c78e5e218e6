import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { verifyPassword } from '@/auth/password';
import { findCredentials } from '@/db/users';
import { accountDeps } from '@/test/account-deps';
import { useDatabase } from '@/test/database';
import { confirmLink } from './confirm-link';
import { registerPerson, registerQuietly } from './register-person';

const database = useDatabase();
const deps = accountDeps(database);
const ada = { email: 'Ada@Example.org', password: 'Analytical 1', name: 'Ada', timeZone: 'Europe/London' };

describe('registerPerson', () => {
  it('opens an account whose password can be verified and is not stored', async () => {
    const person = await registerPerson(deps, ada, { everyone: true });
    expect(person).toMatchObject({ email: 'ada@example.org', role: 'member', isBetaUser: true, emailVerified: false });
    const stored = await findCredentials(database.db, 'ADA@example.org');
    expect(stored?.passwordHash).not.toContain(ada.password);
    expect(await verifyPassword(ada.password, stored?.passwordHash ?? null)).toBe(true);
  });

  it('refuses an address that has an account, however it is written', async () => {
    const again = registerPerson(deps, { ...ada, email: 'aDA@exAmple.org' }, { everyone: true });
    await expect(again).rejects.toMatchObject({ code: 'conflict', fields: { email: [expect.any(String)] } });
  });

  it('opens one account when ten requests race', async () => {
    const race = Array.from({ length: 10 }, () =>
      registerPerson(deps, { ...ada, email: 'race@example.org' }, { everyone: true }),
    );
    const results = await Promise.allSettled(race);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  it('admits the whitelist and lets others wait while the beta is closed', async () => {
    const whitelist = sql`('In@example.org', true), ('out@example.org', false)`;
    await sql`INSERT INTO beta_whitelist (email, is_active) VALUES ${whitelist}`.execute(database.db);
    const register = (email: string) => registerPerson(deps, { ...ada, email }, { everyone: false });
    expect((await register('in@example.org')).isBetaUser).toBe(true);
    expect((await register('out@example.org')).isBetaUser).toBe(false);
    expect((await register('other@example.org')).isBetaUser).toBe(false);
  });
});

describe('registerQuietly', () => {
  const eve = { ...ada, email: 'eve@example.org' };

  it('mails the link that confirms the address; nothing opens before', async () => {
    await registerQuietly(deps, eve, { everyone: true });
    expect(await findCredentials(database.db, eve.email)).toMatchObject({ verified: false });
    expect(await confirmLink(deps, await deps.secretTo(eve.email))).toBe('email_verified');
    expect(await findCredentials(database.db, eve.email)).toMatchObject({ verified: true });
  });

  it('tells a taken address to its owner alone, and changes nothing', async () => {
    const before = await findCredentials(database.db, eve.email);
    await registerQuietly(deps, { ...eve, password: 'Somebody Else 1', name: 'Mallory' }, { everyone: true });
    expect(await findCredentials(database.db, eve.email)).toEqual(before);
    const [mail] = await deps.mailsTo(eve.email);
    expect(mail).toMatchObject({ subject: 'You have an account already · Monitors!', kind: 'account' });
  });

  it('mails the link again to an address that was not confirmed, at most five times an hour', async () => {
    const slow = { ...ada, email: 'slow@example.org' };
    for (let time = 0; time < 8; time += 1) await registerQuietly(deps, slow, { everyone: true });
    expect(await deps.mailsTo(slow.email)).toHaveLength(5);
  });
});
