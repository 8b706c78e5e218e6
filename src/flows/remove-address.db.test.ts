import { expect, it } from 'vitest';
import { hashPassword } from '@/auth/password';
import { openSession } from '@/db/sessions';
import { DELETION_DELAY_MS } from '@/domain/account/account-access';
import { ABUSE_PATTERNS } from '@/domain/limits';
import { accountDeps } from '@/test/account-deps';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { requestEmailChange } from './account/change-email';
import { confirmLink } from './account/confirm-link';
import { requestDeletion } from './account/delete-account';
import { createApiToken } from './account/manage-api-tokens';
import { noticeRefusal } from './account/notice-abuse';
import { registerPerson } from './account/register-person';
import { mailPasswordReset } from './account/reset-password';
import { admitAddress } from './admin/manage-whitelist';
import { restrictPerson, suspendPerson } from './admin/restrict-person';
import { purgeAccounts } from './upkeep/purge-accounts';

const database = useDatabase();
const deps = accountDeps(database);
const PASSWORD = 'Leave-me-1';

/**
 * The tables in which a text stands in any column, whatever its type; those of the queue too. `except`: not in these.
 */
async function tablesWith(text: string, except: string[] = []): Promise<string[]> {
  const tables = await database.pool.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema NOT IN ('information_schema', 'pg_catalog') AND table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const hits = await database.pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} AS t`);
    const rows = hits.rows.map(({ row }) => except.reduce((rest, other) => rest.replaceAll(other, ''), row));
    if (rows.some((row) => row.toLowerCase().includes(text.toLowerCase()))) found.push(name);
  }
  return found.sort();
}

async function signedIn(given: Parameters<typeof insertUser>[1] = {}) {
  const user = await insertUser(database.db, { passwordHash: await hashPassword(PASSWORD), ...given });
  const times = { now: deps.now(), expiresAt: new Date(deps.now().getTime() + 30 * 86_400_000) };
  const sessionId = await openSession(database.db, user.id, { userAgent: null, ip: null }, times);
  return { userId: user.id, email: user.email, sessionId, password: PASSWORD };
}

/** Refused so often that they are restricted, which the admins are mailed. */
async function restrict(personId: string): Promise<void> {
  for (let time = 0; time < ABUSE_PATTERNS.refused_urls.limit + 1; time += 1)
    await noticeRefusal(deps, { personId, pattern: 'refused_urls' });
}

it('after an account is removed its addresses stand nowhere, in no table', async () => {
  const admin = await signedIn({ role: 'admin' });
  const other = await signedIn();
  const addresses = ["leaving.o'neil@example.org", 'moved.away+1@example.org'] as const;
  const [first, second] = addresses;
  // Asked for before the address had an account, and again after.
  await requestEmailChange(deps, { ...other, email: first });
  await admitAddress(deps, { email: first, actorId: admin.userId });
  const registration = { email: first, password: PASSWORD, name: 'Lea Leaving', timeZone: 'UTC' };
  const { id: userId } = await registerPerson(deps, registration, { everyone: false });
  await requestEmailChange(deps, { ...other, email: first.toUpperCase() });
  await insertMonitor(database.db, { userId });
  await restrict(userId);
  const reason = `${first} and ${second} write to others.`;
  await suspendPerson(deps, { personId: userId, reason, actorId: admin.userId });
  await suspendPerson(deps, { personId: userId, reason: null, actorId: admin.userId });
  await restrictPerson(deps, { personId: userId, kind: 'write', days: 30, reason, actorId: admin.userId });
  await mailPasswordReset(deps, first);

  const times = { now: deps.now(), expiresAt: new Date(deps.now().getTime() + 30 * 86_400_000) };
  const proof = {
    ...{ userId, password: PASSWORD },
    sessionId: await openSession(database.db, userId, { userAgent: null, ip: null }, times),
  };
  await createApiToken(deps, { id: userId, email: first }, { name: 'ci', scopes: ['read'] });
  await requestEmailChange(deps, { ...proof, email: second });
  for (const address of addresses) await confirmLink(deps, await deps.secretTo(address));
  await requestEmailChange(deps, { ...other, email: second });
  // Others whose address ends or begins like it.
  const alike = [`not-${second}`, `${second}.nz`];
  for (const email of alike) {
    await insertUser(database.db, { email });
    await mailPasswordReset(deps, email);
  }
  await requestDeletion(deps, proof);
  const standing = [
    'public.audit_log',
    'public.beta_whitelist',
    'public.email_links',
    'public.email_notifications',
    'public.restrictions',
    'public.users',
  ];
  expect(await tablesWith(second)).toEqual(standing);

  deps.pass(DELETION_DELAY_MS + 60_000);
  expect(await purgeAccounts(deps)).toBe(1);
  for (const address of addresses) {
    expect(await tablesWith(address, alike)).toEqual([]);
    expect(await tablesWith(address.replace("'", '&#x27;'), alike)).toEqual([]);
  }
  for (const email of alike) expect((await deps.mailsTo(email))[0]?.text).toContain(` ${email}.`);
  // What others were told otherwise stays, and who was restricted is named by their id.
  expect((await deps.mailsTo(other.email)).length).toBeGreaterThan(0);
  const [told] = await deps.mailsTo(admin.email);
  expect(told?.text).toContain(userId);
});
