import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { verifyPassword } from '@/auth/password';
import { findCredentials } from '@/db/users';
import { useDatabase } from '@/test/database';
import { registerPerson } from './register-person';

const database = useDatabase();
const ada = { email: 'Ada@Example.org', password: 'Analytical 1', name: 'Ada', timeZone: 'Europe/London' };

describe('registerPerson', () => {
  it('opens an account whose password can be verified and is not stored', async () => {
    const person = await registerPerson(database, ada, { everyone: true });
    expect(person).toMatchObject({ email: 'ada@example.org', role: 'member', isBetaUser: true, emailVerified: false });
    const stored = await findCredentials(database.db, 'ADA@example.org');
    expect(stored?.passwordHash).not.toContain(ada.password);
    expect(await verifyPassword(ada.password, stored?.passwordHash ?? null)).toBe(true);
  });

  it('refuses an address that has an account, however it is written', async () => {
    const again = registerPerson(database, { ...ada, email: 'aDA@exAmple.org' }, { everyone: true });
    await expect(again).rejects.toMatchObject({ code: 'conflict', fields: { email: [expect.any(String)] } });
  });

  it('opens one account when ten requests race', async () => {
    const race = Array.from({ length: 10 }, () =>
      registerPerson(database, { ...ada, email: 'race@example.org' }, { everyone: true }),
    );
    const results = await Promise.allSettled(race);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  it('admits the whitelist and lets others wait while the beta is closed', async () => {
    await sql`INSERT INTO beta_whitelist (email, is_active) VALUES ('In@example.org', true), ('out@example.org', false)`.execute(
      database.db,
    );
    const register = (email: string) => registerPerson(database, { ...ada, email }, { everyone: false });
    expect((await register('in@example.org')).isBetaUser).toBe(true);
    expect((await register('out@example.org')).isBetaUser).toBe(false);
    expect((await register('other@example.org')).isBetaUser).toBe(false);
  });
});
