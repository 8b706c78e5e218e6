import { expect, test } from 'vitest';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { ensureFactPartitions } from './retention/fact-months';
import { seedAccount, seedWhitelist } from './seed';

const database = useDatabase();
const admin = { email: 'admin@example.org', name: 'Admin', role: 'admin' as const };
const refuse = async (): Promise<string> => {
  throw new Error('an account that is there needs no new password');
};
const find = (email: string) =>
  database.db.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirstOrThrow();

test('makes the admin once: verified, admitted and on the whitelist', async () => {
  expect(await seedAccount(database.db, admin, async () => 'hash')).toBe(true);
  expect(await seedAccount(database.db, { ...admin, email: 'ADMIN@example.org' }, refuse)).toBe(false);
  expect(await find(admin.email)).toMatchObject({ role: 'admin', isBetaUser: true, passwordHash: 'hash' });
  expect((await find(admin.email)).emailVerifiedAt).toBeInstanceOf(Date);
  expect(await seedWhitelist(database.db, ['Admin@Example.org'])).toBe(0);
});

test('a person who is there already becomes admin and keeps name and password', async () => {
  const { email } = await insertUser(database.db, { name: 'Grace', passwordHash: 'theirs', isBetaUser: false });
  expect(await seedAccount(database.db, { ...admin, email }, refuse)).toBe(false);
  expect(await find(email)).toMatchObject({ role: 'admin', isBetaUser: true, name: 'Grace', passwordHash: 'theirs' });
});

test('counts what is new, and leaves a revoked address revoked', async () => {
  expect(await seedWhitelist(database.db, [])).toBe(0);
  expect(await seedWhitelist(database.db, ['one@example.org', 'two@example.org'])).toBe(2);
  await database.db
    .updateTable('betaWhitelist')
    .set({ isActive: false })
    .where('email', '=', 'one@example.org')
    .execute();
  expect(await seedWhitelist(database.db, ['one@example.org', 'three@example.org'])).toBe(1);
  const row = await database.db
    .selectFrom('betaWhitelist')
    .select('isActive')
    .where('email', '=', 'one@example.org')
    .executeTakeFirst();
  expect(row?.isActive).toBe(false);
});

test('the months of facts are made ahead, once', async () => {
  expect(await ensureFactPartitions(database.db, new Date('2040-05-31T23:59:59Z'))).toBe(17);
  expect(await ensureFactPartitions(database.db, new Date('2040-06-01T00:00:00Z'))).toBe(1);
  expect(await ensureFactPartitions(database.db, new Date('2040-06-30T00:00:00Z'))).toBe(0);
});
