import { describe, expect, it } from 'vitest';
import { hashPassword } from '@/auth/password';
import { findLiveSession, openSession } from '@/db/sessions';
import { findPerson } from '@/db/users';
import { DELETION_DELAY_MS } from '@/domain/account/account-access';
import { accountDeps } from '@/test/account-deps';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { purgeAccounts } from '../upkeep/purge-accounts';
import { keepAccount, requestDeletion } from './delete-account';
import { createApiToken } from './manage-api-tokens';
import { mailPasswordReset } from './reset-password';

const database = useDatabase();
const deps = accountDeps(database);

async function person() {
  const user = await insertUser(database.db, { passwordHash: await hashPassword('Leave-me-1') });
  const expiresAt = new Date(deps.now().getTime() + 30 * 86_400_000);
  const open = () => openSession(database.db, user.id, { userAgent: null, ip: null }, { now: deps.now(), expiresAt });
  return { user, sessionId: await open(), other: await open() };
}

/** Every row of every table that names a person or one of their monitors. */
async function rowsAbout(userId: string, monitorId: string): Promise<number> {
  const tables = await database.pool.query<{ name: string; column: string }>(
    `SELECT c.table_name AS name, c.column_name AS column FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.udt_name = 'uuid'
       AND c.table_name NOT IN ('audit_log')`,
  );
  let count = 0;
  for (const { name, column } of tables.rows) {
    const found = await database.pool.query(`SELECT 1 FROM "${name}" WHERE "${column}" = ANY($1)`, [
      [userId, monitorId],
    ]);
    count += found.rowCount ?? 0;
  }
  return count;
}

describe('deleting an account', () => {
  it('asks for the password, ends other sessions and tokens, and leaves seven days', async () => {
    const { user, sessionId, other } = await person();
    await createApiToken(deps, user, { name: 'ci', scopes: ['read'] });
    await database.db.updateTable('users').set({ locale: 'en-US' }).where('id', '=', user.id).execute();
    const wrong = requestDeletion(deps, { userId: user.id, sessionId, password: 'Wrong-one-1' });
    await expect(wrong).rejects.toMatchObject({ reason: 'wrong_password' });
    const removedAt = await requestDeletion(deps, { userId: user.id, sessionId, password: 'Leave-me-1' });
    expect(removedAt.getTime() - deps.now().getTime()).toBeGreaterThan(DELETION_DELAY_MS - 60_000);
    expect(await findLiveSession(database.db, other, deps.now())).toBeNull();
    expect(await findLiveSession(database.db, sessionId, deps.now())).not.toBeNull();
    const [mail] = await deps.mailsTo(user.email);
    expect(mail?.subject).toBe('Your account will be deleted · Monitors!');
    expect(mail?.text).toMatch(/day, [A-Z][a-z]+ \d{1,2}, \d{4}/);
    deps.pass(60_000);
    const again = await requestDeletion(deps, { userId: user.id, sessionId, password: 'Leave-me-1' });
    expect(again).toEqual(removedAt);
  });

  it('removes every row about the person once the time is over, and nobody else', async () => {
    const { user, sessionId } = await person();
    const neighbour = await insertMonitor(database.db);
    const monitor = await insertMonitor(database.db, { userId: user.id });
    await mailPasswordReset(deps, user.email);
    await database.db.insertInto('betaWhitelist').values({ email: user.email.toUpperCase() }).execute();
    await database.db
      .insertInto('evaluations')
      .values({ monitorId: monitor.id, userId: user.id, chargeDay: '2026-11-22' })
      .execute();
    await requestDeletion(deps, { userId: user.id, sessionId, password: 'Leave-me-1' });
    deps.pass(DELETION_DELAY_MS - 60_000);
    await purgeAccounts(deps);
    expect(await findPerson(database.db, user.id)).not.toBeNull();
    deps.pass(60_000);
    expect(await purgeAccounts(deps)).toBeGreaterThan(0);
    expect(await rowsAbout(user.id, monitor.id)).toBe(0);
    expect(await rowsAbout(neighbour.userId, neighbour.id)).toBeGreaterThan(1);
    const listed = await database.db.selectFrom('betaWhitelist').selectAll().execute();
    expect(listed.map((row) => row.email.toLowerCase())).not.toContain(user.email);
  });

  it('keeps the account of who changed their mind', async () => {
    const { user, sessionId } = await person();
    await requestDeletion(deps, { userId: user.id, sessionId, password: 'Leave-me-1' });
    await keepAccount(deps, user.id);
    deps.pass(DELETION_DELAY_MS * 2);
    await purgeAccounts(deps);
    expect(await findPerson(database.db, user.id)).not.toBeNull();
  });
});
