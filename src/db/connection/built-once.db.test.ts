import { expect, test } from 'vitest';
import { useDatabase } from '@/test/database';
import { builtOnce } from './built-once';

const database = useDatabase();

test('a statement is built once and answers for the values of each run, in and outside a transaction', async () => {
  const { db } = database;
  let built = 0;
  const people = builtOnce((connection, { email, limit }: { email: string; limit: number }) => {
    built += 1;
    return connection.selectFrom('users').select(['email', 'isBetaUser']).where('email', '>=', email).limit(limit);
  });
  for (const email of ['a@example.org', 'b@example.org'])
    await db.insertInto('users').values({ email, name: email }).execute();

  expect(await people(db, { email: 'a', limit: 1 })).toEqual([{ email: 'a@example.org', isBetaUser: false }]);
  expect(await people(db, { email: 'b', limit: 2 })).toEqual([{ email: 'b@example.org', isBetaUser: false }]);
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('users').where('email', '=', 'b@example.org').execute();
    expect(await people(trx, { email: 'b', limit: 2 })).toEqual([]);
  });
  expect(built).toBe(1);
});
